// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/review_item.h"
#include "ui/review/label_choices.h"
#include "ui/support/icons.h"
#include "ui/widgets/panes.h"

class QAction;
class QToolButton;

namespace assize::ui {

class Actions;
class Chip;

/// The line over an item: back and forth, its id and category, and what people said of it.
class ItemHeader final : public PaneHeader {
    Q_OBJECT

public:
    ItemHeader(Actions& actions, QWidget* parent);

    /// While covered, nobody's label shows.
    void showItem(const ReviewItem& review, bool isCovered);
    /// The annotator wants to come back to the item.
    void setFlagged(bool isFlagged);
    void clear();

private:
    struct Person;

    QToolButton* addStep(Icon icon, QAction* action);
    void retranslate();
    void showPeople(const ReviewItem& review);
    [[nodiscard]] static Person personOf(const QString& name, const PersonLabel& said);
    void addPerson(const Person& person);

    Actions& m_actions;
    QToolButton* m_previous;
    QToolButton* m_next;
    ElidedLabel* m_id;
    Chip* m_category;
    Chip* m_flag;
    QLabel* m_caption;
    QWidget* m_people;
};

} // namespace assize::ui
