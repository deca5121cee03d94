// SPDX-License-Identifier: Apache-2.0
#include "ui/endpoints/limits_page.h"

#include "ui/endpoints/form_rows.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace assize::ui {
namespace {

constexpr int MostCalls = 1024;
constexpr int MostPerMinute = 1'000'000'000;
constexpr double MostSeconds = 1e6;
constexpr double MostMoney = 1e9;
constexpr double MostTokens = 1e12;

QFormLayout* columnOf(QHBoxLayout* columns) {
    auto* form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    columns->addLayout(form, 1);
    return form;
}

} // namespace

LimitsPage::LimitsPage(QWidget* parent)
    : QWidget(parent) {
    auto* columns = new QHBoxLayout(this);
    columns->setSpacing(24);
    QFormLayout* left = columnOf(columns);
    QFormLayout* right = columnOf(columns);
    addLimits(left);
    addTimes(left);
    addPrices(right);
}

QSpinBox* LimitsPage::addCount(QFormLayout* form, const char* objectName, int low, int high, Words label) {
    auto* box = new QSpinBox(this);
    box->setObjectName(QLatin1String(objectName));
    box->setRange(low, high);
    box->setGroupSeparatorShown(true);
    constexpr int Width = 110;
    box->setMinimumWidth(Width);
    connect(box, &QSpinBox::valueChanged, this, &LimitsPage::edited);
    addFormRow(form, box, std::move(label));
    if (low == 0)
        translated(box, [box] { box->setSpecialValueText(tr("no limit")); });
    return box;
}

QDoubleSpinBox* LimitsPage::addAmount(
    QFormLayout* form, const char* objectName, double high, int decimals, Words label) {
    auto* box = new QDoubleSpinBox(this);
    box->setObjectName(QLatin1String(objectName));
    box->setDecimals(decimals);
    box->setRange(0, high);
    constexpr int Width = 110;
    box->setMinimumWidth(Width);
    connect(box, &QDoubleSpinBox::valueChanged, this, &LimitsPage::edited);
    addFormRow(form, box, std::move(label));
    return box;
}

void LimitsPage::addLimits(QFormLayout* form) {
    m_concurrency = addCount(form, "endpointConcurrency", 1, MostCalls, [] { return tr("Calls at the same time:"); });
    m_requests = addCount(form, "endpointRequests", 0, MostPerMinute, [] { return tr("Requests per minute:"); });
    m_tokens = addCount(form, "endpointTokens", 0, MostPerMinute, [] { return tr("Tokens per minute:"); });
    m_stream = new QCheckBox(this);
    m_stream->setObjectName(QStringLiteral("endpointStream"));
    connect(m_stream, &QCheckBox::toggled, this, &LimitsPage::edited);
    form->addRow(m_stream);
    translated(m_stream, [this] {
        m_stream->setText(tr("Have replies streamed in runs too"));
        m_stream->setToolTip(plainToolTip(tr("For proxies that cut connections which are silent for long")));
    });
}

void LimitsPage::addTimes(QFormLayout* form) {
    m_connect = addAmount(form, "endpointConnectTime", MostSeconds, 1, [] { return tr("Time to connect:"); });
    m_firstToken = addAmount(form, "endpointFirstTime", MostSeconds, 1, [] { return tr("Time to the first token:"); });
    m_idle = addAmount(form, "endpointIdleTime", MostSeconds, 1, [] { return tr("Time between two tokens:"); });
    m_total = addAmount(form, "endpointTotalTime", MostSeconds, 1, [] { return tr("Time for a reply:"); });
    for (QDoubleSpinBox* box : {m_connect, m_firstToken, m_idle, m_total}) {
        translated(box, [box] {
            box->setSuffix(tr(" s", "seconds, after a number"));
            box->setSpecialValueText(tr("no limit"));
        });
    }
}

void LimitsPage::addPrices(QFormLayout* form) {
    constexpr int Cents = 4;
    m_currency = new QLineEdit(this);
    m_currency->setObjectName(QStringLiteral("endpointCurrency"));
    constexpr int Letters = 8;
    m_currency->setMaxLength(Letters);
    constexpr int Width = 110;
    m_currency->setFixedWidth(Width);
    connect(m_currency, &QLineEdit::textChanged, this, &LimitsPage::edited);
    addFormRow(form, m_currency, [] { return tr("Currency:"); });
    m_input = addAmount(form, "endpointInputPrice", MostMoney, Cents, [] { return tr("Input tokens:"); });
    m_cached = addAmount(form, "endpointCachedPrice", MostMoney, Cents, [] { return tr("Cached input tokens:"); });
    m_output = addAmount(form, "endpointOutputPrice", MostMoney, Cents, [] { return tr("Output tokens:"); });
    m_per = addAmount(form, "endpointPricePer", MostTokens, 0, [] { return tr("for so many tokens:"); });
    m_per->setMinimum(1);
    m_hourly = addAmount(form, "endpointHourlyPrice", MostMoney, Cents, [] { return tr("An hour of the server:"); });
    QLabel* note = noteLabel(this);
    form->addRow(note);
    translated(note,
        [note] { note->setText(tr("From these come the estimate before a run, the cost during it, and its limit.")); });
}

void LimitsPage::setEndpoint(const Endpoint& endpoint) {
    m_concurrency->setValue(endpoint.concurrency);
    m_requests->setValue(endpoint.limits.requestsPerMinute);
    m_tokens->setValue(endpoint.limits.tokensPerMinute);
    m_stream->setChecked(endpoint.stream);
    m_connect->setValue(endpoint.timeouts.connect);
    m_firstToken->setValue(endpoint.timeouts.firstToken);
    m_idle->setValue(endpoint.timeouts.idle);
    m_total->setValue(endpoint.timeouts.total);
    m_input->setValue(endpoint.price.input);
    m_output->setValue(endpoint.price.output);
    m_cached->setValue(endpoint.price.cached);
    m_per->setValue(endpoint.price.per);
    m_hourly->setValue(endpoint.price.hourly);
    m_currency->setText(fromUtf8(endpoint.price.currency));
}

void LimitsPage::read(Endpoint& endpoint) const {
    endpoint.concurrency = m_concurrency->value();
    endpoint.limits = {m_requests->value(), m_tokens->value()};
    endpoint.stream = m_stream->isChecked();
    endpoint.timeouts = {m_connect->value(), m_firstToken->value(), m_idle->value(), m_total->value()};
    endpoint.price.input = m_input->value();
    endpoint.price.output = m_output->value();
    endpoint.price.cached = m_cached->value();
    endpoint.price.per = m_per->value();
    endpoint.price.hourly = m_hourly->value();
    const QString currency = m_currency->text().trimmed();
    endpoint.price.currency = currency.isEmpty() ? EndpointPrice().currency : toUtf8(currency);
}

} // namespace assize::ui
