// SPDX-License-Identifier: Apache-2.0
#include "ui/endpoints/local_server_dialog.h"

#include "ui/bridge/settings.h"
#include "ui/endpoints/form_rows.h"
#include "ui/endpoints/llama_page.h"
#include "ui/endpoints/recipes.h"
#include "ui/support/error_text.h"
#include "ui/support/fonts.h"
#include "ui/support/icons.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/panes.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabWidget>
#include <chrono>

namespace assize::ui {
namespace {

using namespace std::chrono_literals;
using Phase = LocalServerStatus::Phase;

constexpr QSize ServerDialogSize(860, 600);
constexpr std::size_t LogShown = 64U << 10U;
const QString LlamaState = QStringLiteral("llama_server");

} // namespace

LocalServerDialog::LocalServerDialog(LocalServers& servers, Settings& settings, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent)
    , m_servers(servers)
    , m_settings(settings)
    , m_dialogs(dialogs)
    , m_tabs(new QTabWidget(this))
    , m_llama(new LlamaPage(dialogs, m_tabs))
    , m_recipes(new RecipesPage(m_tabs))
    , m_close(new QPushButton(this)) {
    setObjectName(QStringLiteral("localServerDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    resize(ServerDialogSize);
    m_llama->restore(m_settings.state(LlamaState));
    build();
    connectParts();
    translated(this, [this] { retranslate(); });
    m_logTimer.start(500ms);
}

LocalServerDialog::~LocalServerDialog() {
    m_settings.setState(LlamaState, m_llama->state());
}

void LocalServerDialog::build() {
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(QStringLiteral("localServerTabs"));
    m_tabs->addTab(m_llama, QString());
    m_tabs->addTab(buildOllama(), QString());
    m_tabs->addTab(m_recipes, QString());
    m_start = new PrimaryButton(this);
    m_start->setObjectName(QStringLiteral("startStopServer"));
    m_start->setDefault(true);
    m_connect = new QPushButton(this);
    m_connect->setObjectName(QStringLiteral("connectStarted"));
    m_close->setObjectName(QStringLiteral("closeLocalServer"));
    for (QPushButton* button : {m_connect, m_close})
        button->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_connect);
    buttons->addWidget(m_start);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_tabs, 1);
    column->addWidget(buildServerPart(), 1);
    column->addLayout(buttons);
}

QWidget* LocalServerDialog::buildOllama() {
    constexpr int LastPort = 65535;
    auto* page = new QWidget(m_tabs);
    auto* form = new QFormLayout(page);
    form->setVerticalSpacing(8);
    m_ollamaNote = noteLabel(page);
    m_ollamaPort = new QSpinBox(page);
    m_ollamaPort->setObjectName(QStringLiteral("ollamaPort"));
    m_ollamaPort->setRange(1, LastPort);
    m_ollamaPort->setValue(OllamaOptions().port);
    addFormRow(form, m_ollamaPort, [] { return tr("P&ort:"); });
    form->addRow(m_ollamaNote);
    return page;
}

QWidget* LocalServerDialog::buildServerPart() {
    m_serverPart = new QWidget(this);
    m_command = new QLineEdit(m_serverPart);
    m_command->setObjectName(QStringLiteral("serverCommand"));
    m_command->setReadOnly(true);
    m_command->setFont(fontFor(TextRole::MonoSmall));
    m_copy = new QPushButton(themedIcon(Icon::Copy), QString(), m_serverPart);
    m_copy->setObjectName(QStringLiteral("copyServerCommand"));
    m_copy->setAutoDefault(false);
    m_status = noteLabel(m_serverPart);
    m_status->setObjectName(QStringLiteral("serverStatus"));
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_log = new QPlainTextEdit(m_serverPart);
    m_log->setObjectName(QStringLiteral("serverLog"));
    m_log->setReadOnly(true);
    m_log->setFont(fontFor(TextRole::MonoSmall));
    m_log->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_command, 1);
    line->addWidget(m_copy);
    auto* column = new QVBoxLayout(m_serverPart);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(line);
    column->addWidget(m_status);
    column->addWidget(m_log, 1);
    return m_serverPart;
}

void LocalServerDialog::connectParts() {
    connect(m_tabs, &QTabWidget::currentChanged, this, &LocalServerDialog::refresh);
    connect(m_llama, &LlamaPage::edited, this, &LocalServerDialog::refresh);
    connect(m_ollamaPort, &QSpinBox::valueChanged, this, &LocalServerDialog::refresh);
    connect(&m_servers, &LocalServers::changed, this, &LocalServerDialog::refresh);
    connect(&m_logTimer, &QTimer::timeout, this, &LocalServerDialog::refreshLog);
    connect(m_start, &QPushButton::clicked, this, &LocalServerDialog::startOrStop);
    connect(m_close, &QPushButton::clicked, this, &LocalServerDialog::accept);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_command->text()); });
    connect(m_connect, &QPushButton::clicked, this, [this] {
        if (const auto* entry = shown())
            Q_EMIT connectRequested(entry->plan.endpoint, true);
    });
    connect(m_recipes, &RecipesPage::addRequested, this,
        [this](const Endpoint& endpoint) { Q_EMIT connectRequested(endpoint, false); });
}

