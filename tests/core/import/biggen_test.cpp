// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"
#include "tests/support/shared_data.h"

#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

TEST(Biggen, AnInstanceBringsItsRubric) {
    const ReadText read(R"({
"plan_0":{"capability":"planning","task":"plan","instance_idx":0,"system_prompt":"Plan.",)"
                        R"("input":"Two days","reference_answer":"Day 1","score_rubric":{"criteria":"Is it real?",)"
                        R"("score1_description":"No"},"response":"Day one","response_model_name":"m"}})");
    ASSERT_EQ(read.sink.records.size(), 1U);
    const Item& item = *read.sink.records[0].item;
    EXPECT_EQ(item.sourceId, "plan_0") << "the key stands in for an id";
    EXPECT_EQ(item.category, "plan");
    EXPECT_EQ(item.turns, (std::vector<Turn>{{"system", "Plan."}, {"user", "Two days"}}));
    EXPECT_EQ(item.responses, (std::vector<Response>{{"Day one", "m"}}));
    EXPECT_EQ(item.reference, "Day 1");
    EXPECT_EQ(nlohmann::json::parse(item.metadata)["score_rubric"]["criteria"], "Is it real?");
}

TEST(Biggen, TheSliceHasTwentyRubrics) {
    ASSIZE_NEEDS_DATA(file, "prometheus-eval/BiGGen-Bench/sample_responses.head20.json");
    std::stringstream text;
    text << std::ifstream(file).rdbuf();
    const ReadText read(text.str());
    EXPECT_TRUE(read.sink.problems.empty());
    std::map<std::string, int> tasks;
    std::set<std::string> rubrics;
    for (const ImportRecord& record : read.sink.records) {
        ++tasks[record.item->category];
        rubrics.insert(nlohmann::json::parse(record.item->metadata)["score_rubric"].dump());
    }
    EXPECT_EQ(tasks, (std::map<std::string, int>{{"personal_assistant", 10}, {"travel_plan", 10}}));
    EXPECT_EQ(rubrics.size(), 20U);
}

} // namespace
} // namespace assize::test
