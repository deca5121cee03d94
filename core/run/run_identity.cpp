// SPDX-License-Identifier: Apache-2.0
#include "core/run/run_identity.h"

#include "core/base/hash.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {

/// Identities of further runs are the first one's, a colon and a number.
bool isOfFamily(std::string_view identity, std::string_view first) {
    return identity.starts_with(first) && (identity.size() == first.size() || identity[first.size()] == ':');
}

std::string runIdentity(std::string_view versionHash, const Run& run) {
    return sha256Hex(canonicalJson({{"version", versionHash}, {"kind", run.endpointKind}, {"url", run.endpointUrl},
        {"model", run.model}, {"parameters", run.parameters}}));
}

std::optional<Run> runToContinue(std::span<const RunSummary> runs, std::string_view identity) {
    std::optional<Run> newest;
    for (const RunSummary& summary : runs) {
        if (isOfFamily(summary.run.identity, identity) && (!newest || summary.run.number > newest->number))
            newest = summary.run;
    }
    return newest;
}

std::string identityBeside(std::span<const RunSummary> runs, std::string_view identity) {
    const auto isTaken = [&](std::string_view candidate) {
        return std::any_of(
            runs.begin(), runs.end(), [&](const RunSummary& summary) { return summary.run.identity == candidate; });
    };
    std::string candidate(identity);
    for (int number = 2; isTaken(candidate); ++number)
        candidate = fmt::format("{}:{}", identity, number);
    return candidate;
}

std::string requestHash(std::string_view runIdentity, const Item& item, const PlannedCall& call) {
    const std::string_view first = runIdentity.substr(0, runIdentity.find(':'));
    return sha256Hex(
        fmt::format("{}\n{}\n{}\n{}\n{}", first, item.contentHash, call.presentation, call.sample, item.metadata));
}

} // namespace assize
