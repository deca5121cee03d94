// SPDX-License-Identifier: Apache-2.0
// What one reply costs from raw text to audited verdict (bench/README.md has the goals). Times are of one thread's CPU.
#include "core/reply/reply_format.h"
#include "core/reply/yaml_lines.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

namespace {

using namespace assize;

constexpr std::size_t HostileSize = 1U << 20U;

const Item& item() {
    static const Item made = [] {
        Item out;
        out.turns = {{"user", "How does a canal lock lift a boat, and who works it?"}};
        for (const char* end : {" The keeper opens the sluice.", " Boats rise with the water."})
            out.responses.push_back({std::string("A lock is a chamber between two gates. Water from above fills it and "
                                                 "the boat floats up to the next level.") +
                                         end,
                {}});
        return out;
    }();
    return made;
}

/// Five criteria with a quotation each: some 1.6 KB.
std::string rubricYaml() {
    std::string out = "criteria:\n";
    for (const char* name : {"mechanism", "completeness", "accuracy", "clarity", "people"})
        out += fmt::format(
            "  {}:\n    description: \"How well the answer covers this part of the question\"\n    type: scale\n"
            "    weight: 0.2\n    score_A: 4\n    score_B: 3\n"
            "    justification_A: \"It says \\\"a chamber between two gates\\\", which is right and enough here\"\n"
            "    justification_B: \"It leaves out who works the gates and says only \\\"rise with the water\\\"\"\n",
            name);
    return out + "overall_justification: \"A answers both halves of the question, B only one of them.\"\n"
                 "preference: '[[A>B]]'\n";
}

std::string rubricJson() {
    std::string out = "{\"criteria\": [";
    for (const char* name : {"mechanism", "completeness", "accuracy", "clarity", "people"})
        out +=
            fmt::format("{}{{\"name\": \"{}\", \"type\": \"scale\", \"weight\": 0.2, \"score_A\": 4, \"score_B\": 3, "
                        "\"justification_A\": \"It says \\\"a chamber between two gates\\\", which is right here\", "
                        "\"justification_B\": \"It says only \\\"rise with the water\\\" and no more than that\"}}",
                out.back() == '[' ? "" : ", ", name);
    return out + "], \"overall_justification\": \"A answers both halves.\", \"preference\": \"[[A>B]]\"}";
}

void readWith(benchmark::State& state, std::string_view format, const std::string& reply) {
    Judge judge;
    judge.reply.format = format;
    judge.rubricPolicy = RubricPolicy::Generated;
    ReplyContext context;
    context.judge = &judge;
    context.item = &item();
    Outcome outcome = Outcome::Skipped;
    for (auto pass : state) {
        static_cast<void>(pass);
        const Judgement judgement = readReply(reply, context);
        outcome = judgement.outcome;
        benchmark::DoNotOptimize(judgement.label);
    }
    state.SetLabel(fmt::format("{} bytes, {}", reply.size(), outcomeName(outcome)));
}

void rubricYamlReply(benchmark::State& state) {
    readWith(state, "rubric-yaml", rubricYaml());
}
BENCHMARK(rubricYamlReply);

void rubricJsonReply(benchmark::State& state) {
    readWith(state, "rubric-json", rubricJson());
}
BENCHMARK(rubricJsonReply);

void verdictJsonReply(benchmark::State& state) {
    readWith(state, "verdict-json", R"({"reasoning": "A says \"a chamber between two gates\".", "verdict": "A>B"})");
}
BENCHMARK(verdictJsonReply);

void scorePairReply(benchmark::State& state) {
    readWith(state, "score-pair", "8 6\nThe first names the keeper, the second does not.");
}
BENCHMARK(scorePairReply);

/// The same document by yaml-cpp, for comparison: the tree alone, neither computed nor audited.
void yamlByLibrary(benchmark::State& state) {
    const std::string reply = rubricYaml();
    for (auto pass : state) {
        static_cast<void>(pass);
        benchmark::DoNotOptimize(readYamlByLibrary(reply));
    }
}
BENCHMARK(yamlByLibrary);

/// A megabyte that is made to be slow.
void hostileReply(benchmark::State& state, std::string_view format, std::string_view unit) {
    std::string reply;
    while (reply.size() < HostileSize)
        reply += unit;
    readWith(state, format, reply);
}
BENCHMARK_CAPTURE(hostileReply, yamlDashes, "rubric-yaml", "- ")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostileReply, yamlKeys, "rubric-yaml", "a:\n")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostileReply, yamlCriteria, "rubric-yaml", "criteria:\n  x: {score_a: 1}\n")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostileReply, yamlQuotes, "rubric-yaml", "x: \"\\\"\n")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostileReply, yamlFences, "rubric-yaml", "```\na: b\n")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostileReply, yamlNewlines, "rubric-yaml", "\n")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostileReply, jsonBraces, "rubric-json", "{")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostileReply, jsonObjects, "verdict-json", "{\"verdict\":1}")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostileReply, jsonNested, "verdict-json", "{\"a\":")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostileReply, pairDigits, "score-pair", "1 ")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostileReply, resultLines, "reasoning-result", "Result:\n")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostileReply, resultBrackets, "reasoning-result", "[")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostileReply, labelBrackets, "label", "[[A")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostileReply, thinking, "label", "<think>\n</think>\n")->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
