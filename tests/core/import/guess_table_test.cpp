// SPDX-License-Identifier: Apache-2.0
// Every format's samples before every format: one is sure of its own and surer than all others, and the row is used.
#include "tests/core/import/collecting_sink.h"

#include <gtest/gtest.h>
#include <map>
#include <set>

namespace assize::test {
namespace {

struct Sample {
    std::string format;
    std::string text;
};

const std::vector<Sample>& samples() {
    static const std::vector<Sample> all = {
        {"pairs", R"({"id":"1","prompt":"Q","response_A":"x","response_B":"y","label":"A>B"})"},
        {"pairs", "prompt,Response A,Response B\nQ,x,y\n"},
        {"single", R"({"prompt":"Q","response":"x","score":3})"},
        {"multi", R"({"prompt":"Q","responses":["x","y","z"],"label":"B"})"},
        {"llmbar", R"([{"input":"Q","output_1":"x","output_2":"y","label":1}])"},
        {"llmbar", R"([{"input":"Q","output_1":"x","output_2":"y","label":1,)"
                   R"("results":[{"swap = False":{"winner":"1"},"swap = True":{"winner":"1"}}]}])"},
        {"pandalm", R"([{"idx":0,"motivation_app":"m","cmp_key":"a_b","instruction":"Q","input":"","response1":"x",)"
                    R"("response2":"y","annotator1":1,"annotator2":1,"annotator3":0}])"},
        {"pandalm", R"([{"idx":0,"gpt_result":"1","gpt_reason":"r","gpt_reference":"f"}])"},
        {"rewardbench", R"({"prompt":"Q","chosen":"x","chosen_model":"m","rejected":"y","rejected_model":"n",)"
                        R"("subset":"hep-cpp","id":7})"},
        {"rewardbench", R"({"id":"3","prompt":"Q","chosen":["x"],"rejected":["y","z","w"],"num_correct":1,)"
                        R"("total_completions":4,"subset":"Math"})"},
        {"rewardbench", R"({"prompt":"Q","chosen":"x","rejected":"y"})"},
        {"rmbench", R"([{"id":1,"prompt":"Q","chosen":["a","b","c"],"rejected":["d","e","f"],"domain":"chat"}])"},
        {"rmbench", "[\n  {\n    \"id\": 1, \"subset\": \"alpacaeval\", \"prompt\": \"Q\",\n    \"chosen\": [\n"
                    "      \"a\", \"b\", \"c\"\n    ],\n    \"rejected\": [\"d\", \"e\", \"f\"]\n  }\n]"},
        {"judgebench", R"({"pair_id":"p","original_id":4,"source":"mmlu-pro-law","question":"Q","response_model":"m",)"
                       R"("response_A":"x","response_B":"y","label":"A>B"})"},
        {"judgebench", R"({"pair_id":"p","original_id":4,"source":"mmlu-pro-law","question":"Q","response_model":"m",)"
                       R"("response_A":"x","response_B":"y","label":"A>B","judge_name":"vanilla",)"
                       R"("judgments":[{"judgment":{"response":"[[A]]"},"decision":"A>B"},null]})"},
        {"alpacaeval", R"([{"instruction":"Q","output_1":"x","generator_1":"a","dataset":"d","output_2":"y",)"
                       R"("generator_2":"b","annotator":"gpt4","preference":1.2,"raw_completion":null}])"},
        {"alpacaeval", R"([{"instruction":"Q","output":"x","generator":"a","dataset":"d","datasplit":"eval"}])"},
        {"autoj", R"({"scenario":"chitchat","label":0,"prompt":"Q","response 1":"x","response 2":"y"})"},
        {"autoj", R"({"scenario":"chitchat","prompt":"Q","response":"x","critiques":{"m":"c"}})"},
        {"autoj", "{\"output\": 1}\n{\"output\": 0}\n"},
        {"mtbench", R"({"question_id":81,"model_a":"a","model_b":"b","winner":"model_a","judge":"expert_1",)"
                    R"("conversation_a":[{"role":"user","content":"Q"},{"role":"assistant","content":"x"}],)"
                    R"("conversation_b":[{"role":"user","content":"Q"},{"role":"assistant","content":"y"}],"turn":1})"},
        {"mtbench", R"({"question_id":81,"model_1":"a","model_2":"b","g1_winner":"model_1","g2_winner":"tie",)"
                    R"("judge":["gpt-4","pair-v2"],"g1_judgment":"r","g2_judgment":"s","turn":1,"tstamp":1.5})"},
        {"mtbench", R"({"question_id":81,"model":"a","judge":["gpt-4","single-v1"],"user_prompt":"u",)"
                    R"("judgment":"Rating: [[7]]","score":7,"turn":1,"tstamp":1.5})"},
        {"halubench", R"({"id":"1","passage":"P","question":"Q","answer":"x","label":"PASS","source_ds":"covidQA"})"},
        {"halubench", "id,passage,question,answer,label,source_ds,score\n1,P,Q,x,FAIL,DROP,0\n"},
        {"wildbench", R"([{"session_id":"ab","parsed_result":{"strengths":"s","weaknesses":"w","score":"7"},)"
                      R"("meta_data":{"error":null},"model_test":"m","score":"7","model_output":"x"}])"},
        {"biggen", "{\n"
                   R"("a_0":{"id":"a_0","capability":"planning","task":"a","instance_idx":0,"system_prompt":"S",)"
                   R"("input":"Q","reference_answer":"R","score_rubric":{"criteria":"C","score1_description":"D"},)"
                   R"("response":"x","response_model_name":"m"}})"},
        {"prometheus",
            R"([{"idx":1,"response_source":"m","category":"c","instruction":"###The instruction to evaluate:\nQ)"
            R"(\n\n###Response to evaluate:\nx\n","gpt4_score":[5],"gpt4_feedback":["f"]}])"},
        {"prometheus", R"({"orig_instruction":"Q","orig_response":"x","orig_reference_answer":"R","orig_criteria":"C",)"
                       R"("orig_score":"3","orig_feedback":"f","instruction":"i","output":"o","input":""})"},
        {"prometheus", R"({"orig_criteria":"C","orig_instruction":"Q","orig_response_A":"x","orig_response_B":"y",)"
                       R"("orig_preference":"A","instruction":"i","output":"o","input":""})"},
        {"mtbench-questions", R"({"question_id":81,"category":"writing","turns":["Q","And then?"]})"},
        {"llm-comparator", R"({"metadata":{"source_path":"p","custom_fields_schema":[]},"models":[{"name":"m"},)"
                           R"({"name":"n"}],"examples":[{"input_text":"Q","tags":[],"output_text_a":"x",)"
                           R"("output_text_b":"y","score":0.5,"individual_rater_scores":[]}]})"},
        {"judgelm", R"({"question_id":1,"score":[8,7],"question_body":"Q","answer1_body":"x","answer2_body":"y"})"},
        {"judgelm", R"({"question_id":1,"score":[8,7],"question_body":"Q","answer1_body":"x","answer2_body":"y",)"
                    R"("pred_id":"k","pred_text":"7 8\nwhy","pred_model_id":"judgelm-7b","tstamp":1.5})"},
        {"chat", R"({"messages":[{"role":"user","content":"Q"},{"role":"assistant","content":"x"}]})"},
        {"chat", R"({"input":{"messages":[{"role":"user","content":"Q"}]},"preferred_output":[{"role":"assistant",)"
                 R"("content":"x"}],"non_preferred_output":[{"role":"assistant","content":"y"}]})"},
        {"chat", R"([{"prompt":"Q","chosen":[{"role":"user","content":"Q"},{"role":"assistant","content":"x"}],)"
                 R"("rejected":[{"role":"user","content":"Q"},{"role":"assistant","content":"y"}]}])"},
        {"nova", R"({"prompt":"Q","response_A":"x","response_B":"y","metrics":"{'predictions': ['B>A'], )"
                 R"('a_scores': 0.0, 'b_scores': 2.0}"})"},
        {"nova", R"({"metrics":"{'predictions': ['B>A'], 'a_scores': 0.0, 'b_scores': 2.0}"})"},
        {"nova", "---\nid: \"1\"\nprompt: \"Q\"\nresponse_A: \"x\"\nresponse_B: \"y\"\npreference: '[[A>B]]'\n"},
        {"arena", R"({"question_id":"q","model_a":"a","model_b":"b","winner":"tie","judge":"arena_user_1",)"
                  R"("conversation_a":[{"role":"user","content":"Q"},{"role":"assistant","content":"x"}],)"
                  R"("conversation_b":[{"role":"user","content":"Q"},{"role":"assistant","content":"y"}],"turn":1,)"
                  R"("anony":true,"language":"English","tstamp":1.5})"},
        {"arena", "id,model_a,model_b,prompt,response_a,response_b,winner_model_a,winner_model_b,winner_tie\n"
                  "30192,a,b,\"[\"\"Q\"\"]\",\"[\"\"x\"\"]\",\"[\"\"y\"\"]\",1,0,0\n"},
        {"arena", R"({"id":"i","prompt":"Q","response_a":"x","response_b":"y","winner":"model_a","model_a":"a",)"
                  R"("model_b":"b","language":"English"})"},
        {"ultrafeedback", R"({"source":"evol_instruct","instruction":"Q","models":["a"],"completions":[{"model":"a",)"
                          R"("response":"x","annotations":{"honesty":{"Rating":"4","Rationale":"r"}}}],)"
                          R"("correct_answers":["None"],"incorrect_answers":["None"]})"},
        {"ultrafeedback", R"({"prompt":"Q","prompt_id":"p","chosen":[{"content":"Q","role":"user"},{"content":"x",)"
                          R"("role":"assistant"}],"rejected":[{"content":"Q","role":"user"},{"content":"y",)"
                          R"("role":"assistant"}],"messages":[{"content":"Q","role":"user"},{"content":"x",)"
                          R"("role":"assistant"}],"score_chosen":8.5,"score_rejected":7.0})"},
        {"hh", R"({"chosen":"\n\nHuman: Q\n\nAssistant: x","rejected":"\n\nHuman: Q\n\nAssistant: y"})"},
        {"promptfoo", R"({"evalId":"e","results":{"version":3,"results":[{"id":"r","prompt":{"raw":"Q"},"vars":{},)"
                      R"("provider":{"id":"m"},"response":{"output":"x"},"success":true,"score":1,"gradingResult":)"
                      R"({"pass":true,"score":1,"reason":"fine"}}],"stats":{"successes":1}},"config":{}})"},
        {"promptfoo", R"({"prompt":{"raw":"Q"},"vars":{},"provider":{"id":"m"},"response":{"output":"x"},)"
                      R"("success":true,"score":1,"testCase":{"vars":{}}})"},
        {"openai-batch", R"({"custom_id":"r","method":"POST","url":"/v1/chat/completions","body":{"model":"m",)"
                         R"("messages":[{"role":"user","content":"Q"}]}})"},
        {"root-calibration", R"([["0.9","x","Q"],[0.1,"y"]])"},
        {"root-calibration", R"({"name":"e","test_data":[[0.9,"x","Q"]]})"},
        {"assize", "{\"type\":\"header\",\"assize\":\"session/1\"}\n"},
    };
    return all;
}

