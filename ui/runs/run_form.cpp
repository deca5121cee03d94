// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/run_form.h"

#include "core/endpoint/builtin_lexical.h"
#include "ui/bridge/endpoint_facts.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/panes.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace assize::ui {
namespace {

enum ItemChoice { AllItems, ListedItems, FilteredItems };

constexpr int MostSamples = 1000;
constexpr int MostConcurrency = 1024;
constexpr int MostTokens = 2'000'000'000;
constexpr double MostCost = 1'000'000;

template <typename Widget>
Widget* named(Widget* widget, const char* name) {
    widget->setObjectName(QLatin1String(name));
    return widget;
}

} // namespace

RunForm::RunForm(QWidget* parent)
    : QWidget(parent)
    , m_judge(named(new QComboBox(this), "runJudge"))
    , m_endpoint(named(new QComboBox(this), "runEndpoint"))
    , m_model(named(new QComboBox(this), "runModel"))
    , m_askModels(named(new QPushButton(this), "runAskModels"))
    , m_items(named(new QComboBox(this), "runItems"))
    , m_filter(named(new QLineEdit(this), "runFilter"))
    , m_orders(named(new QComboBox(this), "runOrders"))
    , m_samples(named(new QSpinBox(this), "runSamples"))
    , m_reference(named(new QComboBox(this), "runReference"))
    , m_concurrency(named(new QSpinBox(this), "runConcurrency"))
    , m_maxCost(named(new QDoubleSpinBox(this), "runMaxCost"))
    , m_maxTokens(named(new QSpinBox(this), "runMaxTokens"))
    , m_name(named(new QLineEdit(this), "runName"))
    , m_startNew(named(new QCheckBox(this), "runStartNew"))
    , m_reuse(named(new QLineEdit(this), "runReuse"))
    , m_pickReuse(named(new QPushButton(this), "runPickReuse"))
    , m_samplesWords(plainLabel(this))
    , m_tokensWords(plainLabel(this)) {
    build();
    watch();
    translated(this, [this] { retranslate(); });
}

QLabel* RunForm::rowLabel(QWidget* buddy) {
    QLabel* label = plainLabel(this);
    label->setBuddy(buddy);
    m_rowLabels.push_back(label);
    return label;
}

QWidget* RunForm::rowOf(std::initializer_list<QWidget*> widgets) {
    auto* holder = new QWidget(this);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QWidget* widget : widgets) {
        const bool isLong = qobject_cast<QComboBox*>(widget) != nullptr || qobject_cast<QLineEdit*>(widget) != nullptr;
        row->addWidget(widget, isLong ? 1 : 0);
    }
    return holder;
}

void RunForm::build() {
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    for (QComboBox* box : {m_judge, m_endpoint, m_model, m_items, m_orders, m_reference}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    m_samples->setRange(1, MostSamples);
    form->addRow(rowLabel(m_judge), m_judge);
    form->addRow(rowLabel(m_endpoint), m_endpoint);
    form->addRow(rowLabel(m_model), rowOf({m_model, m_askModels}));
    form->addRow(rowLabel(m_items), rowOf({m_items, m_filter}));
    form->addRow(rowLabel(m_orders), rowOf({m_orders, m_samplesWords, m_samples}));
    form->addRow(rowLabel(m_reference), m_reference);
    buildProbes(*form);
    buildLimits(*form);
    buildReuse(*form);
}

/// All but the swap, which both orders of the run itself are.
void RunForm::buildProbes(QFormLayout& form) {
    auto* holder = new QWidget(this);
    auto* flow = new FlowLayout(holder, 12, 4);
    for (const Probe probe : AllProbes) {
        if (probe == Probe::Swap)
            continue;
        auto* box = new QCheckBox(holder);
        box->setObjectName(QStringLiteral("runProbe-") + fromUtf8(probeName(probe)));
        flow->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &RunForm::edited);
        m_probes.emplace_back(probe, box);
    }
    form.addRow(rowLabel(m_probes.front().second), holder);
}

