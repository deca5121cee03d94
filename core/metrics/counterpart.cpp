// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/counterpart.h"

#include "core/metrics/load.h"

#include <algorithm>

namespace assize {
namespace {

bool mentionsReference(const Message& message) {
    return message.content.find("{{reference") != std::string::npos ||
           message.content.find("{{#reference") != std::string::npos ||
           message.content.find("{{{reference") != std::string::npos;
}

bool isSameModel(const RunTraits& a, const RunTraits& b) {
    return a.key != b.key && !a.endpointKind.empty() && a.endpointKind == b.endpointKind && a.model == b.model &&
           a.task == b.task && a.probe == b.probe;
}

template <typename IsTwin>
RowKey newest(const RunTraits& run, std::span<const RunTraits> others, IsTwin isTwin) {
    const RunTraits* best = nullptr;
    for (const RunTraits& other : others) {
        if (isSameModel(run, other) && isTwin(other) && (best == nullptr || other.number > best->number))
            best = &other;
    }
    return best == nullptr ? 0 : best->key;
}

Result<std::optional<RunTable>> loadTwin(
    SessionReader& reader, std::span<const RunSummary> summaries, RowKey key, ItemTable& items) {
    const auto found = std::find_if(
        summaries.begin(), summaries.end(), [&](const RunSummary& summary) { return summary.run.key == key; });
    if (found == summaries.end())
        return std::optional<RunTable>();
    auto table = loadRun(reader, *found, items);
    if (!table)
        return tl::unexpected(table.error());
    return std::optional<RunTable>(std::move(*table));
}

/// The other half of a run whose judge is asked with the reference and without.
Result<std::optional<RunTable>> loadWithout(SessionReader& reader, const RunSummary& run, ItemTable& items) {
    auto table = loadRun(reader, run, items, ReferenceCalls::Without);
    if (!table)
        return tl::unexpected(table.error());
    table->name += " (reference hidden)";
    return std::optional<RunTable>(std::move(*table));
}

} // namespace

RunTraits traitsOf(const RunSummary& summary, const Judge& judge) {
    const bool shows = judge.reference != ReferencePolicy::Drop &&
                       std::any_of(judge.messages.begin(), judge.messages.end(), mentionsReference);
    return {summary.run.key, summary.run.number, summary.run.endpointKind, summary.run.model, judge.task,
        judge.reply.format, shows, summary.run.judgeVersionKey, summary.run.endpointUrl, probeOf(summary.run),
        judge.reference == ReferencePolicy::Both};
}

RowKey referenceTwinOf(const RunTraits& run, std::span<const RunTraits> others) {
    return newest(run, others, [&](const RunTraits& other) {
        return other.showsReference != run.showsReference && other.replyFormat == run.replyFormat;
    });
}

RowKey formatTwinOf(const RunTraits& run, std::span<const RunTraits> others) {
    return newest(run, others, [&](const RunTraits& other) {
        return other.replyFormat != run.replyFormat && other.showsReference == run.showsReference;
    });
}

RowKey probedTwinOf(const RunTraits& run, std::span<const RunTraits> others, Probe probe) {
    const RunTraits* best = nullptr;
    for (const RunTraits& other : others) {
        const bool isTwin = !run.probe && other.probe == probe && !run.endpointKind.empty() &&
                            other.judgeVersion == run.judgeVersion && other.endpointKind == run.endpointKind &&
                            other.url == run.url && other.model == run.model;
        if (isTwin && (best == nullptr || other.number > best->number))
            best = &other;
    }
    return best == nullptr ? 0 : best->key;
}

Result<Counterparts> loadCounterparts(SessionReader& reader, const RunSummary& run, ItemTable& items) {
    const auto summaries = reader.listedRuns();
    if (!summaries)
        return tl::unexpected(summaries.error());
    std::vector<RunTraits> all;
    RunTraits own;
    for (const RunSummary& summary : *summaries) {
        const auto version = reader.judgeVersion(summary.run.judgeVersionKey);
        if (!version)
            return tl::unexpected(version.error());
        all.push_back(traitsOf(summary, version->definition));
        if (summary.run.key == run.run.key)
            own = all.back();
    }
    auto reference =
        own.hasBoth ? loadWithout(reader, run, items) : loadTwin(reader, *summaries, referenceTwinOf(own, all), items);
    if (!reference)
        return tl::unexpected(reference.error());
    auto format = loadTwin(reader, *summaries, formatTwinOf(own, all), items);
    if (!format)
        return tl::unexpected(format.error());
    Counterparts counterparts{std::move(*reference), std::move(*format), {}};
    for (const Probe probe : AllProbes) {
        auto probed = loadTwin(reader, *summaries, probedTwinOf(own, all, probe), items);
        if (!probed)
            return tl::unexpected(probed.error());
        if (*probed)
            counterparts.probed.push_back({probe, std::move(**probed)});
    }
    return counterparts;
}

} // namespace assize
