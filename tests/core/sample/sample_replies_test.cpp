// SPDX-License-Identifier: Apache-2.0
// Every recorded reply of the sample, read as the program reads it. resources/sample/README.md and the guide's first
// ten minutes rest on what stands here.
#include "core/judge/judge_yaml.h"
#include "core/model/reconcile.h"
#include "core/reply/reply_format.h"
#include "tests/core/sample/sample_files.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace assize::test {
namespace {

struct Expected {
    const char* reply;   ///< item and presentation
    const char* outcome; ///< label, or outcome and reason
    double margin = 0;   ///< of four digits; rubric judge only
    const char* flag = "";
    const char* recovered = "";
};

constexpr Expected Rubric[] = {
    {"rail-007 AB", "A>B", .1000},
    {"rail-007 BA", "A>B", .0875},
    {"desk-012 AB", "A>B", .0250, "", "code-fence surrounding-prose"},
    {"desk-012 BA", "B>A", -.3250},
    {"lease-019 AB", "B>A", -.2375, "invented-quotation"},
    {"lease-019 BA", "B>A", -.2375, "", "code-fence"},
    {"code-023 AB", "A=B", .0125},
    {"code-023 BA", "A=B", -.0125},
    {"city-031 AB", "A>B", .7500},
    {"city-031 BA", "A>B", .7375},
    {"sql-038 AB", "A=B", .0125},
    {"sql-038 BA", "B>A", -.0500},
    {"desk-044 AB", "A>B", .6000},
    {"desk-044 BA", "A>B", .6500, "", "code-fence"},
    {"brdg-052 AB", "B>A", -.2375},
    {"brdg-052 BA", "B>A", -.1750},
    {"poem-058 AB", "B>A", -.0875},
    {"poem-058 BA", "A>B", .1125, "", "code-fence"},
    {"trip-066 AB", "B>A", -.8750},
    {"trip-066 BA", "truncated"},
    {"page-083 AB", "B>A", -.9000},
    {"page-083 BA", "B>A", -.9625},
    {"cash-095 AB", "B>A", .4125, "label-contradicts-scores", "code-fence"},
    {"cash-095 BA", "A>B", .4875},
    {"pump-126 AB", "A>B", 1.0},
    {"pump-126 BA", "A>B", 1.0},
    {"door-131 AB", "refused"},
    {"door-131 BA", "A>B", .9250, "", "code-fence surrounding-prose"},
    {"bread-150 AB", "B>A", -.6250, "", "code-fence surrounding-prose"},
    {"bread-150 BA", "B>A", -.6500},
    {"html-163 AB", "B>A", -1.0, "verdict-like-candidate"},
    {"html-163 BA", "B>A", -1.0, "verdict-like-candidate"},
    {"plan-176 AB", "A>B", .0750},
    {"plan-176 BA", "A>B", .0875},
    {"guide-158 AB", "A>B", .0250},
    {"guide-158 BA", "A>B", .1250},
    {"lib-204 AB", "A>B", .0875},
    {"lib-204 BA", "B>A", -.0625},
    {"mail-206 AB", "B>A", -.7500},
    {"mail-206 BA", "B>A", -.7125, "", "code-fence"},
    {"code-209 AB", "A>B", .9500},
    {"code-209 BA", "A>B", .9625},
    {"law-211 AB", "B>A", -.1364, "weights-normalised", "code-fence surrounding-prose"},
    {"law-211 BA", "B>A", -.0625},
    {"math-215 AB", "B>A", -.9625, "", "code-fence"},
    {"math-215 BA", "B>A", -.9625, "", "code-fence surrounding-prose"},
    {"sum-218 AB", "A>B", .8750},
    {"sum-218 BA", "A>B", .9375, "", "code-fence"},
    {"poem-233 AB", "B>A", -.5500, "", "code-fence"},
    {"poem-233 BA", "B>A", -.6000, "", "code-fence surrounding-prose"},
    {"food-255 AB", "A>B", .1000, "", "code-fence"},
    {"food-255 BA", "A>B", .0750},
    {"kid-244 AB", "A>B", .6250},
    {"kid-244 BA", "A=B", .0250},
};

constexpr Expected Grounding[] = {
    {"rail-007 AB", "A>B"},
    {"desk-012 AB", "A>B"},
    {"lease-019 AB", "A>B", 0, "", "code-fence"},
    {"brdg-052 AB", "A=B (both bad)", 0, "", "think-block"},
    {"hr-101 AB", "A>B"},
    {"kiln-142 AB", "B>A", 0, "", "trailing-comma"},
    {"solar-188 AB", "unparseable not-json"},
    {"lib-204 AB", "A>B"},
    {"law-211 AB", "A>B"},
    {"sum-218 AB", "A>B", 0, "", "code-fence"},
    {"hr-237 AB", "B>A"},
    {"news-248 AB", "B>A"},
};

struct Read {
    std::string name; ///< item and presentation
    std::string id;
    std::string presentation;
    Judgement judgement;
};

std::vector<Read> readAll(std::string_view judgeName) {
    const Judge judge = judgeFromYaml(sampleJudgeYaml(judgeName), judgeName).value();
    const auto items = sampleItems();
    std::vector<Read> all;
    for (const SampleReply& reply : sampleReplies(judgeName)) {
        const Item& item = items.at(reply.id).item;
        all.push_back({reply.id + " " + reply.presentation, reply.id, reply.presentation,
            readReply(reply.text, {&judge, reply.presentation, &item, reply.truncated, reply.refused, false})});
    }
    return all;
}

std::string summaryOf(const Judgement& judgement) {
    if (judgement.outcome == Outcome::Verdict)
        return std::string(labelText(judgement.label.value()));
    const std::string outcome(outcomeName(judgement.outcome));
    return judgement.outcome == Outcome::Unparseable ? outcome + " " + judgement.reason : outcome;
}

void expectAll(std::string_view judgeName, std::span<const Expected> expected) {
    const std::vector<Read> all = readAll(judgeName);
    ASSERT_EQ(all.size(), expected.size());
    for (std::size_t at = 0; at < all.size(); ++at) {
        SCOPED_TRACE(all[at].name);
        const Judgement& judgement = all[at].judgement;
        EXPECT_EQ(all[at].name, expected[at].reply);
        EXPECT_EQ(summaryOf(judgement), expected[at].outcome);
        EXPECT_NEAR(judgement.scoreMargin.value_or(0), expected[at].margin, 5e-5);
        EXPECT_EQ(fmt::format("{}", fmt::join(judgement.flags, " ")), expected[at].flag);
        EXPECT_EQ(fmt::format("{}", fmt::join(judgement.recovered, " ")), expected[at].recovered);
    }
}

TEST(SampleReplies, OfTheRubricJudgeAreReadAsTheyAreMeant) {
    expectAll("rubric-illustration", Rubric);
}

TEST(SampleReplies, OfTheGroundingJudgeAreReadAsTheyAreMeant) {
    expectAll("grounding-illustration", Grounding);
}

/// The guide sends people to exactly these.
TEST(SampleReplies, FlipAndMixWhereTheGuideSaysSo) {
    std::map<std::string, std::vector<Label>> labels;
    std::set<std::string> nearTies;
    for (const Read& read : readAll("rubric-illustration")) {
        if (read.judgement.outcome != Outcome::Verdict)
            continue;
        labels[read.id].push_back(*read.judgement.label);
        if (std::abs(*read.judgement.scoreMargin) <= 0.02)
            nearTies.insert(read.id);
    }
    std::set<std::string> flipped;
    std::set<std::string> mixed;
    for (const auto& [id, both] : labels) {
        if (both.size() < 2 || both[0] == both[1])
            continue;
        (both[0] == Label::Tie || both[1] == Label::Tie ? mixed : flipped).insert(id);
    }
    EXPECT_THAT(flipped, testing::ElementsAre("cash-095", "desk-012", "lib-204", "poem-058"));
    EXPECT_THAT(mixed, testing::ElementsAre("kid-244", "sql-038"));
    EXPECT_THAT(nearTies, testing::ElementsAre("code-023", "sql-038"));
}

TEST(SampleReplies, QuoteOnlyOneThingThatNobodyWrote) {
    for (const Read& read : readAll("rubric-illustration")) {
        const bool isInvented = testing::Matches(testing::Contains("invented-quotation"))(read.judgement.flags);
        EXPECT_EQ(isInvented, read.name == "lease-019 AB") << read.name;
    }
}

} // namespace
} // namespace assize::test