void RunForm::buildLimits(QFormLayout& form) {
    m_concurrency->setRange(0, MostConcurrency);
    m_maxCost->setRange(0, MostCost);
    m_maxCost->setDecimals(2);
    m_maxTokens->setRange(0, MostTokens);
    m_maxTokens->setSingleStep(100'000);
    m_maxTokens->setGroupSeparatorShown(true);
    form.addRow(rowLabel(m_concurrency), m_concurrency);
    auto* limits = rowOf({m_maxCost, m_tokensWords, m_maxTokens});
    static_cast<QHBoxLayout*>(limits->layout())->addStretch();
    form.addRow(rowLabel(m_maxCost), limits);
}

void RunForm::buildReuse(QFormLayout& form) {
    m_reuse->setReadOnly(true);
    m_reuse->setClearButtonEnabled(true);
    form.addRow(rowLabel(m_name), m_name);
    form.addRow(rowLabel(m_pickReuse), rowOf({m_reuse, m_pickReuse}));
    form.addRow(nullptr, m_startNew);
}

void RunForm::watch() {
    connect(m_judge, &QComboBox::currentIndexChanged, this, &RunForm::adoptJudge);
    connect(m_endpoint, &QComboBox::currentIndexChanged, this, &RunForm::adoptEndpoint);
    connect(m_items, &QComboBox::currentIndexChanged, this, &RunForm::updateFields);
    connect(m_askModels, &QPushButton::clicked, this, &RunForm::modelsWanted);
    connect(m_pickReuse, &QPushButton::clicked, this, &RunForm::reuseWanted);
    for (const QComboBox* box : {m_judge, m_endpoint, m_items, m_orders, m_reference})
        connect(box, &QComboBox::currentIndexChanged, this, &RunForm::edited);
    connect(m_model, &QComboBox::currentTextChanged, this, &RunForm::edited);
    for (const QLineEdit* line : {m_filter, m_name, m_reuse})
        connect(line, &QLineEdit::textChanged, this, &RunForm::edited);
    for (const QSpinBox* number : {m_samples, m_concurrency, m_maxTokens})
        connect(number, &QSpinBox::valueChanged, this, &RunForm::edited);
    connect(m_maxCost, &QDoubleSpinBox::valueChanged, this, &RunForm::edited);
    connect(m_startNew, &QCheckBox::toggled, this, &RunForm::edited);
}

void RunForm::setChoices(RunChoices choices) {
    m_choices = std::move(choices);
    {
        const QSignalBlocker quiet(m_judge);
        retranslate();
    }
    adoptJudge();
    Q_EMIT edited();
}

void RunForm::setEndpoints(std::vector<Endpoint> endpoints) {
    const QVariant chosen = m_endpoint->currentData();
    m_endpoints = std::move(endpoints);
    {
        const QSignalBlocker quiet(m_endpoint);
        nameChoices();
        m_endpoint->setCurrentIndex(std::max(0, m_endpoint->findData(chosen)));
    }
    adoptEndpoint();
    if (!chosen.isValid())
        adoptJudge();
    Q_EMIT edited();
}

void RunForm::setListed(const ItemListRequest& listed) {
    m_listed = listed;
    retranslate();
}

void RunForm::setFilter(const QString& filter) {
    m_items->setCurrentIndex(FilteredItems);
    m_filter->setText(filter);
}

void RunForm::setReuse(const QString& path) {
    m_reuse->setText(path);
}

void RunForm::setModels(const QStringList& models) {
    const QString typed = m_model->currentText();
    {
        const QSignalBlocker quiet(m_model);
        m_model->clear();
        m_model->addItems(models);
        m_model->setEditText(typed);
    }
    if (typed.isEmpty() && !models.isEmpty())
        m_model->setEditText(models.front());
}

const NamedJudge* RunForm::judge() const {
    const int index = m_judge->currentIndex();
    return index < 0 ? nullptr : &m_choices.judges[static_cast<std::size_t>(index)];
}

std::optional<Endpoint> RunForm::endpoint() const {
    const int index = m_endpoint->currentIndex();
    if (index < 0)
        return std::nullopt;
    Endpoint endpoint = m_endpoints[static_cast<std::size_t>(index)];
    if (isServer())
        endpoint.model = toUtf8(m_model->currentText().trimmed());
    return endpoint;
}

bool RunForm::isServer() const {
    const int index = m_endpoint->currentIndex();
    return index >= 0 && needsServer(m_endpoints[static_cast<std::size_t>(index)]);
}

/// A judge that no model has to read goes to the built-in endpoint, every other to a server, if there is one.
void RunForm::adoptJudge() {
    const NamedJudge* chosen = judge();
    if (chosen == nullptr)
        return;
    const bool isLexical = acceptsLexically(chosen->judge).has_value();
    const bool fits = m_endpoint->currentIndex() >= 0 && isServer() != isLexical;
    if (!fits)
        m_endpoint->setCurrentIndex(isLexical || m_endpoint->count() < 2 ? 0 : 1);
    m_samples->setValue(chosen->judge.samples);
    updateFields();
}

void RunForm::adoptEndpoint() {
    const int index = m_endpoint->currentIndex();
    {
        const QSignalBlocker quiet(m_model);
        m_model->clear();
        if (index >= 0)
            m_model->setEditText(fromUtf8(m_endpoints[static_cast<std::size_t>(index)].model));
    }
    updateFields();
}

void RunForm::updateFields() {
    const std::optional<Endpoint> chosen = endpoint();
    m_model->setEnabled(isServer());
    m_askModels->setEnabled(isServer());
    m_filter->setVisible(m_items->currentIndex() == FilteredItems);
    const bool costs = chosen && isPriced(*chosen);
    m_maxCost->setEnabled(costs);
    m_maxCost->setSuffix(costs ? QLatin1Char(' ') + fromUtf8(chosen->price.currency) : QString());
    m_maxCost->setToolTip(costs ? QString() : plainToolTip(tr("The endpoint has no price to count with.")));
    m_maxTokens->setEnabled(isServer());
    const NamedJudge* chosenJudge = judge();
    const bool hasOrders = chosenJudge != nullptr &&
                           (chosenJudge->judge.task == Task::Pairwise || chosenJudge->judge.task == Task::ScorePair ||
                               chosenJudge->judge.task == Task::Select);
    m_orders->setEnabled(hasOrders);
    for (const auto& [probe, box] : m_probes) {
        RunOrder order;
        if (chosenJudge != nullptr)
            order.request.judge = chosenJudge->judge;
        box->setEnabled(chosenJudge != nullptr && underProbe(std::move(order), probe).has_value());
    }
}

QString RunForm::filterText() const {
    switch (m_items->currentIndex()) {
    case ListedItems:
        return m_listed.filter;
    case FilteredItems:
        return m_filter->text().trimmed();
    default:
        return {};
    }
}

std::optional<RunOrder> RunForm::order() const {
    const NamedJudge* chosen = judge();
    const std::optional<Endpoint> target = endpoint();
    if (chosen == nullptr || !target)
        return std::nullopt;
    RunOrder order;
    RunRequest& request = order.request;
    request.judge = chosen->judge;
    request.judgeSource = chosen->source;
    if (m_reference->currentIndex() > 0)
        request.judge.reference = static_cast<ReferencePolicy>(m_reference->currentData().toInt());
    request.endpoint = *target;
    if (m_orders->isEnabled() && m_orders->currentIndex() > 0)
        request.orders = static_cast<Orders>(m_orders->currentData().toInt());
    request.samples = m_samples->value();
    request.concurrency = m_concurrency->value();
    request.limits.maxCost = m_maxCost->isEnabled() ? m_maxCost->value() : 0;
    request.limits.maxTokens = m_maxTokens->isEnabled() ? m_maxTokens->value() : 0;
    request.name = toUtf8(m_name->text().trimmed());
    request.startNew = m_startNew->isChecked();
    order.filter = toUtf8(filterText());
    request.items.annotator = toUtf8(m_listed.annotator);
    if (m_items->currentIndex() == ListedItems) {
        request.items.search = toUtf8(m_listed.search);
        order.filterRun = m_listed.runKey;
        order.tried = m_listed.tried;
    }
    order.reuse = toUtf8(m_reuse->text());
    return order;
}

std::vector<RunOrder> RunForm::probedOrders() const {
    std::vector<RunOrder> orders;
    const std::optional<RunOrder> plain = order();
    for (const auto& [probe, box] : m_probes) {
        if (!plain || !box->isEnabled() || !box->isChecked())
            continue;
        if (auto probed = underProbe(*plain, probe))
            orders.push_back(std::move(*probed));
    }
    return orders;
}

} // namespace assize::ui
