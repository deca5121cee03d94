// SPDX-License-Identifier: Apache-2.0
// What a person says of an item on the Review page, and the actions that say it.
#include "ui/bridge/session_editor.h"
#include "ui/bridge/settings.h"
#include "ui/review/annotation_bar.h"
#include "ui/review/item_header.h"
#include "ui/review/prompt_pane.h"
#include "ui/review/responses_area.h"
#include "ui/review/review_page.h"
#include "ui/review/verdict_panel.h"
#include "ui/shell/actions.h"
#include "ui/support/announce.h"
#include "ui/support/text.h"
#include "ui/widgets/verdict_glyph.h"

#include <QKeyEvent>
#include <QTime>
#include <algorithm>
#include <array>

namespace assize::ui {
namespace {

const QString DisagreeCondition = QStringLiteral("disagree");
const QString PromptIsFolded = QStringLiteral("prompt_folded");
const QString UnlabelledCondition = QStringLiteral("not annotated");

/// In the order of the labels; the last is for what cannot be judged.
constexpr std::array LabelActions = {ActionId::LabelAMuch, ActionId::LabelA, ActionId::LabelTie, ActionId::LabelBothBad,
    ActionId::LabelB, ActionId::LabelBMuch, ActionId::LabelCannotJudge};

constexpr int NumberedActions = 9;

ActionId numbered(ActionId first, int number) {
    return static_cast<ActionId>(static_cast<int>(first) + number - 1);
}

CriterionOverride& criterionOf(Annotation& annotation, const std::string& name) {
    const auto known = std::find_if(annotation.criteria.begin(), annotation.criteria.end(),
        [&](const CriterionOverride& criterion) { return criterion.name == name; });
    if (known != annotation.criteria.end())
        return *known;
    return annotation.criteria.emplace_back(CriterionOverride{name, false, {}, {}});
}

/// What the annotator said before the judge was seen, where they have said something else since; in words.
QString blindLabelLeft(const ReviewItem& review, const Annotation& own) {
    const auto blind =
        std::find_if(review.annotations.rbegin(), review.annotations.rend(), [&](const Annotation& earlier) {
            return earlier.annotator == own.annotator && earlier.blind && isLabelled(earlier) && !earlier.cannotJudge;
        });
    const bool hasMoved = blind != review.annotations.rend() && isLabelled(own) && !own.cannotJudge && !own.blind &&
                          personLabelOf(*blind) != personLabelOf(own);
    return hasMoved ? labelWords(personLabelOf(*blind)) : QString();
}

} // namespace

std::string ReviewPage::annotator() const {
    return toUtf8(m_settings.annotator());
}

bool ReviewPage::isCovered() const {
    if (!hasItem() || !m_settings.isBlind(m_settings.annotator()))
        return false;
    return !isLabelled(m_editor.current(m_review.item.key, annotator()));
}

QString ReviewPage::itemName() const {
    const Item& item = m_review.item;
    return withVisibleControls(fromUtf8(item.sourceId.empty() ? item.id : item.sourceId));
}

void ReviewPage::change(const QString& step, const std::function<void(Annotation&)>& apply, const QString& mergeKey) {
    if (hasItem() && m_document != nullptr && !m_document->isReadOnly())
        m_editor.annotate(m_review.item.key, annotator(), step, apply, mergeKey);
}

std::vector<LabelChoice> ReviewPage::choices() const {
    return labelChoices(personForm(m_review, m_verdict->form()), m_review.item.responses.size());
}

void ReviewPage::labelByKey(std::size_t number) {
    const std::vector<LabelChoice> all = choices();
    if (LabelActions[number] == ActionId::LabelCannotJudge)
        label(all.back().says);
    else if (number + 1 < all.size())
        label(all[number].says);
}

/// The menu names what the keys do: sides of a pair, or the scores and classes of a single answer.
void ReviewPage::nameLabelActions() {
    const std::vector<LabelChoice> all = choices();
    for (std::size_t number = 0; number + 1 < LabelActions.size(); ++number) {
        const bool isThere = number + 1 < all.size();
        const bool isOfPair = isThere && all[number].says.label.has_value();
        m_actions.setLabelled(LabelActions[number], isThere && !isOfPair ? all[number].words() : QString());
        m_actions.setPossible(LabelActions[number], isThere);
    }
}

void ReviewPage::label(PersonLabel said) {
    if (m_responses->isLoading()) // what nobody can read yet nobody can have an opinion on
        return;
    if (said.label && m_isShownSwapped) {
        said.label = swapped(*said.label);
        if (said.step)
            said.step = -*said.step;
    }
    const bool covered = isCovered();
    const bool wasSwapped = m_isShownSwapped;
    const RowKey shownRun = covered ? 0 : m_runKey;
    change(tr("label on %1").arg(itemName()), [=](Annotation& annotation) {
        setPersonLabel(annotation, said);
        annotation.blind = covered;
        annotation.sidesSwapped = wasSwapped;
        annotation.shownRunKey = shownRun;
    });
}

void ReviewPage::scoreCriterion(int score) {
    const QStringList names = m_verdict->criterionNames();
    const int criterion = m_verdict->currentCriterion();
    if (criterion < 0 || criterion >= names.size() || isCovered() || m_responses->isLoading())
        return;
    // The answer that has the focus is scored, else the first; a blind person's sides may be exchanged.
    const bool ofB = m_responses->isSecondFocused() != m_isShownSwapped;
    change(tr("score on %1").arg(itemName()), [=, name = toUtf8(names[criterion])](Annotation& annotation) {
        CriterionOverride& own = criterionOf(annotation, name);
        std::optional<double>& value = ofB ? own.scoreB : own.scoreA;
        value = value == score ? std::nullopt : std::optional<double>(score);
    });
}

void ReviewPage::showOwnAnnotation() {
    const Annotation own = m_editor.current(m_review.item.key, annotator());
    m_annotation->setChoices(choices());
    nameLabelActions();
    m_annotation->setAnnotation(own);
    m_annotation->setBlindLabel(blindLabelLeft(m_review, own));
    m_actions.get(ActionId::FlagItem)->setChecked(own.flagged);
    m_header->setFlagged(own.flagged);
}

void ReviewPage::onSaved(const Annotation& annotation) {
    m_list->refresh({annotation.itemKey});
    m_figures.adopt(annotation);
    if (annotation.itemKey != m_review.item.key)
        return;
    const Annotation before = currentAnnotation(m_review, annotator());
    if (annotation.tags != before.tags)
        m_list->readFacets();
    m_review.annotations.push_back(annotation);
    m_annotation->setSavedAt(QTime::currentTime());
    showReview();
    announce(m_annotation, tr("Saved: %1", "a label").arg(labelWords(personLabelOf(annotation))));
    const bool isNewLabel = !isLabelled(before) && isLabelled(annotation);
    if (isNewLabel && m_actions.get(ActionId::AdvanceAfterLabel)->isChecked())
        m_list->step(1);
}

void ReviewPage::setBlind(bool isBlind) {
    m_settings.setBlind(m_settings.annotator(), isBlind);
    m_actions.get(ActionId::Blind)->setChecked(isBlind);
    m_list->setBlind(isBlind);
    if (hasItem())
        showReview();
    else
        m_annotation->setBlind(isBlind);
}

/// What has no use for these keys itself leaves them to the list.
void ReviewPage::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0 || event->modifiers() != Qt::NoModifier)
        return QWidget::keyPressEvent(event);
    m_list->step(step);
}

