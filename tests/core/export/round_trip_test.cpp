// SPDX-License-Identifier: Apache-2.0
// What one session writes and another reads: every exporter with the importer that takes its files. What a format has
// no place for is named in its test; jsonl has a place for everything. (Preference pairs: dpo_test.cpp.)
#include "core/judge/library.h"
#include "core/model/label.h"
#include "core/run/recorded_replies.h"
#include "tests/core/export/exported.h"
#include "tests/core/import/silent_observer.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <sstream>

namespace assize::test {
namespace {

constexpr const char* Replies =
    R"({"id": "q1", "text": "criteria:\n  fit & form:\n    {weight: 0.5, score_A: 2, score_B: 5, justification_A: 'a: \"x\"'}\n)"
    R"(  safe: {type: binary, weight: 0.5, score_A: true, score_B: false}\noverall_justification: why\npreference: '[[B>A]]'"})"
    "\n"
    R"({"id": "q1", "presentation": "BA", "text": "criteria:\n  fit:\n    {weight: 1, score_A: 5, score_B: 1}\npreference: '[[A>B]]'"})"
    "\n"
    R"({"id": "q2", "text": "criteria:\n  fit:\n    {weight: 0.6, score_A: 3, score_B: 3}\npreference: '[[A=B (bothbad)]]'"})"
    "\n"
    R"({"id": "q3", "text": "Nothing here can be read."})"
    "\n";

/// Texts that YAML, CSV and JSON each have to take care of.
void fillAndJudge(TempSession& session) {
    session.write([](SessionTransaction& transaction) -> Result<void> {
        Item item;
        item.format = "pairs";
        item.sourceId = "q1";
        item.category = "chat";
        item.turns = {
            {"system", "Be brief."}, {"user", "Hi"}, {"assistant", "Hello\n---\n"}, {"user", "=Why: \"this\"?\n# no"}};
        item.responses = {
            {"- alpha\ttab \x7F \xC2\x85 \xEF\xBB\xBF", "model-1"}, {"beta, \xF0\x9F\x98\x80\r\n", "model-2"}};
        item.reference = "''";
        item.context = "null";
        return transaction.addItem(item, {}) ? Result<void>() : fail(ErrorCode::Internal, "q1");
    });
    session.addPair("q2", "true", "", "  spaces  ");
    session.addPair("q3", "1.50", "~", "[x]");
    const auto judge = valueOf(findJudge("rubric-generated", {}));
    valueOf(addRecordedReplies(session.session(), judge.judge, "run", Replies, "x"));
    session.reopen();
}

/// A session that another one's export was imported into.
class Copy {
public:
    Copy(const std::string& text, const std::string& name, const std::string& format) {
        const ImportJobOptions options;
        SilentObserver silent;
        summary = valueOf(importFiles(m_session.session(),
            valueOf(openImportFiles({m_folder.write(name, text).string()}, options)), options, silent));
        EXPECT_EQ(summary.format, format);
        EXPECT_EQ(summary.skippedCount, 0)
            << (summary.skipped.empty() ? std::string() : summary.skipped.front().reason.english());
        m_session.reopen();
    }
    TempSession& session() { return m_session; }

    ImportSummary summary;

private:
    TempFolder m_folder;
    TempSession m_session;
};

/// Without the lines that name what is not the verdict's own.
std::string withoutLines(const std::string& text, const std::vector<std::string>& beginnings) {
    std::istringstream lines(text);
    std::string kept;
    for (std::string line; std::getline(lines, line);) {
        const bool isLeft = std::any_of(beginnings.begin(), beginnings.end(),
            [&](const std::string& beginning) { return line.starts_with(beginning); });
        kept += isLeft ? "" : line + "\n";
    }
    return kept;
}

std::vector<Item> itemsIn(TempSession& session) {
    std::vector<Item> items;
    valueOf(session.reader().forEachItem({}, [&](const Item& item) {
        items.push_back(item);
        return true;
    }));
    return items;
}

/// Every verdict of the first run as text, in the order of items, presentations and samples.
std::vector<std::string> verdictsIn(TempSession& session) {
    std::vector<std::string> verdicts;
    const auto runs = valueOf(session.reader().runs());
    valueOf(session.reader().forEachVerdict(runs.at(0).run.key, {.criteria = true}, [&](const Verdict& verdict) {
        const Judgement& judgement = verdict.judgement;
        std::string text = verdict.presentation + " " + std::string(outcomeName(judgement.outcome)) + " " +
                           (judgement.label ? std::string(labelText(*judgement.label)) : "-");
        for (const CriterionScore& score : judgement.criteria)
            text += " " + score.criterion.name + "=" + std::to_string(score.normalisedA.value_or(-1)) + "/" +
                    std::to_string(score.normalisedB.value_or(-1));
        verdicts.push_back(text + " " + std::to_string(judgement.scoreMargin.value_or(-9)));
        return true;
    }));
    std::sort(verdicts.begin(), verdicts.end());
    return verdicts;
}

TEST(RoundTrip, JsonlIsAnEqualSession) {
    TempSession session;
    fillAndJudge(session);
    const std::string text = Exported(session, "jsonl").text;
    Copy copy(text, "s.jsonl", "assize");
    EXPECT_EQ(Exported(copy.session(), "jsonl").text, text);
}