/// What a format thinks of a text, beside what all others do.
std::map<std::string, int> certainties(const std::string& text) {
    auto source = ByteSource::fromText(text, "text");
    std::map<std::string, int> sure;
    for (const Importer& importer : importers())
        sure[std::string(importer.name)] = guessOf(importer, *source, {}).certainty;
    return sure;
}

TEST(GuessTable, EverySampleIsOfOneFormatAndOfNoOther) {
    for (const Sample& sample : samples()) {
        const auto sure = certainties(sample.text);
        EXPECT_GE(sure.at(sample.format), 60) << sample.text;
        for (const auto& [format, certainty] : sure) {
            if (format == sample.format)
                continue;
            EXPECT_LT(certainty, sure.at(sample.format)) << format << " claims " << sample.text;
        }
    }
}

TEST(GuessTable, TheGuessedFormatReadsTheSample) {
    for (const Sample& sample : samples()) {
        const ReadText read(sample.text);
        EXPECT_EQ(read.format, sample.format) << sample.text;
        EXPECT_EQ(read.failure, "") << sample.text;
        EXPECT_EQ(read.sink.problems.size(), 0U) << sample.text;
        EXPECT_EQ(read.sink.records.empty(), sample.format == "assize") << sample.text;
    }
}

TEST(GuessTable, EveryFormatHasASample) {
    std::set<std::string> sampled;
    for (const Sample& sample : samples())
        sampled.insert(sample.format);
    for (const Importer& importer : importers())
        EXPECT_TRUE(sampled.contains(std::string(importer.name))) << importer.name;
}

TEST(GuessTable, FormatsOfOthersAreClaimedByNobody) {
    const std::vector<std::string> texts = {
        R"({"instruction":"Q","input":"","output":"x"})",
        R"({"chosen":"Human: Q","rejected":"Human: Q"})",
        R"({"results":[{"prompt":"Q","success":true}]})",
        R"({"custom_id":"r","status":"done"})",
        "---\nname: a judge\ncriteria: []\n",
        R"({"metadata":{},"models":[{"name":"a"}],"examples":[{"input_text":"Q"}]})",
    };
    for (const std::string& text : texts)
        EXPECT_NE(ReadText(text).failure.find("it is in no format that is known"), std::string::npos) << text;
}

} // namespace
} // namespace assize::test
