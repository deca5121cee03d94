// SPDX-License-Identifier: Apache-2.0
// Replies as other programs read them (protocols.md, section 11), beside what ours makes of the same.
#include "core/reply/original_readers.h"

#include "tests/core/reply/reply_support.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

struct OriginalCase {
    std::string_view reader;
    std::string_view reply;
    std::string_view expected;
};

class Originals : public testing::TestWithParam<OriginalCase> {};

TEST_P(Originals, ReadAsTheirProgramDoes) {
    const OriginalReader* reader = findOriginalReader(GetParam().reader);
    ASSERT_NE(reader, nullptr);
    EXPECT_EQ(reader->read(GetParam().reply), GetParam().expected) << GetParam().reply;
}

INSTANTIATE_TEST_SUITE_P(Judgelm, Originals,
    testing::Values(OriginalCase{"judgelm", "7 8\nfoo", "7 8"}, OriginalCase{"judgelm", "7,8", "7 8"},
        OriginalCase{"judgelm", "7, 8", "-1 -1"}, OriginalCase{"judgelm", " 7 8", "-1 -1"},
        OriginalCase{"judgelm", "7 8 ", "-1 -1"}, OriginalCase{"judgelm", "7\t8", "-1 -1"},
        OriginalCase{"judgelm", "7 8 9", "-1 -1"}, OriginalCase{"judgelm", "8/10 7/10", "-1 -1"},
        OriginalCase{"judgelm", "Assistant 1: 7", "-1 -1"}, OriginalCase{"judgelm", "", "-1 -1"},
        OriginalCase{"judgelm", "10 9.5", "10 9.5"}, OriginalCase{"judgelm", "1e1 5", "10 5"},
        OriginalCase{"judgelm", "7 8.", "7 8"}, OriginalCase{"judgelm", "85 90", "85 90"},
        OriginalCase{"judgelm", "-1 5", "-1 5"}, OriginalCase{"judgelm", "inf 5", "inf 5"},
        OriginalCase{"judgelm", "nan 5", "nan 5"}));

INSTANTIATE_TEST_SUITE_P(Selene, Originals,
    testing::Values(OriginalCase{"selene", "**Result:** 4.5", "4"}, OriginalCase{"selene", "**Result:** Yes.", "Yes"},
        OriginalCase{"selene", "**Result:** A and B are tied", "A"}, OriginalCase{"selene", "**Result:**\nB", "B"},
        OriginalCase{"selene", "**Result:** [A]", "none"}, OriginalCase{"selene", "**Result**: A", "none"},
        OriginalCase{"selene", "**Result:** -1", "none"},
        OriginalCase{"selene", "**Result:** Response A", "Response"}));

INSTANTIATE_TEST_SUITE_P(Prometheus, Originals,
    testing::Values(OriginalCase{"prometheus", "x [RESULT] 4/5", "4"},
        OriginalCase{"prometheus", "x [RESULT] 4.", "none"}, OriginalCase{"prometheus", "x [RESULT] 45", "none"},
        OriginalCase{"prometheus", "Result: B\nmore", "B"}, OriginalCase{"prometheus", "[RESULT] (3)", "3"},
        OriginalCase{"prometheus", "x Score: 3.5", "none"}, OriginalCase{"prometheus", "score of 2 out of 5", "2"},
        OriginalCase{"prometheus", "Result: 5\n\n", "5"}, OriginalCase{"prometheus", "[RESULT] 4 because", "none"},
        OriginalCase{"prometheus", "**Result:** 4", "none"}, OriginalCase{"prometheus", "[RESULT] Response A", "A"},
        OriginalCase{"prometheus", "[RESULT: B]", "B"}, OriginalCase{"prometheus", "**Result:** A", "none"},
        OriginalCase{"prometheus", "[RESULT] A\n\nB is ok", "A"}));

INSTANTIATE_TEST_SUITE_P(Others, Originals,
    testing::Values(OriginalCase{"pandalm", " 1\n\n### Reason: x", "1"}, OriginalCase{"pandalm", "1.", "0"},
        OriginalCase{"pandalm", "Response 1", "0"}, OriginalCase{"pandalm", "Tie", "0"},
        OriginalCase{"autoj", "the final decision is Response 2 … the final decision is tie", "2"},
        OriginalCase{"autoj", "no phrase", "-1"}, OriginalCase{"autoj", "the final decision is Response 1.", "0"},
        OriginalCase{"fastchat", "It quotes [[A]] but I say [[B]]", "A"}, OriginalCase{"fastchat", "[[C]]", "C"},
        OriginalCase{"fastchat", "A", "error"}, OriginalCase{"rewardbench2", "Score 7/10", "10"},
        OriginalCase{"rewardbench2", "7.5", "5"}, OriginalCase{"rewardbench2", "8.", "-1"},
        OriginalCase{"rewardbench2", "**8**", "-1"}, OriginalCase{"rewardbench2", "8\n", "8"}));

TEST(OriginalReaders, TheTieDeltaIsComparedInBinary) {
    EXPECT_EQ(fastchatWinner(7, 6.9), 'C');
    EXPECT_EQ(fastchatWinner(7, 6.8), 'A');
    EXPECT_EQ(fastchatWinner(8, 8.1), 'C');
    EXPECT_EQ(fastchatWinner(8.3, 8.2), 'A') << "0.10000000000000142";
}

/// What they fold into ties, halves or other scores is no verdict here, or another one.
TEST(OriginalReaders, OursDoesNotFollowThem) {
    EXPECT_EQ(summary(read(judgeReading("score-pair"), "7 8 9")),
        "unparseable no-verdict: 2 numbers wanted on the first line");
    EXPECT_EQ(summary(read(judgeReading("label"), "It quotes [[A]] but I say [[B]]")), "unparseable ambiguous");
    EXPECT_EQ(read(judgeReading("score-pair"), "7 10").scores, (std::vector<double>{7, 10}))
        << "no last character is cut off";
    EXPECT_EQ(findOriginalReader("nobody"), nullptr);
}

} // namespace
} // namespace assize::test
