// SPDX-License-Identifier: Apache-2.0
#include "ui/review/review_state.h"

#include "core/base/hash.h"
#include "core/metrics/settings.h"
#include "core/reply/normalise.h"
#include "ui/support/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

namespace assize::ui {
namespace {

constexpr std::array TabNames = {"verdict", "raw", "compare", "history"};
constexpr std::array OrderNames = {"file", "margin", "category", "changed"};

/// The place of a name in its table; the first for one that is not there.
int indexIn(const std::array<const char*, 4>& names, const QString& name) {
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const char* known) { return name == QLatin1String(known); });
    return found == names.end() ? 0 : static_cast<int>(found - names.begin());
}

/// 0 if there is none.
Result<RowKey> newestWithVerdict(SessionReader& reader, const std::vector<RunSummary>& runs) {
    for (auto summary = runs.rbegin(); summary != runs.rend(); ++summary) {
        const auto gave = reader.gaveVerdict(summary->run.key);
        if (!gave)
            return tl::unexpected(gave.error());
        if (*gave)
            return summary->run.key;
    }
    return RowKey{0};
}

} // namespace

std::string reviewStateToJson(const ReviewState& state) {
    QJsonObject object;
    object[QLatin1String("chips")] = QJsonArray::fromStringList(state.list.chips);
    QJsonObject names;
    for (auto name = state.list.names.cbegin(); name != state.list.names.cend(); ++name)
        names[name.key()] = name.value();
    object[QLatin1String("names")] = names;
    object[QLatin1String("expression")] = state.list.expression;
    object[QLatin1String("order")] = QLatin1String(OrderNames.at(static_cast<std::size_t>(state.list.order)));
    object[QLatin1String("followsTried")] = state.list.followsTried;
    object[QLatin1String("item")] = fromUtf8(state.itemId);
    object[QLatin1String("run")] = fromUtf8(state.runId);
    object[QLatin1String("tab")] = QLatin1String(TabNames.at(static_cast<std::size_t>(state.tab)));
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

ReviewState reviewStateFromJson(std::string_view json) {
    const QByteArray bytes(json.data(), static_cast<qsizetype>(json.size()));
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    ReviewState state;
    const QJsonArray chips = object[QLatin1String("chips")].toArray();
    for (const auto& chip : chips)
        state.list.chips << chip.toString();
    const QJsonObject names = object[QLatin1String("names")].toObject();
    for (auto name = names.begin(); name != names.end(); ++name)
        state.list.names[name.key()] = name.value().toString();
    state.list.expression = object[QLatin1String("expression")].toString();
    state.list.order = static_cast<ItemOrder>(indexIn(OrderNames, object[QLatin1String("order")].toString()));
    state.list.followsTried = object[QLatin1String("followsTried")].toBool(true);
    state.itemId = toUtf8(object[QLatin1String("item")].toString());
    state.runId = toUtf8(object[QLatin1String("run")].toString());
    state.tab = indexIn(TabNames, object[QLatin1String("tab")].toString());
    return state;
}

Result<ReviewCatalogue> readCatalogue(SessionReader& reader, const std::string& wantedItem) {
    ReviewCatalogue catalogue;
    auto runs = reader.listedRuns(); // the first list waits for this: nothing here may take longer for more verdicts
    if (!runs)
        return tl::unexpected(runs.error());
    catalogue.runs = std::move(*runs);
    const auto newest = newestWithVerdict(reader, catalogue.runs);
    if (!newest)
        return tl::unexpected(newest.error());
    catalogue.newestWithVerdict = *newest;
    const auto versions = reader.judgeVersions();
    if (!versions)
        return tl::unexpected(versions.error());
    for (const JudgeVersion& version : *versions) {
        const ScoreBounds bounds = scoreBounds(version.definition);
        JudgeForm form{version.definition.task, bounds.min, bounds.max, {}};
        for (const Category& category : version.definition.categories)
            form.categories.push_back(category.name);
        catalogue.forms[version.key] = std::move(form);
    }
    const auto settings = reader.settings();
    if (!settings)
        return tl::unexpected(settings.error());
    if (const auto state = settings->find(std::string(ReviewStateSetting)); state != settings->end())
        catalogue.state = reviewStateFromJson(state->second);
    for (const RunSummary& summary : catalogue.runs) {
        const auto found = settings->find(whatIfSetting(summary.run.id));
        if (found == settings->end())
            continue;
        const WhatIf whatIf = whatIfFromJson(found->second);
        if (whatIf.isActive())
            catalogue.whatIf[summary.run.id] = whatIf;
    }
    if (const auto groups = settings->find(std::string(CriterionGroupsSetting)); groups != settings->end())
        catalogue.criterionGroups = criterionAliasesFromJson(groups->second);
    for (const auto& [name, value] : *settings) {
        const WhatIf whatIf = name.starts_with(WeightingPrefix) ? whatIfFromJson(value) : WhatIf();
        if (whatIf.isActive())
            catalogue.weightings[name.substr(WeightingPrefix.size())] = whatIf;
    }
    if (const auto metrics = metricSettingsFrom(*settings))
        catalogue.tieBand = metrics->tieBand;
    const std::string id = wantedItem.empty() ? catalogue.state.itemId : wantedItem;
    if (!id.empty())
        catalogue.item = reader.findItem(id).value_or(0);
    return catalogue;
}

Result<ReviewItem> readReviewItem(SessionReader& reader, RowKey key) {
    ReviewItem review;
    auto item = reader.item(key);
    if (!item)
        return tl::unexpected(item.error());
    auto labels = reader.labelsOf(key);
    if (!labels)
        return tl::unexpected(labels.error());
    auto annotations = reader.annotationsOf(key);
    if (!annotations)
        return tl::unexpected(annotations.error());
    auto verdicts = reader.verdictsOf(key);
    if (!verdicts)
        return tl::unexpected(verdicts.error());
    return ReviewItem{std::move(*item), std::move(*labels), std::move(*annotations), std::move(*verdicts)};
}

RowKey preferredRun(const ReviewCatalogue& catalogue) {
    const auto& runs = catalogue.runs;
    const auto kept = std::find_if(
        runs.begin(), runs.end(), [&](const RunSummary& summary) { return summary.run.id == catalogue.state.runId; });
    if (kept != runs.end())
        return kept->run.key;
    if (catalogue.newestWithVerdict != 0)
        return catalogue.newestWithVerdict;
    return runs.empty() ? 0 : runs.back().run.key;
}

bool areSidesSwapped(std::string_view itemId, std::string_view annotator) {
    const std::string digest = sha256Hex(std::string(annotator) + '\n' + std::string(itemId));
    return QStringView(u"89abcdef").contains(QLatin1Char(digest.front()));
}

} // namespace assize::ui