Result<LocalServerPlan> LocalServerDialog::plan() const {
    if (m_tabs->currentIndex() == Ollama) {
        OllamaOptions options;
        options.port = m_ollamaPort->value();
        options.logFolder = m_servers.logFolder();
        return planOllama(options);
    }
    LlamaServerOptions options = m_llama->options();
    options.logFolder = m_servers.logFolder();
    return planLlamaServer(options);
}

const LocalServers::Entry* LocalServerDialog::shown() const {
    const LocalServers::Entry* newest = nullptr;
    for (const LocalServers::Entry& entry : m_servers.entries()) {
        const bool isOllama = entry.plan.endpoint.kind == "ollama";
        if (isOllama == (m_tabs->currentIndex() == Ollama))
            newest = &entry;
    }
    return newest;
}

void LocalServerDialog::startOrStop() {
    if (const auto* entry = shown(); entry != nullptr && entry->server != nullptr) {
        m_start->setEnabled(false); // until it has ended
        m_servers.stop(entry->id);
        return;
    }
    const auto planned = plan();
    if (!planned) {
        showStatus(problemText(planned.error()), true);
        return;
    }
    if (const auto* ended = shown())
        m_servers.forget(ended->id);
    m_settings.setState(LlamaState, m_llama->state());
    m_servers.start(*planned);
}

QString LocalServerDialog::problemText(const Error& error) const {
    const bool isProgram = error.code == ErrorCode::NotFound && !error.subject.empty() &&
                           (m_tabs->currentIndex() == Ollama || error.subject == m_llama->options().program);
    if (isProgram && m_tabs->currentIndex() == Ollama)
        return tr("Ollama is not installed, or not in the PATH of this program. Install it from ollama.com.");
    if (isProgram)
        return tr(
            "“%1” is not installed, or not in the PATH of this program. Install llama.cpp, or choose the program.")
            .arg(withVisibleControls(fromUtf8(error.subject)));
    if (error.subject.empty())
        return tr("Choose the file of a model.");
    const ErrorSentences sentences = errorSentences(error);
    return withVisibleControls(sentences.what + QLatin1Char(' ') + sentences.advice);
}

QString LocalServerDialog::statusOf(const LocalServers::Entry& entry) const {
    const QString seconds = QLocale().toString(entry.status.seconds, 'f', 0);
    const QString address = fromUtf8(entry.plan.endpoint.url);
    switch (entry.status.phase) {
    case Phase::Starting:
        return tr("It is starting: %1 s so far. Large models take minutes to load.").arg(seconds);
    case Phase::Ready:
        return tr("It is up at %1. It ends with this window.").arg(address);
    case Phase::Ended:
        break;
    }
    return entry.status.problem ? problemText(*entry.status.problem) : tr("It has ended.");
}

void LocalServerDialog::showStatus(const QString& text, bool isAlert) {
    m_status->setText(text);
    m_status->setForegroundRole(isAlert ? QPalette::BrightText : QPalette::PlaceholderText);
    m_status->setVisible(!text.isEmpty());
}

void LocalServerDialog::refresh() {
    const bool isServer = m_tabs->currentIndex() != Recipes;
    m_serverPart->setVisible(isServer);
    m_start->setVisible(isServer);
    m_connect->setVisible(isServer);
    if (!isServer)
        return;
    const auto* entry = shown();
    const bool isRunning = entry != nullptr && entry->server != nullptr;
    const auto planned = isRunning ? Result<LocalServerPlan>(entry->plan) : plan();
    m_command->setText(planned ? fromUtf8(shellText(planned->command)) : QString());
    m_command->setCursorPosition(0);
    m_copy->setEnabled(planned.has_value());
    m_start->setText(isRunning ? tr("Stop") : tr("Start"));
    m_start->setEnabled(isRunning || planned.has_value());
    m_connect->setEnabled(isRunning && entry->status.phase == Phase::Ready);
    m_tabs->widget(m_tabs->currentIndex())->setEnabled(!isRunning);
    if (entry != nullptr && (isRunning || planned))
        showStatus(statusOf(*entry), !isRunning && entry->status.problem.has_value());
    else
        showStatus(planned ? QString() : problemText(planned.error()), !planned && !planned.error().subject.empty());
    refreshLog();
}

void LocalServerDialog::refreshLog() {
    const auto* entry = shown();
    m_log->setVisible(entry != nullptr);
    if (entry == nullptr || !m_serverPart->isVisible())
        return;
    const QString text = withVisibleControls(fromUtf8(logTail(entry->plan.command.log, LogShown)));
    if (text == m_log->toPlainText())
        return;
    QScrollBar* bar = m_log->verticalScrollBar();
    const bool isAtEnd = bar->value() == bar->maximum();
    m_log->setPlainText(text);
    if (isAtEnd)
        bar->setValue(bar->maximum());
}

void LocalServerDialog::retranslate() {
    setWindowTitle(tr("Start a model server"));
    m_tabs->setTabText(Llama, tr("llama.cpp"));
    m_tabs->setTabText(Ollama, tr("Ollama"));
    m_tabs->setTabText(Recipes, tr("Recipes"));
    m_ollamaNote->setText(tr("Models are fetched with Ollama itself, for example: ollama pull NAME."));
    m_command->setAccessibleName(tr("The command that is run"));
    m_copy->setText(tr("Copy"));
    m_log->setAccessibleName(tr("Log of the server"));
    m_connect->setText(tr("Connect…"));
    m_close->setText(tr("Close"));
    refresh();
}

} // namespace assize::ui
