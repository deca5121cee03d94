// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/runs_toolbar.h"

#include "ui/shell/actions.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>

namespace assize::ui {
namespace {

QPushButton* iconButton(Icon icon, const char* name, QWidget* parent) {
    auto* button = new QPushButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setIcon(themedIcon(icon));
    return button;
}

} // namespace

RunPowers powersOver(const std::optional<RunRow>& row, bool isReadOnly) {
    if (!row || isReadOnly)
        return {};
    const bool isImported = row->key != 0 && row->endpoint.isEmpty();
    const bool isWaiting = row->phase == RunPhase::Queued;
    const bool isIdle = !row->isActive() && !isWaiting && row->key != 0 && !isImported;
    RunPowers powers;
    powers.mayPause = row->isActive() && row->phase != RunPhase::Paused && row->phase != RunPhase::Stopping;
    powers.mayResume = row->phase == RunPhase::Paused || (isIdle && row->left() > 0);
    powers.mayStop = isWaiting || (row->isActive() && row->phase != RunPhase::Stopping);
    const bool goesOn = row->isActive() && row->phase != RunPhase::Planning && row->phase != RunPhase::Stopping;
    powers.mayRetry = (isIdle || goesOn) && row->failed > row->toRetry;
    return powers;
}

RunsToolbar::RunsToolbar(Actions& actions, QWidget* parent)
    : PaneHeader(parent, 44)
    , m_actions(actions)
    , m_new(new PrimaryButton(this))
    , m_pause(iconButton(Icon::Pause, "pauseButton", this))
    , m_stop(iconButton(Icon::Stop, "stopButton", this))
    , m_retry(iconButton(Icon::Refresh, "retryButton", this))
    , m_resume(iconButton(Icon::Play, "resumeButton", this))
    , m_search(new SearchField(this)) {
    setObjectName(QStringLiteral("runsToolbar"));
    setOnBase(true);
    m_new->setObjectName(QStringLiteral("newRunButton"));
    m_search->setObjectName(QStringLiteral("runSearch"));
    constexpr int SearchWidth = 220;
    m_search->setMaximumWidth(SearchWidth);
    for (QPushButton* button : {static_cast<QPushButton*>(m_new), m_pause, m_stop, m_retry, m_resume})
        row()->addWidget(button);
    row()->addStretch();
    row()->addWidget(m_search, 1);
    QAction* newRun = actions.get(ActionId::NewRun);
    connect(m_new, &QPushButton::clicked, newRun, &QAction::trigger);
    connect(newRun, &QAction::changed, m_new, [this, newRun] { m_new->setEnabled(newRun->isEnabled()); });
    connect(m_pause, &QPushButton::clicked, this, &RunsToolbar::pauseClicked);
    connect(m_stop, &QPushButton::clicked, this, &RunsToolbar::stopClicked);
    connect(m_retry, &QPushButton::clicked, this, &RunsToolbar::retryClicked);
    connect(m_resume, &QPushButton::clicked, this, &RunsToolbar::resumeClicked);
    connect(m_search, &QLineEdit::textChanged, this, &RunsToolbar::searchChanged);
    connect(&actions, &Actions::shortcutsApplied, this, &RunsToolbar::retranslate);
    translated(this, [this] { retranslate(); });
    setPowers({}, 0);
}

void RunsToolbar::setPowers(const RunPowers& powers, qint64 failed) {
    m_pause->setEnabled(powers.mayPause);
    m_stop->setEnabled(powers.mayStop);
    m_retry->setEnabled(powers.mayRetry);
    m_resume->setEnabled(powers.mayResume);
    m_failed = powers.mayRetry ? failed : 0;
    retranslate();
}

void RunsToolbar::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void RunsToolbar::retranslate() {
    m_new->setText(tr("New run…"));
    m_new->setKeyHint(m_actions.keyText(ActionId::NewRun));
    m_pause->setText(tr("Pause"));
    m_stop->setText(tr("Stop"));
    m_retry->setText(m_failed > 0 ? tr("Retry %n failed", nullptr, static_cast<int>(m_failed)) : tr("Retry failed"));
    m_resume->setText(tr("Resume"));
    m_search->setPlaceholderText(tr("Filter runs"));
    m_search->setAccessibleName(tr("Filter runs"));
    const auto explain = [this](QPushButton* button, ActionId id) {
        const QString key = m_actions.keyText(id);
        button->setToolTip(
            key.isEmpty() ? QString() : plainToolTip(QStringLiteral("%1 (%2)").arg(button->text(), key)));
    };
    explain(m_pause, ActionId::PauseRun);
    explain(m_resume, ActionId::PauseRun);
    explain(m_stop, ActionId::StopRun);
    explain(m_retry, ActionId::RetryFailed);
}

} // namespace assize::ui
