// SPDX-License-Identifier: Apache-2.0
// Several judges as one: plurality of labels and results, mean of scores, and who does not vote.
#include "core/metrics/jury_run.h"

#include "tests/core/metrics/made_table.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

RunTable named(RunTable run, std::string name) {
    run.name = std::move(name);
    return run;
}

RunTable juryOf(const std::vector<RunTable>& members) {
    auto jury = runOfJury(members, MadeTable::noBootstrap());
    EXPECT_TRUE(jury.has_value()) << jury.error().detail;
    return jury ? std::move(*jury) : RunTable();
}

std::string labelsOf(const RunTable& run) {
    std::string labels;
    for (std::size_t row = 0; row < run.forward.planned.size(); ++row) {
        const Cell cell = run.forward.cell(row, false);
        labels += cell == Cell::A           ? 'A'
                  : cell == Cell::B         ? 'B'
                  : cell == Cell::Tie       ? 'T'
                  : cell == Cell::Abstained ? 'x'
                                            : '.';
    }
    return labels;
}

TEST(JuryRun, TheStrictPluralityDecides) {
    const RunTable jury =
        juryOf({named(madeRun("AAATB."), "a"), named(madeRun("AABTX."), "b"), named(madeRun("ABTTX."), "c")});
    EXPECT_EQ(jury.name, "jury of a + b + c");
    EXPECT_EQ(labelsOf(jury), "AAxTx.") << "three ways is a split, one of three is no quorum";
    EXPECT_EQ(jury.outcomes, (std::map<Outcome, std::int64_t>{{Outcome::Verdict, 3}, {Outcome::Abstained, 2}}));
}

/// protocols.md, vector 22.
TEST(JuryRun, AFailedMemberDoesNotVote) {
    EXPECT_EQ(labelsOf(juryOf({madeRun("AA"), madeRun("BA"), madeRun("XX")})), "xA");
}

TEST(JuryRun, LabelsAreReconciledFirstAndFlipsVoteForNobody) {
    const RunTable flipping = madeRun("AAB", "BAB"); // a flip, then A, then B
    EXPECT_EQ(labelsOf(juryOf({flipping, madeRun("BAA", "BAA"), madeRun("BBX", "BBX")})), "BAx");
}

TEST(JuryRun, FiguresAreThoseOfARun) {
    MadeTable table = madePairs("AABB", "AABA");
    table.run = juryOf({madeRun("AABA"), madeRun("ABBB"), madeRun("BABX")});
    EXPECT_EQ(labelsOf(table.run), "AABx");
    EXPECT_EQ(table.figure("agreement.forward").value, 1);
    EXPECT_EQ(table.figure("agreement.forward.all").value, 0.75);
    EXPECT_NEAR(*table.figure("samples.support").value, (2.0 / 3 + 2.0 / 3 + 1) / 3, 1e-12);
}

TEST(JuryRun, ScoresAreAveragedAndResultsVote) {
    MadeTable low = madeScores({3, 3, 3}, {2, 4, 5});
    MadeTable high = madeScores({3, 3, 3}, {4, 4, 1});
    low.run.scale = high.run.scale = Scale{1, 5};
    EXPECT_EQ(juryOf({low.run, high.run}).grades.score, (std::vector<double>{3, 4, 3}));
    high.run.scale = Scale{0, 10};
    const RunTable mixed = juryOf({low.run, high.run});
    EXPECT_EQ(mixed.scale, (Scale{0, 1}));
    EXPECT_NEAR(mixed.grades.score[0], (0.25 + 0.4) / 2, 1e-12);
    const auto classes = [](const std::vector<std::string>& said) {
        return madeResults({"PASS", "PASS", "FAIL"}, said, Task::PassFail).run;
    };
    const RunTable jury =
        juryOf({classes({"PASS", "PASS", "FAIL"}), classes({"PASS", "FAIL", "FAIL"}), classes({"FAIL", "X", "X"})});
    EXPECT_EQ(jury.grades.result[0], jury.grades.result[0]);
    EXPECT_NE(jury.grades.result[0], NoResult);
    EXPECT_EQ(jury.grades.result[1], NoResult) << "one against one";
    EXPECT_NE(jury.grades.result[2], NoResult);
}

/// A run that chooses among three, one letter for each item; X: a call that could not be read.
RunTable chooses(std::string_view chosen) {
    RunTable run;
    run.task = Task::Select;
    run.resize(chosen.size());
    run.grades.choices.resize(chosen.size());
    for (std::size_t row = 0; row < chosen.size(); ++row) {
        run.grades.planned[row] = 1;
        run.grades.result[row] = chosen[row] == 'X' ? NoResult : chosen[row] - 'A';
        run.grades.choices[row] = {{1, 0, 0}, 1, run.grades.result[row], true};
    }
    return run;
}

TEST(JuryRun, ChoicesAmongManyAreVotedOn) {
    MadeTable table = madeResults({"A", "B", "C", "A"}, {"A", "A", "C", "B"}, Task::Select);
    table.run = juryOf({chooses("AACB"), chooses("ABCX"), chooses("CCAX")});
    EXPECT_EQ(table.run.task, Task::Select);
    EXPECT_EQ(table.run.outcomes, (std::map<Outcome, std::int64_t>{{Outcome::Verdict, 2}, {Outcome::Abstained, 2}}));
    const Figure accuracy = table.figure("select.accuracy");
    EXPECT_EQ(accuracy.value, 1) << "A of three to one, C of two to one";
    EXPECT_EQ(accuracy.judged, 2);
    EXPECT_EQ(accuracy.leftOut, (std::map<std::string, std::int64_t>{{"abstained", 2}}))
        << "three ways is a split, and one of three is no quorum";
    EXPECT_NEAR(*table.figure("select.chance").value, 1.0 / 3, 1e-12);
    for (const auto& [key, figure] : runFigures(table.request(), MadeTable::noBootstrap()))
        EXPECT_FALSE(key == "select.position" || key.starts_with("select.consistency")) << "a jury saw no order";
}

TEST(JuryRun, MembersMustAnswerOneQuestion) {
    const MadeTable scores = madeScores({3}, {2});
    EXPECT_FALSE(runOfJury(std::vector<RunTable>{madeRun("A"), scores.run}, {}).has_value());
    EXPECT_FALSE(runOfJury(std::vector<RunTable>{madeRun("A")}, {}).has_value());
    RunTable other = scores.run;
    other.scale = Scale{1, 5};
    EXPECT_FALSE(runOfJury(std::vector<RunTable>{scores.run, other}, {}).has_value()) << "an unknown scale";
}

} // namespace
} // namespace assize::test
