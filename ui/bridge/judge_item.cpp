// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/judge_item.h"

#include "core/endpoint/builtin_lexical.h"
#include "core/filter/filter.h"
#include "core/judge/library.h"
#include "core/run/run_engine.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"

namespace assize::ui {
namespace {

class SilentObserver final : public RunObserver {
public:
    void onPlanned(const Run&, const RunProgress&) override {}
    void onStored(std::span<const Verdict>, const RunProgress&) override {}
};

} // namespace

std::string baselineFor(std::size_t responses, bool isScored) {
    if (responses == 1)
        return isScored ? "builtin-direct" : "builtin-pass-fail";
    return responses == 2 ? "builtin" : std::string();
}

Result<RowKey> judgeWithBaseline(Session& session, const std::string& itemId, const std::string& baseline) {
    auto reader = session.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    auto judge = findJudge(baseline, {}, nullptr);
    if (!judge)
        return tl::unexpected(judge.error());
    auto condition = compileFilter("id == \"" + itemId + "\"", {0, {}, reader->get()});
    if (!condition)
        return tl::unexpected(condition.error());
    RunRequest request;
    request.judge = judge->judge;
    request.judgeSource = judge->source;
    request.endpoint = builtinEndpoint();
    request.items.condition = std::move(*condition);
    SilentObserver observer;
    return executeRun(session, request, observer, {}).map([](const RunReport& report) { return report.run.key; });
}

} // namespace assize::ui
