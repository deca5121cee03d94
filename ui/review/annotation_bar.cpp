// SPDX-License-Identifier: Apache-2.0
#include "ui/review/annotation_bar.h"

#include "ui/review/label_buttons.h"
#include "ui/review/tag_edit.h"
#include "ui/support/focus_order.h"
#include "ui/support/style_paint.h"
#include "ui/support/text.h"
#include "ui/support/theme.h"
#include "ui/support/translated.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/shared_row.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace assize::ui {
namespace {

constexpr int CaptionWidth = 104;
constexpr qsizetype MostNames = 7; ///< of criteria that have room for theirs; of more the numbers stand alone

} // namespace

AnnotationBar::AnnotationBar(QWidget* parent)
    : QFrame(parent) {
    setObjectName(QStringLiteral("annotationBar"));
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    build();
    connect(m_labels, &LabelButtons::chosen, this, &AnnotationBar::labelChosen);
    connect(m_tags, &TagEdit::tagsChanged, this, &AnnotationBar::tagsChanged);
    connect(m_comment, &CommentEdit::commentChanged, this, &AnnotationBar::commentChanged);
    connect(m_comment, &CommentEdit::left, this, &AnnotationBar::left);
    connect(m_blind, &ToggleSwitch::clicked, this, &AnnotationBar::blindToggled);
    connect(m_next, &PrimaryButton::clicked, this, &AnnotationBar::nextRequested);
    connect(m_unfold, &Chip::toggled, this, [this](bool isUnfolded) {
        m_isUnfolded = isUnfolded;
        m_unfold->setLeadingIcon(isUnfolded ? Icon::ChevronDown : Icon::ChevronUp);
        updateFolding();
    });
    updateFolding();
    translated(this, [this] { retranslate(); });
}

void AnnotationBar::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(8);
    m_labels = new LabelButtons(this);
    m_labels->setObjectName(QStringLiteral("labelButtons"));
    m_details = new QWidget(this);
    auto* details = new QVBoxLayout(m_details);
    details->setContentsMargins(0, 0, 0, 0);
    details->setSpacing(8);
    details->addLayout(buildCriteriaRow());
    details->addLayout(buildReasonRow());
    column->addWidget(m_labels);
    column->addWidget(m_details);
    column->addStretch(1);
    column->addLayout(buildLastRow());
}

QLayout* AnnotationBar::buildCriteriaRow() {
    auto* row = new QHBoxLayout;
    m_wrongOn = plainLabel(m_details, true);
    m_wrongOn->setMinimumWidth(CaptionWidth);
    m_wrongOn->hide(); // until there are criteria
    m_criteria = new SharedRow;
    row->addWidget(m_wrongOn);
    row->addLayout(m_criteria, 1);
    return row;
}

QLayout* AnnotationBar::buildReasonRow() {
    auto* row = new QHBoxLayout;
    m_because = plainLabel(m_details, true);
    m_because->setMinimumWidth(CaptionWidth);
    m_tags = new TagEdit(m_details);
    m_tags->setObjectName(QStringLiteral("tags"));
    m_comment = new CommentEdit(m_details);
    constexpr int LineHeight = 28; // caption and tags stand on the comment's first line
    m_because->setFixedHeight(LineHeight);
    m_tags->setContentsMargins(0, 3, 0, 0);
    row->addWidget(m_because, 0, Qt::AlignTop);
    row->addWidget(m_tags, 1, Qt::AlignTop);
    row->addWidget(m_comment, 1, Qt::AlignTop);
    return row;
}

QLayout* AnnotationBar::buildLastRow() {
    auto* row = new QHBoxLayout;
    m_blind = new ToggleSwitch(this);
    m_blind->setObjectName(QStringLiteral("blindSwitch"));
    m_blindText = plainLabel(this);
    m_blindKey = new KeyHint(this);
    m_blindHint = new ElidedLabel(this);
    m_blindHint->setRole(QPalette::PlaceholderText);
    m_moved = new ElidedLabel(this);
    m_moved->setObjectName(QStringLiteral("blindLabel"));
    m_moved->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_unfold = new Chip(Chip::Tone::Plain, this);
    m_unfold->setObjectName(QStringLiteral("unfoldAnnotation"));
    m_unfold->setCheckable(true);
    m_unfold->setShowsCheck(false);
    m_unfold->setLeadingIcon(Icon::ChevronUp);
    m_saved = plainLabel(this, true);
    m_saved->setObjectName(QStringLiteral("savedAt"));
    m_next = new PrimaryButton(this);
    m_next->setObjectName(QStringLiteral("nextDisagreementButton"));
    row->addWidget(m_blind);
    row->addWidget(m_blindText);
    row->addWidget(m_blindKey);
    row->addWidget(m_blindHint, 1);
    row->addWidget(m_moved, 1);
    row->addStretch();
    row->addWidget(m_unfold);
    row->addWidget(m_saved);
    row->addWidget(m_next);
    return row;
}

