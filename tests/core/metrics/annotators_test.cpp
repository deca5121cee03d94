// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/annotators.h"

#include "core/metrics/alpha.h"
#include "core/metrics/gold.h"
#include "tests/core/metrics/made_table.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

Rating rated(char letter) {
    return madePairs(std::string_view(&letter, 1), ".").items.gold[0];
}

struct People {
    MadeTable table;
    RaterTable raters;
};

People people(const std::vector<std::string>& columns) {
    People made{madePairs(columns[0], std::string(columns[0].size(), '.')), {}};
    for (const std::string& column : columns) {
        made.raters.names.push_back("rater" + std::to_string(made.raters.names.size() + 1));
        auto& ratings = made.raters.ratings.emplace_back();
        for (const char letter : column)
            ratings.push_back(rated(letter));
    }
    return made;
}

RaterAgreement agreementOf(const People& made, const MetricSettings& settings = MadeTable::noBootstrap()) {
    return raterAgreement(made.table.items, made.raters, made.table.rows, settings);
}

TEST(Annotators, MatchTheReference) {
    const nlohmann::json values = referenceValues("raters.json");
    const People made = people(values["columns"].get<std::vector<std::string>>());
    const RaterAgreement result = agreementOf(made);
    ASSERT_EQ(result.pairs.size(), 3U);
    const std::array keys = {"0-1", "0-2", "1-2"};
    for (std::size_t at = 0; at < keys.size(); ++at) {
        const nlohmann::json& expected = values["pairs"][keys[at]];
        EXPECT_NEAR(*result.pairs[at].kappa.value, expected["kappa"].get<double>(), 1e-9);
        EXPECT_NEAR(*result.pairs[at].agreement.value, expected["agreement"].get<double>(), 1e-9);
        EXPECT_EQ(result.pairs[at].agreement.denominator, expected["n"].get<int>());
        EXPECT_EQ(result.pairs[at].agreement.method, "wilson");
    }
    EXPECT_NEAR(*findFigure(result.figures, "fleiss_kappa")->value, values["fleiss_kappa"].get<double>(), 1e-9);
    EXPECT_EQ(findFigure(result.figures, "fleiss_kappa")->denominator, values["whole"].get<int>());
    EXPECT_NEAR(*findFigure(result.figures, "alpha")->value, values["alpha"].get<double>(), 1e-9);
    EXPECT_EQ(result.pairs[1].a, "rater1");
    EXPECT_EQ(result.pairs[1].b, "rater3");
}

TEST(Annotators, NobodyLabelledAnything) {
    const People nobody{madePairs("AB", "AB"), {}};
    for (const NamedFigure& named : agreementOf(nobody).figures) {
        EXPECT_EQ(named.figure.value, std::nullopt) << named.key;
        EXPECT_EQ(named.figure.reason, "no-annotators") << named.key;
    }
}

TEST(Annotators, OnePersonHasNobodyToAgreeWith) {
    const RaterAgreement result = agreementOf(people({"ABA"}));
    EXPECT_TRUE(result.pairs.empty());
    EXPECT_FALSE(findFigure(result.figures, "fleiss_kappa")->value);
    EXPECT_EQ(findFigure(result.figures, "fleiss_kappa")->reason, "one-rater");
    EXPECT_EQ(findFigure(result.figures, "alpha")->reason, "one-rater");
}

TEST(Annotators, ItemsThatOneOfThemSkippedAreLeftOut) {
    const RaterAgreement result = agreementOf(people({"AB-A", "ABA-"}));
    EXPECT_EQ(result.pairs[0].agreement.value, 1);
    EXPECT_EQ(result.pairs[0].agreement.leftOut, (std::map<std::string, std::int64_t>{{"not-both", 2}}));
}

TEST(Annotators, KappaGetsABootstrapInterval) {
    const RaterAgreement result = agreementOf(people({"ABTABTABAB", "ABTABTBBAA"}), {});
    EXPECT_EQ(result.pairs[0].kappa.method, "bootstrap");
    EXPECT_LT(*result.pairs[0].kappa.low, *result.pairs[0].kappa.value);
}

/// Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section E: four observers, twelve units, some
/// values missing.
TEST(Alpha, MatchesKrippendorffsExample) {
    const std::vector<std::vector<std::int32_t>> ratings = {{0, 0, 0}, {1, 1, 2, 1}, {2, 2, 2, 2}, {2, 2, 2, 2},
        {1, 1, 1, 1}, {0, 1, 2, 3}, {3, 3, 3, 3}, {0, 0, 1, 0}, {1, 1, 1, 1}, {4, 4, 4}, {0, 0}, {2}};
    const std::array<double, 5> values = {1, 2, 3, 4, 5};
    RatedUnits units;
    for (const auto& unit : ratings)
        units.add(unit, 1);
    EXPECT_NEAR(*krippendorffAlpha(AlphaLevel::Nominal, units, values).value, 0.743, 5e-4);
    EXPECT_NEAR(*krippendorffAlpha(AlphaLevel::Ordinal, units, values).value, 0.815, 5e-4);
    EXPECT_NEAR(*krippendorffAlpha(AlphaLevel::Interval, units, values).value, 0.849, 5e-4);
}

TEST(Gold, IsTheStrictPlurality) {
    const auto gold = [](std::string_view letters) {
        std::vector<Rating> ratings;
        for (const char letter : letters)
            ratings.push_back(rated(letter));
        return pluralityOf(ratings);
    };
    EXPECT_EQ(gold("AAB").label, Cell::A);
    EXPECT_EQ(gold("AB").label, Cell::AnnotatorsSplit);
    EXPECT_EQ(gold("").label, Cell::NoGold);
    EXPECT_EQ(gold("-").label, Cell::NoGold) << "who cannot judge gives no label";
    EXPECT_EQ(gold("TOA").label, Cell::Tie) << "both bad votes as a tie";
    EXPECT_EQ(gold("TOA").labelOfFour, Cell::AnnotatorsSplit) << "save where it is a class of its own";
}

TEST(Gold, ScoresAreAveragedAndResultsVote) {
    std::vector<Rating> ratings(3);
    ratings[0].score = 2;
    ratings[1].score = 4;
    EXPECT_EQ(pluralityOf(ratings).score, 3);
    ratings[0].result = 1;
    ratings[1].result = 2;
    EXPECT_EQ(pluralityOf(ratings).result, NoResult);
    EXPECT_EQ(pluralityOf(ratings).label, Cell::AnnotatorsSplit);
    ratings[2].result = 2;
    EXPECT_EQ(pluralityOf(ratings).result, 2);
}

} // namespace
} // namespace assize::test
