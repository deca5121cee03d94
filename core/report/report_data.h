// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/annotators.h"
#include "core/metrics/compare.h"
#include "core/metrics/counterpart.h"
#include "core/metrics/figures.h"
#include "core/metrics/load.h"
#include "core/metrics/score_columns.h"
#include "core/model/judge.h"
#include "core/report/report.h"
#include "core/session/session_reader.h"
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace assize {

/// A judge version that runs of the report used, and the one it was made from where the session holds it.
struct ReportJudge {
    JudgeVersion version;
    std::optional<JudgeVersion> parent;
};

/// A call that gave no verdict.
struct FailedCall {
    RowKey itemKey = 0;
    std::string presentation;
    int sample = 1;
    Judgement judgement;
};

/// What one pass over the calls of a run adds to its figures.
struct CallFacts {
    std::int64_t calls = 0;                       ///< current attempts
    std::map<std::string, std::int64_t> failures; ///< by class (core/run/run_statistics.h)
    std::vector<FailedCall> firstFailures;        ///< in item order, a few
    std::map<std::string, std::int64_t> flags;    ///< audit findings
    Usage usage;
    double seconds = 0; ///< sum of the calls' latencies
    std::optional<double> median;
    std::optional<double> slow; ///< 95 of 100 calls were not slower
    std::int64_t newest = 0;    ///< time of the newest verdict, 0 if there is none
    std::string digest;         ///< SHA-256 of every verdict's item, order, sample, outcome, label and scores
};

/// The main figures of a slice of the items: of a category, or of what else ReportOptions::by asks for.
struct SliceOfRun {
    std::string name;
    Figures figures;
};

/// Everything said of one run.
struct ReportRun {
    RunSummary summary;
    std::size_t judge = 0; ///< index into ReportData::judges
    RunTable table;
    Counterparts twins; ///< what reference.effect and format.effect are measured against
    Policy policy;
    Figures figures;
    std::vector<SliceOfRun> slices;     ///< empty where there is but one
    std::optional<ScoreColumns> scores; ///< of pairwise runs whose judge writes criteria
    CallFacts calls;
};

struct ReportComparison {
    std::size_t a = 0; ///< indices into ReportData::runs
    std::size_t b = 0;
    Comparison comparison;
};

/// What the items are, counted in one pass.
struct ItemFacts {
    std::map<std::string, std::int64_t> formats;
    std::int64_t withReference = 0;
    std::int64_t withContext = 0;
    std::int64_t withImages = 0;
    std::int64_t conversations = 0; ///< more than one turn
    std::int64_t moreResponses = 0; ///< more than two responses
    std::string digest;             ///< SHA-256 of the content hashes in the session's order
};

/// A session as a report needs it, in no language.
struct ReportData {
    LoadedItems loaded;
    ItemFacts items;
    MetricSettings settings;
    RaterAgreement people;
    std::optional<RunTable> baseline; ///< of the built-in judge
    std::vector<ReportJudge> judges;
    std::vector<ReportRun> runs; ///< by number
    std::int64_t runsInSession = 0;
    std::vector<ReportComparison> comparisons;
    bool comparesWithFirst = false; ///< too many runs for every pair: each against the first
    std::int64_t newest = 0;        ///< time of the newest verdict or annotation
};

/// Reads and counts everything. Cancelled when options.stop asks for it.
[[nodiscard]] Result<ReportData> gatherReport(SessionReader& reader, const ReportOptions& options);

} // namespace assize