void AnnotationBar::setCriteria(const QStringList& names, const QStringList& titles) {
    if (names == m_criterionNames && titles == m_criterionTitles)
        return; // a chip that has the focus keeps it
    m_criterionNames = names;
    m_criterionTitles = titles;
    qDeleteAll(m_criterionChips);
    m_criterionChips.clear();
    for (const QString& name : names) {
        const QString title = withVisibleControls(titles.value(m_criterionChips.size(), name));
        const QString number = QString::number(m_criterionChips.size() + 1);
        const bool isCrowded = names.size() > MostNames;
        auto* chip = new Chip(Chip::Tone::Alert, m_details);
        chip->setObjectName(QStringLiteral("wrongOn") + number);
        chip->setCheckable(true);
        chip->setProperty("criterion", name);
        chip->setSmall(isCrowded);
        chip->setText(isCrowded ? number : number + QLatin1Char(' ') + title);
        chip->setToolTip(plainToolTip(title));
        chip->setFocusPolicy(m_criterionChips.isEmpty() ? Qt::TabFocus : Qt::ClickFocus);
        connect(chip, &Chip::clicked, this, [this, name](bool isWrong) { Q_EMIT criterionToggled(name, isWrong); });
        m_criteria->addWidget(chip);
        chip->show();
        m_criterionChips << chip;
        nameCriterion(m_criterionChips.size() - 1);
    }
    m_wrongOn->setVisible(!names.isEmpty());
}

void AnnotationBar::nameCriterion(qsizetype index) {
    const QString title = m_criterionTitles.value(index, m_criterionNames[index]);
    m_criterionChips[index]->setAccessibleName(tr("Judge is wrong on %1").arg(withVisibleControls(title)));
}

void AnnotationBar::setChoices(const std::vector<LabelChoice>& choices) {
    m_labels->setChoices(choices);
}

void AnnotationBar::setAnnotation(const Annotation& annotation) {
    m_labels->setCurrent(personLabelOf(annotation));
    QStringList tags;
    for (const std::string& tag : annotation.tags)
        tags << fromUtf8(tag);
    m_tags->setTags(tags);
    m_comment->setComment(fromUtf8(annotation.comment));
    for (Chip* chip : std::as_const(m_criterionChips)) {
        const std::string name = toUtf8(chip->property("criterion").toString());
        chip->setChecked(std::any_of(annotation.criteria.begin(), annotation.criteria.end(),
            [&](const CriterionOverride& entry) { return entry.name == name && entry.judgeIsWrong; }));
    }
}

void AnnotationBar::toggleCriterion(int number) {
    if (number >= 1 && number <= m_criterionChips.size() && m_details->isEnabled())
        m_criterionChips[number - 1]->click();
}

void AnnotationBar::keyPressEvent(QKeyEvent* event) {
    if (!stepInRow({m_criterionChips.begin(), m_criterionChips.end()}, event->key()))
        QFrame::keyPressEvent(event);
}

void AnnotationBar::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    QPainter painter(this);
    paintTopLine(painter, rect(), currentTheme().line);
}

void AnnotationBar::setBlindLabel(const QString& words) {
    m_blindLabel = words;
    m_moved->setVisible(!words.isEmpty());
    m_moved->setText(tr("While blind: %1", "the label a person gave before they saw the judge").arg(words));
}

void AnnotationBar::setKnownTags(const QStringList& tags) {
    m_tags->setKnownTags(tags);
}

void AnnotationBar::setReadOnly(bool isReadOnly) {
    m_labels->setEnabled(!isReadOnly);
    m_details->setEnabled(!isReadOnly);
}

void AnnotationBar::setBlind(bool isBlind) {
    m_blind->setChecked(isBlind);
}

void AnnotationBar::setSavedAt(const QTime& time) {
    m_savedAt = time;
    m_saved->setText(time.isValid()
                         ? tr("Saved %1", "time of day").arg(QLocale().toString(time, QStringLiteral("HH:mm")))
                         : QString());
}

void AnnotationBar::setKeys(
    const QStringList& labelKeys, const QString& tagKey, const QString& nextKey, const QString& blindKey) {
    m_labels->setKeys(labelKeys);
    m_tags->setKeyHint(tagKey);
    m_next->setKeyHint(nextKey);
    m_blindKey->setKey(blindKey);
}

void AnnotationBar::setCompact(bool isCompact) {
    m_isCompact = isCompact;
    updateFolding();
}

void AnnotationBar::updateFolding() {
    m_details->setVisible(!m_isCompact || m_isUnfolded);
    m_unfold->setVisible(m_isCompact);
    m_blindHint->setVisible(!m_isCompact);
    setMinimumHeight(m_details->isVisibleTo(this) ? FullHeight : CompactHeight);
    updateGeometry();
}

void AnnotationBar::finishEditing() {
    m_comment->finishEditing();
}

void AnnotationBar::focusTags() {
    if (m_isCompact)
        m_unfold->setChecked(true);
    m_tags->beginAdding();
}

void AnnotationBar::focusComment() {
    if (m_isCompact)
        m_unfold->setChecked(true);
    m_comment->setFocus(Qt::ShortcutFocusReason);
}

void AnnotationBar::retranslate() {
    m_wrongOn->setText(tr("Judge is wrong on"));
    for (qsizetype i = 0; i < m_criterionChips.size(); ++i)
        nameCriterion(i);
    m_because->setText(tr("Because", "why the judge is wrong; before tags and a comment"));
    m_comment->setPlaceholderText(tr("Comment"));
    m_comment->setAccessibleName(tr("Comment"));
    m_blind->setAccessibleName(tr("Blind mode"));
    m_blindText->setText(tr("Blind"));
    m_blindHint->setText(tr("Hides verdicts, labels and model names"));
    m_unfold->setText(tr("Criteria, tags, comment"));
    m_next->setText(tr("Next disagreement"));
    setBlindLabel(m_blindLabel);
    setSavedAt(m_savedAt);
}

} // namespace assize::ui
