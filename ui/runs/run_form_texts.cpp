// SPDX-License-Identifier: Apache-2.0
// What the fields of a new run are called, and what their pickers offer.
#include "core/metrics/figure_text.h"
#include "ui/models/chart_words.h"
#include "ui/models/run_words.h"
#include "ui/runs/run_form.h"
#include "ui/support/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace assize::ui {
namespace {

/// Fills a picker anew and keeps its place.
void refill(QComboBox& box, const std::vector<std::pair<QString, QVariant>>& entries) {
    const QSignalBlocker quiet(&box);
    const int current = std::max(0, box.currentIndex());
    box.clear();
    for (const auto& [text, value] : entries)
        box.addItem(text, value);
    box.setCurrentIndex(std::min(current, box.count() - 1));
}

QString judgeText(const NamedJudge& judge) {
    const QString name = withVisibleControls(fromUtf8(judge.judge.name));
    if (judge.source == "session")
        return RunForm::tr("%1 v%2", "judge, version").arg(name).arg(judge.number);
    if (judge.source == "library")
        return RunForm::tr("%1 – library", "judge").arg(name);
    return RunForm::tr("%1 – comes with Assize", "judge").arg(name);
}

QString targetText(const Endpoint& endpoint) {
    Run run;
    run.endpointKind = endpoint.kind;
    run.endpointUrl = endpoint.url;
    const QString words = endpointWords(run, {endpoint});
    return endpoint.url.empty() || endpoint.kind == "builtin"
               ? RunForm::tr("Built in: counts words, needs no model")
               : QStringLiteral("%1 – %2").arg(words, withVisibleControls(fromUtf8(endpoint.url)));
}

} // namespace

void RunForm::nameChoices() {
    std::vector<std::pair<QString, QVariant>> judges;
    judges.reserve(m_choices.judges.size());
    for (const NamedJudge& judge : m_choices.judges)
        judges.emplace_back(judgeText(judge), QVariant());
    refill(*m_judge, judges);
    std::vector<std::pair<QString, QVariant>> endpoints;
    endpoints.reserve(m_endpoints.size());
    for (const Endpoint& endpoint : m_endpoints)
        endpoints.emplace_back(targetText(endpoint), fromUtf8(endpoint.name));
    refill(*m_endpoint, endpoints);
}

void RunForm::nameProbes() {
    for (const auto& [probe, box] : m_probes) {
        const std::string name(probeName(probe));
        const QString words = worded(phrase("probe." + name));
        box->setText(words.left(1).toUpper() + words.mid(1));
        box->setToolTip(plainToolTip(fromUtf8(figureText("probe." + name + ".flip_rate", windowLanguage()).meaning)));
    }
}

void RunForm::retranslate() {
    const QStringList labels = {tr("&Judge:"), tr("&Endpoint:"), tr("&Model:"), tr("&Items:"), tr("&Orders:"),
        tr("Re&ference:"), tr("Probe&s:"), tr("&Parallel requests:"), tr("&Budget:"), tr("&Name:"),
        tr("Re&use verdicts of:")};
    for (std::size_t i = 0; i < m_rowLabels.size(); ++i)
        m_rowLabels[i]->setText(labels.value(static_cast<int>(i)));
    nameChoices();
    nameProbes();
    const bool listsAll = m_listed.filter.isEmpty() && m_listed.search.isEmpty();
    const QString all = m_choices.itemCount > 0
                            ? tr("All %1", "items").arg(QLocale().toString(static_cast<qlonglong>(m_choices.itemCount)))
                            : tr("All", "items");
    refill(*m_items, {{all, {}}, {listsAll ? tr("Those listed in Review (all)") : tr("Those listed in Review"), {}},
                         {tr("Those of a filter"), {}}});
    refill(*m_orders, {{tr("As the judge says"), -1}, {tr("A first"), static_cast<int>(Orders::AB)},
                          {tr("B first"), static_cast<int>(Orders::BA)}, {tr("Both"), static_cast<int>(Orders::Both)},
                          {tr("Random"), static_cast<int>(Orders::Random)}});
    refill(*m_reference,
        {{tr("As the judge says"), -1}, {tr("Show it where there is one"), static_cast<int>(ReferencePolicy::Auto)},
            {tr("Leave out items without one"), static_cast<int>(ReferencePolicy::Require)},
            {tr("Never show it"), static_cast<int>(ReferencePolicy::Drop)},
            {tr("Ask with it and without it"), static_cast<int>(ReferencePolicy::Both)}});
    m_reference->setToolTip(
        plainToolTip(tr("Another choice than the judge's own makes another version of the judge.")));
    m_askModels->setText(tr("As&k the server"));
    m_filter->setPlaceholderText(QStringLiteral("category == \"math\" and not flagged")); // lint-allow: filter language
    m_samplesWords->setText(tr("Samples:"));
    m_tokensWords->setText(tr("Tokens:"));
    m_concurrency->setSpecialValueText(tr("As the endpoint says"));
    m_maxCost->setSpecialValueText(tr("No limit"));
    m_maxTokens->setSpecialValueText(tr("No limit"));
    m_name->setPlaceholderText(tr("The judge's name"));
    m_reuse->setPlaceholderText(tr("Only this session"));
    m_pickReuse->setText(tr("Choose…"));
    m_startNew->setText(tr("Start a run of its &own, even where one could go on"));
    m_samples->setAccessibleName(tr("Samples in each order"));
    m_maxTokens->setAccessibleName(tr("Budget in tokens"));
    m_maxCost->setAccessibleName(tr("Budget in cost"));
    m_filter->setAccessibleName(tr("Filter of items"));
    m_reuse->setAccessibleName(tr("Session whose verdicts are reused"));
    updateFields();
}

} // namespace assize::ui
