// SPDX-License-Identifier: Apache-2.0
#include "ui/review/item_header.h"

#include "ui/shell/actions.h"
#include "ui/support/app_style.h"
#include "ui/support/fonts.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/verdict_glyph.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace assize::ui {
namespace {

constexpr int MostPeople = 4;

} // namespace

struct ItemHeader::Person {
    QString name;
    VerdictGlyph glyph;
    QString answer; ///< of a single answer, in place of the glyph
};

ItemHeader::ItemHeader(Actions& actions, QWidget* parent)
    : PaneHeader(parent)
    , m_actions(actions)
    , m_previous(addStep(Icon::ChevronLeft, actions.get(ActionId::PreviousItem)))
    , m_next(addStep(Icon::ChevronRight, actions.get(ActionId::NextItem)))
    , m_id(new ElidedLabel(this))
    , m_category(new Chip(Chip::Tone::Quiet, this))
    , m_flag(new Chip(Chip::Tone::Quiet, this))
    , m_caption(plainLabel(this, true))
    , m_people(new QWidget(this)) {
    setObjectName(QStringLiteral("itemHeader"));
    m_id->setObjectName(QStringLiteral("itemId"));
    m_id->setFont(strongFont(TextRole::Body));
    m_id->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    constexpr int WidestCategory = 240; // the id has more of a right to be read
    m_category->setMaximumWidth(WidestCategory);
    m_flag->setObjectName(QStringLiteral("itemFlag"));
    m_flag->setLeadingIcon(Icon::Flag);
    auto* people = new QHBoxLayout(m_people);
    people->setContentsMargins(0, 0, 0, 0);
    people->setSpacing(6);
    row()->setSpacing(6);
    row()->addWidget(m_previous);
    row()->addWidget(m_next);
    row()->addWidget(m_id);
    row()->addWidget(m_category);
    row()->addWidget(m_flag);
    row()->addStretch();
    row()->addWidget(m_caption);
    row()->addWidget(m_people);
    connect(&actions, &Actions::shortcutsApplied, this, &ItemHeader::retranslate);
    translated(this, [this] { retranslate(); });
    clear();
}

QToolButton* ItemHeader::addStep(Icon icon, QAction* action) {
    auto* button = new QToolButton(this);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setIcon(themedIcon(icon));
    button->setFixedSize(24, 24);
    setLook(button, ButtonLook::Flat);
    connect(button, &QToolButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, [button, action] { button->setEnabled(action->isEnabled()); });
    return button;
}

void ItemHeader::retranslate() {
    for (const auto& [button, name, id] : {std::tuple(m_previous, tr("Previous item"), ActionId::PreviousItem),
             std::tuple(m_next, tr("Next item"), ActionId::NextItem)}) {
        const QString key = m_actions.keyText(id);
        button->setAccessibleName(name);
        button->setToolTip(plainToolTip(key.isEmpty() ? name : tr("%1 (%2)", "tool, key").arg(name, key)));
    }
    m_caption->setText(tr("Human labels"));
    m_flag->setText(tr("Flagged", "for later"));
    m_flag->setAccessibleName(m_flag->text());
}

void ItemHeader::setFlagged(bool isFlagged) {
    m_flag->setVisible(isFlagged);
}

void ItemHeader::clear() {
    m_id->setText({});
    m_category->hide();
    m_flag->hide();
    m_caption->hide();
    m_people->hide();
}

void ItemHeader::showItem(const ReviewItem& review, bool isCovered) {
    const Item& item = review.item;
    m_id->setText(withVisibleControls(fromUtf8(item.sourceId.empty() ? item.id : item.sourceId)));
    m_category->setText(withVisibleControls(fromUtf8(item.category)));
    m_category->setVisible(!item.category.empty());
    while (QLayoutItem* old = m_people->layout()->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    if (!isCovered)
        showPeople(review);
    const bool hasPeople = m_people->layout()->count() > 0;
    m_caption->setVisible(hasPeople);
    m_people->setVisible(hasPeople);
}

void ItemHeader::showPeople(const ReviewItem& review) {
    std::vector<Person> people;
    for (const ItemLabel& label : review.labels) {
        const PersonLabel said{label.label, label.step, false, label.score, label.result};
        if (said != PersonLabel())
            people.push_back(
                personOf(label.annotator.empty() ? tr("Gold") : withVisibleControls(fromUtf8(label.annotator)), said));
    }
    for (const Annotation& annotation : currentAnnotations(review)) {
        if (isLabelled(annotation))
            people.push_back(personOf(withVisibleControls(fromUtf8(annotation.annotator)), personLabelOf(annotation)));
    }
    const auto shown = std::min<std::size_t>(people.size(), MostPeople);
    for (std::size_t i = 0; i < shown; ++i)
        addPerson(people[i]);
    if (people.size() > shown) {
        QLabel* more = plainLabel(m_people, true);
        more->setText(tr("+%1", "more people").arg(people.size() - shown));
        m_people->layout()->addWidget(more);
    }
}

ItemHeader::Person ItemHeader::personOf(const QString& name, const PersonLabel& said) {
    if (said.score || !said.result.empty())
        return {name, {VerdictGlyph::Owner::Human, {}}, labelWords(said)};
    return {name,
        said.cannotJudge ? VerdictGlyph::cannotJudge()
                         : VerdictGlyph(VerdictGlyph::Owner::Human, said.label, said.step),
        {}};
}

void ItemHeader::addPerson(const Person& person) {
    if (!person.answer.isEmpty()) {
        QLabel* answer = plainLabel(m_people);
        answer->setFont(strongFont(TextRole::Body));
        answer->setText(person.answer);
        QLabel* name = plainLabel(m_people, true);
        name->setText(person.name);
        m_people->layout()->addWidget(answer);
        m_people->layout()->addWidget(name);
        return;
    }
    auto* glyph = new GlyphLabel(VerdictGlyph::RowSize, m_people);
    glyph->setGlyph(person.glyph, person.name);
    QLabel* name = plainLabel(m_people);
    name->setText(person.name);
    m_people->layout()->addWidget(glyph);
    m_people->layout()->addWidget(name);
}

} // namespace assize::ui
