// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/actions.h"

#include "ui/bridge/settings.h"
#include "ui/support/translated.h"

#include <QCoreApplication>
#include <QMenu>
#include <QRegularExpression>
#include <array>

namespace assize::ui {
namespace {

constexpr std::array MenuTexts = {QT_TRANSLATE_NOOP("Actions", "&File"), QT_TRANSLATE_NOOP("Actions", "&Edit"),
    QT_TRANSLATE_NOOP("Actions", "&View"), QT_TRANSLATE_NOOP("Actions", "&Item"),
    QT_TRANSLATE_NOOP("Actions", "&Judge"), QT_TRANSLATE_NOOP("Actions", "&Run"),
    QT_TRANSLATE_NOOP("Actions", "&Tools"), QT_TRANSLATE_NOOP("Actions", "&Help")};
constexpr std::array MenuNames = {
    "fileMenu", "editMenu", "viewMenu", "itemMenu", "judgeMenu", "runMenu", "toolsMenu", "helpMenu"};

QString translate(const char* text) {
    return QCoreApplication::translate("Actions", text);
}

/// Chinese texts have the key in brackets at their end: "打开(&O)".
QString withoutMnemonic(QString text) {
    static const QRegularExpression bracketed(QStringLiteral(R"(\(&\w\))"));
    return text.remove(bracketed).remove(QLatin1Char('&'));
}

bool isMet(Needs needs, Needs available) {
    switch (needs) {
    case Needs::Nothing:
        return true;
    case Needs::Session:
        return available != Needs::Nothing;
    case Needs::WritableSession:
        return available == Needs::WritableSession || available == Needs::WritableItem;
    case Needs::Item:
        return available == Needs::Item || available == Needs::WritableItem;
    case Needs::WritableItem:
        break;
    }
    return available == Needs::WritableItem;
}

} // namespace

Actions::Actions(QMenuBar* bar, Settings& settings, QWidget* window)
    : QObject(window)
    , m_settings(settings) {
    for (std::size_t i = 0; i < MenuTexts.size(); ++i) {
        QMenu* menu = bar->addMenu(QString());
        menu->setObjectName(QLatin1String(MenuNames.at(i)));
        menu->menuAction()->setVisible(false);
        m_menus[static_cast<MenuId>(i)] = menu;
    }
    std::map<MenuId, int> sections;
    for (const ActionSpec& spec : actionTable()) {
        QMenu* menu = m_menus.at(spec.menu);
        const auto [section, isFirst] = sections.try_emplace(spec.menu, spec.section);
        if (!isFirst && section->second != spec.section) {
            m_separators[{spec.menu, spec.section}] = menu->addSeparator();
            section->second = spec.section;
        }
        auto* action = new QAction(this);
        action->setObjectName(QLatin1String(spec.name));
        action->setCheckable(spec.isSwitch);
        action->setVisible(false);
        menuOf(spec)->addAction(action);
        window->addAction(action);
        m_actions[spec.id] = action;
    }
    connect(&m_settings, &Settings::shortcutsChanged, this, &Actions::applyShortcuts);
    applyShortcuts();
    translated(window, [this] { retranslate(); });
    setState(ModeId::Start, Needs::Nothing);
}

QMenu* Actions::menuOf(const ActionSpec& spec) {
    if (spec.submenu == nullptr)
        return m_menus.at(spec.menu);
    QMenu*& submenu = m_submenus[spec.submenu];
    if (submenu == nullptr) {
        submenu = m_menus.at(spec.menu)->addMenu(QString());
        submenu->menuAction()->setVisible(false);
    }
    return submenu;
}

void Actions::bind(ActionId id, QObject* context, std::function<void()> run) {
    connect(get(id), &QAction::triggered, context, [run = std::move(run)] { run(); });
    show(id);
}

void Actions::bindSwitch(ActionId id, QObject* context, std::function<void(bool)> run) {
    connect(get(id), &QAction::triggered, context, [run = std::move(run)](bool isOn) { run(isOn); });
    show(id);
}

void Actions::show(ActionId id) {
    get(id)->setVisible(true);
    for (const ActionSpec& spec : actionTable()) {
        if (spec.id != id)
            continue;
        m_menus.at(spec.menu)->menuAction()->setVisible(true);
        menuOf(spec)->menuAction()->setVisible(true);
    }
}

void Actions::addSubmenu(MenuId id, QMenu* submenu, int beforeSection) {
    const auto separator = m_separators.find({id, beforeSection});
    if (separator == m_separators.end())
        m_menus.at(id)->addMenu(submenu);
    else
        m_menus.at(id)->insertMenu(separator->second, submenu);
    m_menus.at(id)->menuAction()->setVisible(true);
}

void Actions::setState(ModeId mode, Needs available) {
    m_mode = mode;
    m_available = available;
    for (const ActionSpec& spec : actionTable()) {
        const bool isHere = spec.mode == ModeId::Any || spec.mode == mode;
        const auto step = m_steps.find(spec.id);
        const bool hasNoStep = step != m_steps.end() && step->second.isEmpty();
        const bool isPossible = !hasNoStep && m_impossible.count(spec.id) == 0;
        get(spec.id)->setEnabled(isHere && isPossible && isMet(spec.needs, available));
    }
}

void Actions::setPossible(ActionId id, bool isPossible) {
    const bool hasChanged = isPossible ? m_impossible.erase(id) > 0 : m_impossible.insert(id).second;
    if (hasChanged)
        setState(m_mode, m_available);
}

void Actions::setStep(ActionId id, bool isPossible, const QString& step) {
    m_steps[id] = isPossible ? step : QString();
    get(id)->setEnabled(isPossible);
    retranslate();
}

void Actions::setLabelled(ActionId id, const QString& words) {
    QString& labelled = m_labelled[id];
    if (labelled == words)
        return;
    labelled = words;
    retranslate();
}

void Actions::applyShortcuts() {
    for (const ActionSpec& spec : actionTable()) {
        QList<QKeySequence> standard =
            QKeySequence::listFromString(QLatin1String(spec.keys), QKeySequence::PortableText);
        const QKeySequence first = standard.value(0);
        const QKeySequence chosen = m_settings.shortcut(QLatin1String(spec.name), first);
        if (chosen != first)
            standard = {chosen};
        get(spec.id)->setShortcuts(standard);
    }
    Q_EMIT shortcutsApplied();
}

QString Actions::keyText(ActionId id) const {
    return get(id)->shortcut().toString(QKeySequence::NativeText);
}

QString Actions::plainText(ActionId id) const {
    return withoutMnemonic(get(id)->text());
}

QString Actions::menuText(MenuId id) const {
    return withoutMnemonic(m_menus.at(id)->title());
}

void Actions::retranslate() {
    for (std::size_t i = 0; i < MenuTexts.size(); ++i)
        m_menus.at(static_cast<MenuId>(i))->setTitle(translate(MenuTexts.at(i)));
    for (const auto& [text, submenu] : m_submenus)
        submenu->setTitle(translate(text));
    for (const ActionSpec& spec : actionTable()) {
        const auto step = m_steps.find(spec.id);
        const bool hasStep = step != m_steps.end() && !step->second.isEmpty();
        const auto labelled = m_labelled.find(spec.id);
        const QString text =
            labelled != m_labelled.end() && !labelled->second.isEmpty()
                ? tr("Label: %1").arg(QString(labelled->second).replace(QLatin1Char('&'), QStringLiteral("&&")))
            : spec.number > 0 ? translate(spec.text).arg(spec.number)
                              : translate(spec.text);
        get(spec.id)->setText(hasStep ? tr("%1 %2", "Undo or Redo, name of the step").arg(text, step->second) : text);
    }
}

} // namespace assize::ui