// Of an item its images and metadata have no place in YAML, of a verdict the raw reply.
TEST(RoundTrip, YamlComesBackByNova) {
    TempSession session;
    fillAndJudge(session);
    const std::string text = Exported(session, "yaml").text;
    Copy copy(text, "verdicts.yaml", "nova");
    EXPECT_EQ(copy.summary.counts.itemsNew, 3);
    EXPECT_EQ(copy.summary.counts.verdictsNew, 4);
    EXPECT_EQ(copy.summary.runs, std::vector<std::string>{"run"});
    const auto items = itemsIn(session);
    const auto copies = itemsIn(copy.session());
    ASSERT_EQ(copies.size(), items.size());
    for (std::size_t at = 0; at < items.size(); ++at) {
        EXPECT_EQ(copies[at].contentHash, items[at].contentHash) << items[at].sourceId;
        EXPECT_EQ(copies[at].responses, items[at].responses);
        EXPECT_EQ(copies[at].sourceId, items[at].sourceId);
        EXPECT_EQ(copies[at].category, items[at].category);
    }
    EXPECT_EQ(verdictsIn(copy.session()), verdictsIn(session));
    const std::vector<std::string> judges = {"judge: ", "version: "};
    EXPECT_EQ(withoutLines(Exported(copy.session(), "yaml").text, judges), withoutLines(text, judges));
}

// Nova's metrics without the texts: a judge of pairs has two sides, whatever is known of the item.
TEST(RoundTrip, YamlKeepsBothSidesOfItemsWithoutResponses) {
    Copy first("{\"id\":\"z1\",\"metrics\":\"{'predictions': ['B>A'], 'a_scores': 0, 'criteria_breakdown': {'acc': "
               "{'score_A': 2, 'score_B': 5, 'weight': 1.0, 'type': 'scale'}}}\"}\n",
        "m.jsonl", "nova");
    const std::string text = Exported(first.session(), "yaml").text;
    EXPECT_NE(text.find("    score_A: 2\n    score_B: 5\n"), std::string::npos) << text;
    Copy second(text, "m.yaml", "nova");
    EXPECT_EQ(verdictsIn(second.session()), verdictsIn(first.session()));
    EXPECT_EQ(
        verdictsIn(second.session()), (std::vector<std::string>{"AB verdict B>A acc=0.250000/1.000000 -0.750000"}));
}

// A table has one row per item and run: no verdicts by order, no criteria, one turn.
TEST(RoundTrip, CsvComesBackAsPairsWithTheirGold) {
    TempSession session;
    const RowKey key = session.addPair("q1", "=Why?", "-alpha, \"x\"", "beta\nline", "chat");
    session.write([&](SessionTransaction& transaction) -> Result<void> {
        ItemLabel gold;
        gold.itemKey = key;
        gold.label = Label::B;
        return transaction.addLabel(gold) ? Result<void>() : fail(ErrorCode::Internal, "q1");
    });
    session.addVerdict(session.addRun("run"), key, "AB", Label::A, 0.5);
    session.addVerdict(session.addRun("other"), key, "AB", Label::A, 0.5);
    session.reopen();
    Copy copy(Exported(session, "csv").text, "s.csv", "pairs");
    EXPECT_EQ(copy.summary.counts.itemsNew, 1) << "the same item in two runs";
    EXPECT_EQ(copy.summary.counts.labelsNew, 1);
    EXPECT_EQ(itemsIn(copy.session()).at(0).contentHash, itemsIn(session).at(0).contentHash);
    const auto labels = valueOf(copy.session().reader().labelsOf(itemsIn(copy.session()).at(0).key));
    ASSERT_EQ(labels.size(), 1U);
    EXPECT_EQ(labels[0].label, Label::B) << "not what the judge said";
}

// Training rows hold scores as gold: the row of the exchanged responses is the same item.
TEST(RoundTrip, JudgelmComesBackWithTheScoresAsGold) {
    TempSession session;
    session.addPair("q1", "Why?", "alpha", "beta");
    session.addPair("q2", "Who?", "gamma", "delta");
    const auto judge = valueOf(findJudge("judgelm-pair", {}));
    valueOf(addRecordedReplies(session.session(), judge.judge, "run",
        "{\"id\": \"q1\", \"presentation\": \"BA\", \"text\": \"9 3.5\\nBetter.\"}\n"
        "{\"id\": \"q2\", \"presentation\": \"AB\", \"text\": \"5 5\\nEqual.\"}\n",
        "x"));
    session.reopen();
    Copy copy(Exported(session, "judgelm").text, "train.jsonl", "judgelm");
    const auto items = itemsIn(copy.session());
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0].responses, (std::vector<Response>{{"beta", ""}, {"alpha", ""}}));
    EXPECT_EQ(valueOf(copy.session().reader().labelsOf(items[0].key)).at(0).label, Label::A);
    EXPECT_EQ(valueOf(copy.session().reader().labelsOf(items[1].key)).at(0).label, Label::Tie);
}

// Ratings have no criteria, and both bad is the same to them.
TEST(RoundTrip, LlmComparatorComesBackWithItsRatings) {
    TempSession session;
    const RowKey first = session.addPair("q1", "Why?", "alpha", "beta", "chat");
    const RowKey second = session.addPair("q2", "Who?", "gamma", "delta");
    const RowKey run = session.addRun("run");
    session.addVerdict(run, first, "AB", Label::A, 0.5);
    session.addVerdict(run, first, "BA", Label::Tie, 0);
    session.addVerdict(run, second, "AB", Label::B, -0.5);
    session.reopen();
    const std::string text = Exported(session, "llm-comparator").text;
    Copy copy(text, "run.json", "llm-comparator");
    const auto items = itemsIn(copy.session());
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0].category, "chat");
    EXPECT_EQ(items[0].responses.at(1).text, "beta");
    const std::vector<std::string> verdicts = {
        "AB verdict A>B -9.000000", "AB verdict B>A -9.000000", "BA verdict A=B -9.000000"};
    EXPECT_EQ(verdictsIn(copy.session()), verdicts);
}

} // namespace
} // namespace assize::test
