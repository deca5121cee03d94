// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/review/label_choices.h"
#include <QFrame>
#include <QStringList>
#include <QTime>

class QLabel;

namespace assize::ui {

class Chip;
class CommentEdit;
class ElidedLabel;
class KeyHint;
class LabelButtons;
class PrimaryButton;
class SharedRow;
class TagEdit;
class ToggleSwitch;

/// Where a person says what they think of the item: labels, what the judge is wrong on, tags, a comment. Shows
/// values and asks for changes; it stores nothing. GUI thread.
class AnnotationBar final : public QFrame {
    Q_OBJECT

public:
    static constexpr int FullHeight = 176;
    static constexpr int CompactHeight = 96;

    explicit AnnotationBar(QWidget* parent = nullptr);

    /// The item's criteria in the order of the rubric; none for a judge without one. titles is what they are called on
    /// screen.
    void setCriteria(const QStringList& names, const QStringList& titles);
    /// Presses the chip of a criterion, counted from 1.
    void toggleCriterion(int number);
    /// What a label of the item can be.
    void setChoices(const std::vector<LabelChoice>& choices);
    void setAnnotation(const Annotation& annotation);
    /// What the person said while blind, if they have left it; empty otherwise.
    void setBlindLabel(const QString& words);
    void setKnownTags(const QStringList& tags);
    void setReadOnly(bool isReadOnly);
    /// The sides are shown exchanged: the buttons' meaning follows what is seen.
    void setBlind(bool isBlind);
    void setSavedAt(const QTime& time); ///< invalid: nothing was saved yet
    void setKeys(const QStringList& labelKeys, const QString& tagKey, const QString& nextKey, const QString& blindKey);
    /// Labels, Blind and Next only; the rest unfolds upward when asked for.
    void setCompact(bool isCompact);
    /// Tells now what is typed and not told yet.
    void finishEditing();
    void focusTags();
    void focusComment();

Q_SIGNALS:
    /// Nothing in it: the person takes the label back.
    void labelChosen(const assize::ui::PersonLabel& label);
    void criterionToggled(const QString& name, bool judgeIsWrong);
    void tagsChanged(const QStringList& tags);
    void commentChanged(const QString& comment);
    void blindToggled(bool isBlind);
    void nextRequested();
    void left(); ///< the person is done with the comment

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    QLayout* buildCriteriaRow();
    QLayout* buildReasonRow();
    QLayout* buildLastRow();
    void nameCriterion(qsizetype index);
    void updateFolding();
    void retranslate();

    LabelButtons* m_labels = nullptr;
    QWidget* m_details = nullptr;
    QLabel* m_wrongOn = nullptr;
    SharedRow* m_criteria = nullptr;
    QList<Chip*> m_criterionChips;
    QStringList m_criterionNames;
    QStringList m_criterionTitles;
    QLabel* m_because = nullptr;
    TagEdit* m_tags = nullptr;
    CommentEdit* m_comment = nullptr;
    ToggleSwitch* m_blind = nullptr;
    QLabel* m_blindText = nullptr;
    KeyHint* m_blindKey = nullptr;
    ElidedLabel* m_blindHint = nullptr;
    ElidedLabel* m_moved = nullptr;
    QLabel* m_saved = nullptr;
    Chip* m_unfold = nullptr;
    PrimaryButton* m_next = nullptr;
    QString m_blindLabel;
    QTime m_savedAt;
    bool m_isCompact = false;
    bool m_isUnfolded = false;
};

} // namespace assize::ui
