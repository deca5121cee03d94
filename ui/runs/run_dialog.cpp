// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/run_dialog.h"

#include "core/endpoint/builtin_lexical.h"
#include "ui/bridge/endpoint_facts.h"
#include "ui/bridge/model_servers.h"
#include "ui/bridge/run_controller.h"
#include "ui/models/run_words.h"
#include "ui/runs/try_dialog.h"
#include "ui/support/dialogs.h"
#include "ui/support/error_text.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/panes.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>

namespace assize::ui {
namespace {

constexpr QSize Usual(680, 614);

/// Tokens as a person reads them: three digits are enough of a guess.
QString roughly(double count) {
    constexpr double Thousand = 1e3;
    constexpr double Million = 1e6;
    if (count >= Million)
        return RunDialog::tr("%1 M", "millions").arg(number(count / Million, count < 100 * Million ? 1 : 0));
    if (count >= 10 * Thousand)
        return RunDialog::tr("%1 k", "thousands").arg(number(count / Thousand, 0));
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString range(const EstimatedRange& tokens) {
    return RunDialog::tr("%1 (%2 to %3)", "an amount, between two bounds")
        .arg(roughly(tokens.expected), roughly(tokens.low), roughly(tokens.high));
}

QString costLine(const RunEstimate& estimate, const Endpoint& endpoint) {
    if (!isPriced(endpoint))
        return RunDialog::tr("Cost: not known, the endpoint has no price.");
    const QString currency = fromUtf8(endpoint.price.currency);
    return RunDialog::tr("Cost: %1 (%2 to %3)")
        .arg(moneyWords(estimate.cost.expected, currency), moneyWords(estimate.cost.low, currency),
            moneyWords(estimate.cost.high, currency));
}

} // namespace

QStringList estimateWords(const RunEstimate& estimate, const Endpoint& endpoint) {
    const QLocale locale;
    const auto count = [&](std::int64_t value) { return locale.toString(static_cast<qlonglong>(value)); };
    QStringList lines;
    if (estimate.planned == 0)
        return {RunDialog::tr("No item: the judge suits none of those chosen.")};
    lines << RunDialog::tr("%1 calls, of which %2 have an answer already; %3 are to be made.")
                 .arg(count(estimate.planned), count(estimate.planned - estimate.owed), count(estimate.owed));
    if (estimate.owed == 0)
        return lines << RunDialog::tr("Nothing is left to do. A run of its own would ask again.");
    if (endpoint.kind == "builtin")
        return lines << RunDialog::tr("The built-in judge needs no model and costs nothing.");
    lines << RunDialog::tr("Tokens: %1 in, %2 out").arg(range(estimate.inputTokens), range(estimate.outputTokens));
    lines << costLine(estimate, endpoint);
    lines << (estimate.measured > 0 ? RunDialog::tr("As %n verdict(s) of this judge by this model took.", nullptr,
                                          static_cast<int>(estimate.measured))
                                    : RunDialog::tr("Counted in %n prompt(s), without the model's tokenizer.", nullptr,
                                          static_cast<int>(estimate.rendered)));
    return lines;
}

RunDialog::RunDialog(RunController& controller, Document& document, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent)
    , m_controller(controller)
    , m_document(&document)
    , m_dialogs(dialogs)
    , m_form(new RunForm(this))
    , m_estimator(document, this) {
    setObjectName(QStringLiteral("runDialog"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(Usual);
    build();
    constexpr int DelayMs = 250;
    m_delay.setSingleShot(true);
    m_delay.setInterval(DelayMs);
    connect(&m_delay, &QTimer::timeout, this, &RunDialog::estimateNow);
    connect(m_form, &RunForm::edited, this, &RunDialog::estimateSoon);
    connect(m_form, &RunForm::modelsWanted, this, &RunDialog::askModels);
    connect(m_form, &RunForm::reuseWanted, this,
        [this] { m_dialogs.pickSession(this, [this](const QString& path) { m_form->setReuse(path); }); });
    connect(m_stopEstimate, &QPushButton::clicked, this, [this] { m_estimator.stop(); });
    connect(m_start, &QPushButton::clicked, this, &RunDialog::start);
    connect(m_try, &QPushButton::clicked, this, &RunDialog::tryOne);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(&controller.servers().book(), &EndpointBook::changed, this, &RunDialog::showEndpoints);
    translated(this, [this] { retranslate(); });
    showEndpoints();
    readChoices();
}

RunDialog::~RunDialog() {
    m_stop.request_stop();
}

void RunDialog::build() {
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_form);
    m_start = new PrimaryButton(this);
    m_start->setObjectName(QStringLiteral("runStart"));
    m_start->setDefault(true);
    m_start->setEnabled(false);
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(QStringLiteral("runCancel"));
    m_try = new QPushButton(this);
    m_try->setObjectName(QStringLiteral("runTry"));
    m_try->setEnabled(false);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_try);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_start);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(scroll, 1);
    column->addWidget(buildEstimate());
    column->addLayout(buttons);
}

QWidget* RunDialog::buildEstimate() {
    auto* holder = new QFrame(this);
    holder->setFrameShape(QFrame::StyledPanel);
    m_words = plainLabel(holder);
    m_words->setObjectName(QStringLiteral("runEstimate"));
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setMinimumHeight(4 * fontMetrics().lineSpacing());
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_problems = plainLabel(holder, true);
    m_problems->setWordWrap(true);
    m_problems->hide();
    m_stopEstimate = new QPushButton(holder);
    m_stopEstimate->setObjectName(QStringLiteral("runStopEstimate"));
    m_stopEstimate->hide();
    auto* texts = new QVBoxLayout;
    texts->addWidget(m_words);
    texts->addWidget(m_problems);
    auto* row = new QHBoxLayout(holder);
    row->addLayout(texts, 1);
    row->addWidget(m_stopEstimate, 0, Qt::AlignTop);
    return holder;
}

void RunDialog::showEndpoints() {
    std::vector<Endpoint> endpoints = {builtinEndpoint()};
    const std::vector<Endpoint>& known = m_controller.servers().book().endpoints();
    endpoints.insert(endpoints.end(), known.begin(), known.end());
    m_form->setEndpoints(std::move(endpoints));
}

void RunDialog::readChoices() {
    m_document->read<RunChoices>(
        Document::Lane::Now, "run choices", this,
        [folder = m_controller.servers().places().data / "judges"](
            SessionReader& reader) { return readRunChoices(reader, folder); },
        [this](Result<RunChoices> choices) {
            if (!choices) {
                showEstimate(tl::unexpected(choices.error()));
                return;
            }
            QStringList problems;
            for (const Error& problem : choices->problems)
                problems << errorSentences(problem).what;
            m_problems->setText(problems.join(QLatin1Char('\n')));
            m_problems->setVisible(!problems.isEmpty());
            m_form->setChoices(std::move(*choices));
        });
}

void RunDialog::askModels() {
    const std::optional<Endpoint> endpoint = m_form->endpoint();
    if (!endpoint)
        return;
    m_stop.request_stop();
    m_stop = std::stop_source();
    showWords({tr("Asking %1 for its models…").arg(withVisibleControls(fromUtf8(endpoint->url)))}, false);
    m_controller.servers().readKey(*endpoint, this, [this, endpoint](const Result<Credentials>& credentials) {
        if (credentials)
            readModels(*endpoint, *credentials);
        else
            showModels(tl::unexpected(credentials.error()));
    });
}

void RunDialog::readModels(const Endpoint& endpoint, const Credentials& credentials) {
    m_background.run<Models>(
        "models", this,
        [http = &m_controller.servers().http(), endpoint, credentials, stop = m_stop.get_token()] {
            return modelsOf(*http, endpoint, credentials, stop);
        },
        [this](const Models& models) { showModels(models); });
}

void RunDialog::showModels(const Models& models) {
    if (!models) {
        showWords({errorSentences(models.error()).what, errorSentences(models.error()).advice}, true);
        return;
    }
    QStringList names;
    for (const std::string& name : *models)
        names << fromUtf8(name);
    m_form->setModels(names);
    estimateSoon();
}

void RunDialog::estimateSoon() {
    m_estimate.reset();
    m_start->setEnabled(m_form->order().has_value());
    m_try->setEnabled(m_start->isEnabled());
    m_delay.start();
}

void RunDialog::estimateNow() {
    const std::optional<RunOrder> order = m_form->order();
    if (!order)
        return;
    std::vector<RunOrder> orders = m_form->probedOrders();
    orders.insert(orders.begin(), *order);
    m_estimator.estimate(std::move(orders), [this](const Result<RunEstimate>& estimate) { showEstimate(estimate); });
    m_stopEstimate->show();
    showWords({tr("Counting what the run would take…")}, false);
}

void RunDialog::showEstimate(const Result<RunEstimate>& estimate) {
    m_stopEstimate->hide();
    m_estimate = estimate;
    const std::optional<Endpoint> endpoint = m_form->endpoint();
    if (estimate && endpoint) {
        showWords(estimateWords(*estimate, *endpoint), estimate->planned == 0);
        m_start->setEnabled(estimate->owed > 0);
        return;
    }
    if (estimate || estimate.error().code == ErrorCode::Cancelled) {
        showWords({tr("Not counted. The run can be started all the same.")}, false);
        return;
    }
    const ErrorSentences sentences = errorSentences(estimate.error());
    showWords({sentences.what, sentences.advice}, true);
    m_start->setEnabled(false);
}

void RunDialog::showWords(const QStringList& lines, bool isProblem) {
    m_words->setText(withVisibleControls(lines.join(QLatin1Char('\n'))));
    m_words->setForegroundRole(isProblem ? QPalette::BrightText : QPalette::WindowText);
}

void RunDialog::start() {
    std::optional<RunOrder> order = m_form->order();
    if (!order || m_document == nullptr)
        return;
    std::vector<RunOrder> probed = m_form->probedOrders();
    Q_EMIT started(m_controller.start(std::move(*order)));
    for (RunOrder& other : probed) // they wait for the first
        m_controller.start(std::move(other));
    accept();
}

void RunDialog::tryOne() {
    const std::optional<RunOrder> order = m_form->order();
    if (!order || m_document == nullptr)
        return;
    m_try->setEnabled(false);
    m_document->read<Trial>(
        Document::Lane::Later, "trial", this,
        [order = *order, item = m_shownItem](SessionReader& reader) { return readTrial(reader, order, item); },
        [this](Result<Trial> trial) {
            m_try->setEnabled(true);
            if (!trial)
                m_dialogs.showError(this, trial.error());
            else if (m_document != nullptr)
                (new TryDialog(m_controller.servers(), *m_document, m_dialogs, std::move(*trial), this))->open();
        });
}

void RunDialog::retranslate() {
    setWindowTitle(tr("New run"));
    m_start->setText(tr("Start"));
    m_cancel->setText(tr("Cancel"));
    m_try->setText(tr("&Try on one item…"));
    m_try->setToolTip(
        plainToolTip(tr("Asks about the item shown in Review, or else the first one chosen; the reply shows "
                        "while it comes, and is stored only if you keep it")));
    m_stopEstimate->setText(tr("Stop counting"));
    if (m_estimate)
        showEstimate(*m_estimate);
}

} // namespace assize::ui
