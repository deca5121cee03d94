// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/metrics/figures.h"
#include "core/metrics/tables.h"
#include "core/model/probe.h"
#include "core/session/session_reader.h"
#include <optional>
#include <span>

namespace assize {

/// What makes two runs comparable: the same model at the same kind of endpoint, for the same task.
struct RunTraits {
    RowKey key = 0;
    int number = 0;
    std::string endpointKind; ///< empty for an imported run, of which nothing is known
    std::string model;
    Task task = Task::Pairwise;
    std::string replyFormat;
    bool showsReference = false;
    RowKey judgeVersion = 0; ///< what a probe is compared within
    std::string url = {};
    std::optional<Probe> probe = {};
    bool hasBoth = false; ///< asked with the reference and without: its own counterpart
};

[[nodiscard]] RunTraits traitsOf(const RunSummary& summary, const Judge& judge);

/// The newest of the others that differs from the run in showing the reference answer, and in that alone; by key, 0 if
/// there is none. Wording may differ, since each format has its own.
[[nodiscard]] RowKey referenceTwinOf(const RunTraits& run, std::span<const RunTraits> others);

/// The newest of the others that differs from the run in the format of its replies; by key, 0 if there is none.
[[nodiscard]] RowKey formatTwinOf(const RunTraits& run, std::span<const RunTraits> others);

/// The newest of the others made under this probe by the run's judge version, endpoint and model; by key, 0 if there is
/// none, or the run itself is under a probe.
[[nodiscard]] RowKey probedTwinOf(const RunTraits& run, std::span<const RunTraits> others, Probe probe);

/// The runs that a run's reference.effect, format.effect and flip rates under probes are measured against.
struct Counterparts {
    std::optional<RunTable> reference;
    std::optional<RunTable> format;
    std::vector<ProbedRun> probed;
};

/// Finds and reads them among the session's runs. Judge versions are read, verdicts only of the twins.
[[nodiscard]] Result<Counterparts> loadCounterparts(SessionReader& reader, const RunSummary& run, ItemTable& items);

} // namespace assize
