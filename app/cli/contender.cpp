// SPDX-License-Identifier: Apache-2.0
#include "app/cli/contender.h"

#include "core/metrics/rating_run.h"

#include <charconv>
#include <fmt/format.h>

namespace assize::cli {
namespace {

/// NAME, NAME@vN or NAME@hash-prefix.
struct JudgeName {
    std::string judge;
    std::string version; ///< empty: any
};

JudgeName judgeNameFrom(const std::string& text) {
    const std::size_t at = text.rfind('@');
    if (at == std::string::npos)
        return {text, {}};
    return {text.substr(0, at), text.substr(at + 1)};
}

bool isVersion(const RunSummary& summary, const JudgeVersion& version, const std::string& wanted) {
    return wanted.empty() || wanted == fmt::format("v{}", summary.judgeNumber) || version.hash.starts_with(wanted);
}

/// The runs of a judge, or of one of its versions.
Result<std::vector<RunSummary>> runsOfJudge(FigureSession& figures, const std::string& name) {
    const JudgeName wanted = judgeNameFrom(name);
    const auto runs = figures.reader->runs();
    if (!runs)
        return tl::unexpected(runs.error());
    std::vector<RunSummary> found;
    for (const RunSummary& summary : *runs) {
        if (summary.judgeName != wanted.judge)
            continue;
        const auto version = figures.reader->judgeVersion(summary.run.judgeVersionKey);
        if (!version)
            return tl::unexpected(version.error());
        if (isVersion(summary, *version, wanted.version))
            found.push_back(summary);
    }
    return found;
}

} // namespace

Result<RunTable> loadContender(FigureSession& figures, const std::string& name) {
    const auto run = figures.reader->run(name);
    if (run)
        return loadPricedRun(figures, *run);
    const auto ofJudge = runsOfJudge(figures, name);
    if (!ofJudge)
        return tl::unexpected(ofJudge.error());
    if (ofJudge->size() > 1) {
        std::vector<std::string> names;
        for (const RunSummary& summary : *ofJudge)
            names.push_back(summary.run.name);
        return fail(ErrorCode::InvalidArgument, name,
            said("it has several runs, name one of: %1", fmt::format("{}", fmt::join(names, ", "))));
    }
    if (ofJudge->size() == 1)
        return loadPricedRun(figures, ofJudge->front());
    const auto ratings = loadAnnotator(*figures.reader, figures.loaded.items, name);
    if (ratings)
        return runOfRatings(name, *ratings, figures.loaded.items);
    return tl::unexpected(run.error());
}

} // namespace assize::cli