void ReviewPage::bindActions() {
    const auto bind = [this](ActionId id, auto run) { m_actions.bind(id, this, run); };
    bind(ActionId::FindItems, [this] {
        setListFolded(false);
        m_list->focusSearch();
    });
    bind(ActionId::NextItem, [this] { m_list->step(1); });
    bind(ActionId::PreviousItem, [this] { m_list->step(-1); });
    bind(ActionId::NextDisagreement, [this] { m_list->stepTo(DisagreeCondition, 1); });
    bind(ActionId::PreviousDisagreement, [this] { m_list->stepTo(DisagreeCondition, -1); });
    bind(ActionId::NextUnlabelled, [this] { m_list->stepTo(UnlabelledCondition, 1); });
    bind(ActionId::NextJudge, [this] { m_verdict->nextJudge(); });
    bind(ActionId::SwitchOrder, [this] { m_verdict->switchOrder(); });
    bind(ActionId::RawOutput, [this] { m_verdict->showRaw(); });
    bind(ActionId::NextCriterion, [this] { m_verdict->stepCriterion(1); });
    bind(ActionId::PreviousCriterion, [this] { m_verdict->stepCriterion(-1); });
    bind(ActionId::ResetWeights, [this] { m_verdict->resetWeights(); });
    bind(ActionId::JudgeAgain, [this] { judgeItem(); });
    bind(ActionId::EditParser, [this] { editParser(); });
    for (int number = 1; number <= NumberedActions; ++number) {
        bind(numbered(ActionId::WrongOn1, number), [this, number] { m_annotation->toggleCriterion(number); });
        bind(numbered(ActionId::Score1, number), [this, number] { scoreCriterion(number); });
    }
    bind(ActionId::NextPane, [this] { stepPane(1); });
    bind(ActionId::PreviousPane, [this] { stepPane(-1); });
    const auto bindSwitch = [this](ActionId id, auto run) { m_actions.bindSwitch(id, this, run); };
    bindSwitch(ActionId::FoldPrompt, [this](bool isFolded) {
        m_prompt->setFolded(isFolded);
        m_settings.setFlag(PromptIsFolded, isFolded);
    });
    bindSwitch(ActionId::FoldItemList, [this](bool isFolded) { setListFolded(isFolded); });
    bindSwitch(ActionId::FoldVerdict, [this](bool isFolded) { setVerdictFolded(isFolded); });
    bindSwitch(ActionId::Blind, [this](bool isBlind) { setBlind(isBlind); });
    QAction* advance = m_actions.get(ActionId::AdvanceAfterLabel);
    advance->setChecked(m_settings.flag(advance->objectName(), false));
    bindSwitch(
        ActionId::AdvanceAfterLabel, [this, advance](bool isOn) { m_settings.setFlag(advance->objectName(), isOn); });
    m_actions.get(ActionId::Blind)->setChecked(m_settings.isBlind(m_settings.annotator()));
    m_list->setBlind(m_settings.isBlind(m_settings.annotator()));
}

