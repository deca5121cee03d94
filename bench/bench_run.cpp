// SPDX-License-Identifier: Apache-2.0
// What judging with the built-in endpoint costs: one pair by itself, and a run into a session with everything that it
// takes to be durable. Less than half a millisecond of CPU for a pair is what makes 100,000 of them a matter of a
// minute.
#include "core/base/ulid.h"
#include "core/endpoint/builtin_lexical.h"
#include "core/judge/library.h"
#include "core/reply/reply_format.h"
#include "core/run/run_engine.h"
#include "core/session/session.h"
#include "core/session/session_writer.h"

#include <benchmark/benchmark.h>
#include <filesystem>

namespace assize {
namespace {

constexpr const char* English =
    "The sound is carried by the bones of your jaw and skull straight to the inner ear, so it seems much louder than "
    "most other sounds around you. In 1987, researchers in Leeds measured 63 decibels for a crunchy snack.\n"
    "1. Chewing sets the jaw in motion.\n2. The skull carries the motion.\n3. The ear hears it as sound.\n";
constexpr const char* Chinese =
    "咀嚼时产生的声音会通过下颌骨和颅骨直接传到内耳，因此听起来比周围的其他声音响得多。"
    "1987年，研究人员测得一种脆脆的零食可以达到63分贝。这种声音会吸引注意力，也会影响我们吃多少。";

Judge builtinJudge() {
    return findJudge("builtin", {})->judge;
}

Item pairOf(const std::string& text, int number) {
    Item item;
    item.format = "pairs";
    item.sourceId = std::to_string(number);
    item.turns = {{"user", "Why does eating something crunchy sound so loud? 为什么吃脆的东西声音这么大？"}};
    item.responses = {{text + item.sourceId, {}}, {text.substr(text.size() / 2), {}}};
    item.contentHash = contentHash(item);
    return item;
}

/// A pair scored and its reply written; with reading, the reply read and audited too.
void judgePair(benchmark::State& state, const char* text, bool isRead) {
    const Judge judge = builtinJudge();
    const Item item = pairOf(text, 1);
    JudgeRequest request;
    request.judge = &judge;
    request.item = &item;
    ReplyContext context;
    context.judge = &judge;
    context.item = &item;
    for (auto _ : state) {
        const auto reply = answerLexically(builtinEndpoint(), request, {});
        if (isRead)
            benchmark::DoNotOptimize(readReply(reply->text, context));
    }
}
BENCHMARK_CAPTURE(judgePair, english, English, false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(judgePair, chinese, Chinese, false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(judgePair, english_read, English, true)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(judgePair, chinese_read, Chinese, true)->Unit(benchmark::kMicrosecond);

class Unheard final : public RunObserver {
public:
    void onPlanned(const Run&, const RunProgress&) override {}
    void onStored(std::span<const Verdict>, const RunProgress&) override {}
};

void fill(Session& session, int items) {
    const auto added = (*session.writer())->run([items](SessionTransaction& transaction) -> Result<void> {
        for (int number = 0; number < items; ++number) {
            if (const auto item = transaction.addItem(pairOf(English, number), {}); !item)
                return tl::unexpected(item.error());
        }
        return {};
    });
    if (!added)
        std::abort();
}

/// Both orders of so many items, planned, judged, stored and announced.
void judgeSession(benchmark::State& state) {
    const auto items = static_cast<int>(state.range(0));
    RunRequest request;
    request.judge = builtinJudge();
    request.judgeSource = "preset";
    request.endpoint = builtinEndpoint();
    for (auto _ : state) {
        state.PauseTiming();
        const auto path = std::filesystem::temp_directory_path() / ("bench-run-" + newUlid() + ".assize");
        auto session = Session::create(path);
        fill(**session, items);
        Unheard observer;
        state.ResumeTiming();
        const auto report = executeRun(**session, request, observer, {});
        state.PauseTiming();
        if (!report || report->progress.sent != 2 * items)
            state.SkipWithError("the run did not judge everything");
        session->reset();
        std::filesystem::remove(path);
        state.ResumeTiming();
    }
    state.counters["us_per_verdict"] = benchmark::Counter(static_cast<double>(state.iterations()) * 2e-6 * items,
        benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(judgeSession)
    ->ArgName("items")
    ->Arg(1000)
    ->Arg(10000)
    ->Iterations(1)
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);

} // namespace
} // namespace assize

BENCHMARK_MAIN();
