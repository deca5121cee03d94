// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/session/session_reader.h"
#include "ui/models/verdict_summary.h"
#include <QWidget>
#include <vector>

class QToolButton;
class QTreeWidget;

namespace assize::ui {

class PaneHeader;

/// What the other runs say of the item: name, version, native result, glyph, flip mark. A click asks for that run.
/// GUI thread.
class OtherJudges final : public QWidget {
    Q_OBJECT

public:
    /// Foldable: a strip at the end of a panel, with a title that folds it, never higher than some rows.
    enum class Form { Foldable, WholePage };
    explicit OtherJudges(Form form, QWidget* parent = nullptr);

    /// Runs that did not judge the item are left out; shownRun too, unless 0.
    void show(const ReviewItem& review, const std::vector<RunSummary>& runs, RowKey shownRun);
    [[nodiscard]] bool isEmpty() const;

Q_SIGNALS:
    void runChosen(assize::RowKey runKey);

private:
    void buildHeader();
    void fitHeight();
    void retranslate();

    Form m_form;
    QToolButton* m_fold = nullptr;
    QTreeWidget* m_list;
    bool m_isFolded = false;
};

} // namespace assize::ui
