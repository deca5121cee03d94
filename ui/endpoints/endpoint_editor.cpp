// SPDX-License-Identifier: Apache-2.0
#include "ui/endpoints/endpoint_editor.h"

#include "core/endpoint/endpoint_file.h"
#include "ui/bridge/model_servers.h"
#include "ui/bridge/server_prober.h"
#include "ui/endpoints/capability_delegate.h"
#include "ui/endpoints/connection_page.h"
#include "ui/endpoints/form_rows.h"
#include "ui/endpoints/key_field.h"
#include "ui/endpoints/limits_page.h"
#include "ui/support/error_text.h"
#include "ui/support/fonts.h"
#include "ui/support/text.h"
#include "ui/support/theme.h"
#include "ui/support/translated.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/panes.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTabWidget>
#include <QTreeView>
#include <QUrl>

namespace assize::ui {
namespace {

constexpr QSize EditorSize(940, 540);

bool isThisMachine(const QString& host) {
    return host == QLatin1String("localhost") || host == QLatin1String("::1") || host.startsWith(QLatin1String("127."));
}

} // namespace

EndpointEditor::EndpointEditor(ModelServers& servers, Dialogs& dialogs, const Endpoint& endpoint,
    std::optional<std::string> existing, QWidget* parent)
    : QDialog(parent)
    , m_servers(servers)
    , m_existing(std::move(existing))
    , m_prober(new ServerProber(servers, this))
    , m_tabs(new QTabWidget(this))
    , m_connection(new ConnectionPage(servers.keys(), dialogs, m_tabs))
    , m_limits(new LimitsPage(m_tabs))
    , m_problem(noteLabel(this))
    , m_save(new PrimaryButton(this))
    , m_cancel(new QPushButton(this)) {
    setObjectName(QStringLiteral("endpointEditor"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    resize(EditorSize);
    build();
    m_connection->setEndpoint(endpoint);
    m_limits->setEndpoint(endpoint);
    m_connection->setFocus();
    m_tested = this->endpoint();
    connectParts();
    translated(this, [this] { retranslate(); });
}

EndpointEditor::~EndpointEditor() {
    disconnect(m_prober, nullptr, this, nullptr);
}

void EndpointEditor::build() {
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_connection, QString());
    m_tabs->addTab(m_limits, QString());
    m_problem->setObjectName(QStringLiteral("endpointProblem"));
    m_save->setObjectName(QStringLiteral("saveEndpoint"));
    m_save->setDefault(true);
    m_cancel->setObjectName(QStringLiteral("cancelEndpoint"));
    m_cancel->setAutoDefault(false);
    auto* panes = new QHBoxLayout;
    panes->setSpacing(20);
    panes->addWidget(m_tabs, 11);
    panes->addWidget(buildTestPanel(), 9);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(12);
    column->addLayout(panes, 1);
    column->addLayout(buttons);
}

QWidget* EndpointEditor::buildTestPanel() {
    constexpr int Narrowest = 460; // answers are cut below
    auto* panel = new QWidget(this);
    panel->setMinimumWidth(Narrowest);
    m_testTitle = plainLabel(panel);
    m_testTitle->setFont(strongFont(TextRole::Body));
    m_test = new QPushButton(panel);
    m_test->setObjectName(QStringLiteral("testEndpoint"));
    m_test->setAutoDefault(false);
    m_testMessage = noteLabel(panel);
    m_testMessage->setObjectName(QStringLiteral("testMessage"));
    m_testMessage->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_table = new QTreeView(panel);
    m_table->setObjectName(QStringLiteral("capabilities"));
    m_table->setModel(&m_capabilities);
    m_table->setItemDelegate(new CapabilityDelegate(m_table));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setHeaderHidden(true);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // long answers are cut, and whole in their tooltip
    m_table->header()->setStretchLastSection(true);
    m_table->header()->setSectionResizeMode(CapabilityModel::Question, QHeaderView::ResizeToContents);
    auto* head = new QHBoxLayout;
    head->addWidget(m_testTitle, 1);
    head->addWidget(m_test);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    column->addWidget(m_testMessage);
    return panel;
}

void EndpointEditor::connectParts() {
    connect(m_connection, &ConnectionPage::edited, this, &EndpointEditor::onEdited);
    connect(m_limits, &LimitsPage::edited, this, &EndpointEditor::onEdited);
    connect(m_connection, &ConnectionPage::modelsWanted, this, [this] {
        m_isListing = true;
        m_prober->listModels(endpoint(), m_connection->key().typedKey());
        updateButtons();
    });
    connect(m_test, &QPushButton::clicked, this, &EndpointEditor::toggleTest);
    connect(m_save, &QPushButton::clicked, this, &EndpointEditor::save);
    connect(m_cancel, &QPushButton::clicked, this, &EndpointEditor::reject);
    connect(m_prober, &ServerProber::stepStarted, this, [this](ProbeStep step, const ProbeReport& soFar) {
        m_capabilities.showStep(step, soFar, m_tested.key != "none");
    });
    connect(m_prober, &ServerProber::finished, this, &EndpointEditor::onFinished);
    connect(m_prober, &ServerProber::modelsListed, this, [this] {
        const auto& models = m_prober->models();
        m_isListing = false;
        if (models)
            m_connection->setModels(*models, models->empty() ? std::string() : models->front());
        if (!models)
            showFailure(models.error());
        else
            showMessage(tr("The server lists %n model(s).", nullptr, static_cast<int>(models->size())), false);
        updateButtons();
    });
}

Endpoint EndpointEditor::endpoint() const {
    Endpoint endpoint;
    m_connection->read(endpoint);
    m_limits->read(endpoint);
    return endpoint;
}

QString EndpointEditor::problemOf(const Endpoint& endpoint) const {
    const bool isRenamed = !m_existing || *m_existing != endpoint.name;
    if (endpoint.name.empty())
        return tr("Give it a name.");
    if (isRenamed && m_servers.book().find(endpoint.name) != nullptr)
        return tr("There is a model server of this name already.");
    if (endpoint.url.empty())
        return tr("Enter its address.");
    if (const QString key = m_connection->key().problem(); !key.isEmpty())
        return key;
    Endpoint named = endpoint;
    named.name = "n";
    if (!validateEndpoint(named))
        return tr("The address has to begin with http:// or https:// and hold no user, password or space.");
    if (!validateEndpoint(endpoint))
        return tr("A name is made of letters, digits, dots, hyphens and underscores.");
    return {};
}

QString EndpointEditor::warningOf(const Endpoint& endpoint) const {
    const QUrl url(fromUtf8(endpoint.url));
    if (endpoint.key != "none" && url.scheme() == QLatin1String("http") && !isThisMachine(url.host()))
        return tr("The key and all texts would travel unencrypted: use https if the server can.");
    return {};
}

void EndpointEditor::onEdited() {
    const Endpoint now = endpoint();
    const bool isOther = now.url != m_tested.url || now.kind != m_tested.kind || now.key != m_tested.key;
    if (isOther && !m_prober->isBusy()) {
        m_tested = now;
        m_capabilities.clear();
        showMessage({}, false);
    }
    updateButtons();
}

void EndpointEditor::toggleTest() {
    if (m_prober->isBusy()) {
        m_prober->cancel();
        return;
    }
    if (!m_test->isEnabled())
        return;
    m_tested = endpoint();
    m_capabilities.clear();
    showMessage(tr("Small real calls are made: a few hundred tokens in all."), false);
    m_prober->test(m_tested, m_connection->key().typedKey());
    updateButtons();
}

void EndpointEditor::onFinished() {
    const Result<ProbeReport>& report = m_prober->report();
    if (report) {
        m_capabilities.showReport(*report, m_tested.key != "none");
        m_connection->setModels(report->models, report->endpoint.model);
        showMessage(tr("“%1” was asked. What was found decides how judges ask this server.")
                        .arg(withVisibleControls(fromUtf8(report->endpoint.model))),
            false);
    } else {
        m_capabilities.showFailure(report.error());
        showFailure(report.error());
    }
    updateButtons();
}

void EndpointEditor::showFailure(const Error& error) {
    if (error.code == ErrorCode::Cancelled) {
        showMessage(tr("Stopped."), false);
        return;
    }
    const ErrorSentences sentences = errorSentences(error);
    QString text = sentences.what + QLatin1Char(' ') + sentences.advice;
    if (error.code == ErrorCode::EndpointUnreachable && isThisMachine(QUrl(fromUtf8(endpoint().url)).host()))
        text += QLatin1Char(' ') + tr("Tools > Start a Local Server starts one.");
    showMessage(withVisibleControls(text), true);
}

void EndpointEditor::showMessage(const QString& text, bool isAlert) {
    m_testMessage->setText(text);
    m_testMessage->setForegroundRole(isAlert ? QPalette::BrightText : QPalette::PlaceholderText);
    m_testMessage->setVisible(!text.isEmpty());
}

void EndpointEditor::save() {
    const Endpoint wanted = endpoint();
    const auto typed = m_connection->key().typedKey();
    if (!typed) {
        store(wanted);
        return;
    }
    m_save->setEnabled(false); // until the keychain has answered
    m_servers.keys().write(m_connection->key().entry(), *typed, this, [this, wanted](const Result<void>& written) {
        updateButtons();
        if (written)
            store(wanted);
        else
            showFailure(written.error());
    });
}

void EndpointEditor::store(const Endpoint& wanted) {
    EndpointBook& book = m_servers.book();
    const Result<void> stored = m_existing ? book.replace(*m_existing, wanted) : book.add(wanted);
    if (!stored) {
        showFailure(stored.error());
        return;
    }
    Q_EMIT saved(fromUtf8(wanted.name));
    accept();
}

void EndpointEditor::updateButtons() {
    const Endpoint now = endpoint();
    const QString problem = problemOf(now);
    const QString warning = warningOf(now);
    m_problem->setText(problem.isEmpty() ? warning : problem);
    m_save->setEnabled(problem.isEmpty());
    const bool isTesting = m_prober->isBusy() && !m_isListing;
    Endpoint named = now;
    named.name = "n";
    const bool isUsable =
        !now.url.empty() && m_connection->key().problem().isEmpty() && validateEndpoint(named).has_value();
    m_test->setText(isTesting ? tr("Stop") : tr("&Test"));
    m_test->setEnabled(isTesting || (isUsable && !m_isListing));
    m_connection->setBusy(m_prober->isBusy() || !isUsable);
}

void EndpointEditor::retranslate() {
    setWindowTitle(m_existing ? tr("Model server %1").arg(fromUtf8(*m_existing)) : tr("Connect a model server"));
    m_tabs->setTabText(0, tr("Connection"));
    m_tabs->setTabText(1, tr("Limits and prices"));
    m_testTitle->setText(tr("What it can do"));
    m_table->setAccessibleName(tr("What the server can do"));
    m_save->setText(tr("Save"));
    m_cancel->setText(tr("Cancel"));
    m_capabilities.retranslate();
    updateButtons();
}

} // namespace assize::ui
