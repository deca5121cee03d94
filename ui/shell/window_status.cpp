// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/window_status.h"

#include "ui/models/run_words.h"
#include "ui/support/app_style.h"
#include "ui/support/fonts.h"
#include "ui/support/icons.h"
#include "ui/support/style_paint.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/panes.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>
#include <chrono>

namespace assize::ui {
namespace {

using namespace std::chrono_literals;

/// A label with a short line before it, as the parts of the status bar are kept apart.
class StatusLabel final : public QLabel {
public:
    StatusLabel(QWidget* parent, bool hasLine)
        : QLabel(parent)
        , m_hasLine(hasLine) {
        setTextFormat(Qt::PlainText);
        setFont(fontFor(TextRole::Small));
        setContentsMargins(10, 0, 10, 0);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QLabel::paintEvent(event);
        if (!m_hasLine)
            return;
        QPainter painter(this);
        constexpr double Inset = 5;
        paintRightLine(painter, QRectF(0, Inset, 1, height() - 2 * Inset), currentTheme().line2);
    }

private:
    bool m_hasLine;
};

} // namespace

WindowStatus::WindowStatus(QWidget* parent)
    : QStatusBar(parent)
    , m_session(addLabel(QStringLiteral("sessionName"), false))
    , m_saveState(addLabel(QStringLiteral("saveState"), false))
    , m_labelled(addLabel(QStringLiteral("labelledCount"), true))
    , m_kappa(addLabel(QStringLiteral("kappa"), true))
    , m_run(new QToolButton(this))
    , m_task(new QWidget(this))
    , m_taskName(plainLabel(m_task))
    , m_taskBar(new QProgressBar(m_task))
    , m_taskCancel(new QToolButton(m_task)) {
    constexpr int Height = 24;
    constexpr int BarWidth = 140;
    setFixedHeight(Height);
    setSizeGripEnabled(false);
    setContentsMargins(0, 0, 8, 0);
    m_task->setObjectName(QStringLiteral("task"));
    m_taskName->setFont(fontFor(TextRole::Small));
    m_taskBar->setFixedSize(BarWidth, 8);
    m_taskBar->setTextVisible(false);
    m_taskCancel->setObjectName(QStringLiteral("cancelTask"));
    m_taskCancel->setIcon(themedIcon(Icon::Cross));
    m_taskCancel->setFixedSize(22, 22);
    setLook(m_taskCancel, ButtonLook::Flat);
    auto* row = new QHBoxLayout(m_task);
    row->setContentsMargins(8, 0, 4, 0);
    row->addWidget(m_taskName);
    row->addWidget(m_taskBar);
    row->addWidget(m_taskCancel);
    m_task->hide();
    m_run->setObjectName(QStringLiteral("runStatus"));
    m_run->setFont(fontFor(TextRole::Small));
    setLook(m_run, ButtonLook::Flat);
    m_run->setFixedHeight(22);
    m_run->hide();
    connect(m_run, &QToolButton::clicked, this, &WindowStatus::runClicked);
    addPermanentWidget(m_run);
    addPermanentWidget(m_task);
    m_taskDelay.setSingleShot(true);
    connect(&m_taskDelay, &QTimer::timeout, m_task, &QWidget::show);
    connect(m_taskCancel, &QToolButton::clicked, this, &WindowStatus::taskCancelled);
    translated(this, [this] { retranslate(); });
}

QLabel* WindowStatus::addLabel(const QString& objectName, bool atEnd) {
    const bool isFirst = findChildren<QLabel*>().isEmpty();
    auto* label = new StatusLabel(this, !isFirst);
    label->setObjectName(objectName);
    if (atEnd)
        addPermanentWidget(label);
    else
        addWidget(label);
    return label;
}

void WindowStatus::setSession(const QString& name, const QString& saveState) {
    m_session->setText(name);
    m_saveState->setText(saveState);
    const bool isOpen = !saveState.isEmpty();
    m_saveState->setVisible(isOpen);
    m_run->setVisible(isOpen);
}

void WindowStatus::setCounts(const std::optional<RunAgreement>& counts) {
    m_counts = counts;
    retranslate();
}

void WindowStatus::setRun(const std::optional<RunRow>& row) {
    m_runRow = row;
    showRun();
}

void WindowStatus::showRun() {
    m_run->setToolTip(plainToolTip(tr("Show the runs")));
    if (!m_runRow) {
        m_run->setText(tr("No run active"));
        m_run->setAccessibleName(m_run->text());
        return;
    }
    const QLocale locale;
    const QString name = m_runRow->number > 0 ? tr("Run %1").arg(locale.toString(m_runRow->number)) : tr("New run");
    const QString progress =
        tr("%1 of %2", "calls of a run").arg(locale.toString(m_runRow->reached), locale.toString(m_runRow->planned));
    const bool isGoing = m_runRow->phase == RunPhase::Running;
    const QString rest = !isGoing                ? phaseWords(*m_runRow)
                         : m_runRow->secondsLeft ? tr("%1 left", "time").arg(durationWords(*m_runRow->secondsLeft))
                                                 : QString();
    m_run->setText(rest.isEmpty() ? tr("%1: %2", "run, progress").arg(name, progress)
                                  : tr("%1: %2, %3", "run, progress, time left or state").arg(name, progress, rest));
    m_run->setAccessibleName(m_run->text());
}

void WindowStatus::beginTask(const QString& name, bool canCancel) {
    m_taskCancel->setVisible(canCancel);
    m_taskName->setText(name);
    m_taskBar->setRange(0, 0);
    m_taskBar->setAccessibleName(name);
    m_taskDelay.start(1s);
}

void WindowStatus::endTask() {
    m_taskDelay.stop();
    m_task->hide();
}

void WindowStatus::retranslate() {
    showRun();
    m_taskCancel->setToolTip(plainToolTip(tr("Stop")));
    m_taskCancel->setAccessibleName(tr("Stop the task"));
    m_labelled->setVisible(m_counts.has_value());
    m_kappa->setVisible(m_counts.has_value());
    if (!m_counts)
        return;
    const QLocale locale;
    m_labelled->setText(
        tr("%1 of %2 labelled disagree").arg(locale.toString(m_counts->disagree), locale.toString(m_counts->labelled)));
    m_kappa->setText(tr("κ %1", "agreement with the judge shown").arg(numberOrDash(m_counts->kappa, 2)));
    m_kappa->setToolTip(plainToolTip(tr("Cohen's kappa of judge and human labels")));
}

} // namespace assize::ui