void ReviewPage::bindLabels() {
    for (std::size_t number = 0; number < LabelActions.size(); ++number)
        m_actions.bind(LabelActions[number], this, [this, number] { labelByKey(number); });
    m_actions.bind(ActionId::ClearLabel, this, [this] { label({}); });
    m_actions.bind(ActionId::AddTag, this, [this] { m_annotation->focusTags(); });
    m_actions.bind(ActionId::Comment, this, [this] { m_annotation->focusComment(); });
    m_actions.bindSwitch(ActionId::FlagItem, this, [this](bool isFlagged) {
        change(tr("flag on %1").arg(itemName()), [=](Annotation& annotation) { annotation.flagged = isFlagged; });
    });
    connect(m_annotation, &AnnotationBar::labelChosen, this, &ReviewPage::label);
    connect(m_annotation, &AnnotationBar::nextRequested, m_actions.get(ActionId::NextDisagreement), &QAction::trigger);
    connect(m_annotation, &AnnotationBar::left, m_responses, &ResponsesArea::focusFirst);
    connect(m_annotation, &AnnotationBar::blindToggled, this, &ReviewPage::setBlind);
    connect(m_annotation, &AnnotationBar::criterionToggled, this, [this](const QString& name, bool isWrong) {
        change(tr("“judge is wrong” on %1").arg(itemName()),
            [=](Annotation& annotation) { criterionOf(annotation, toUtf8(name)).judgeIsWrong = isWrong; });
    });
    connect(m_annotation, &AnnotationBar::tagsChanged, this, [this](const QStringList& tags) {
        change(tr("tags on %1").arg(itemName()), [=](Annotation& annotation) {
            annotation.tags.clear();
            for (const QString& tag : tags)
                annotation.tags.push_back(toUtf8(tag));
        });
    });
    connect(m_annotation, &AnnotationBar::commentChanged, this, [this](const QString& comment) {
        change(
            tr("comment on %1").arg(itemName()), [=](Annotation& annotation) { annotation.comment = toUtf8(comment); },
            QStringLiteral("comment %1").arg(m_review.item.key));
    });
    const auto showKeys = [this] {
        QStringList keys;
        for (const ActionId id : LabelActions)
            keys << m_actions.keyText(id);
        m_list->setSearchKey(m_actions.keyText(ActionId::FindItems));
        m_annotation->setKeys(keys, m_actions.keyText(ActionId::AddTag), m_actions.keyText(ActionId::NextDisagreement),
            m_actions.keyText(ActionId::Blind));
    };
    connect(&m_actions, &Actions::shortcutsApplied, this, showKeys);
    showKeys();
}

} // namespace assize::ui
