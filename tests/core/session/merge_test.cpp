// SPDX-License-Identifier: Apache-2.0
#include "core/session/merge.h"

#include "core/base/files.h"
#include "core/session/check.h"
#include "tests/support/temp_session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize::test {
namespace {

using Paths = std::vector<std::filesystem::path>;

/// Merges into a new file and opens what comes of it.
class Merged {
public:
    explicit Merged(const Paths& inputs)
        : m_report(valueOf(mergeSessions(path(), inputs, {}, [](const auto&, const auto&) {})))
        , m_session(valueOf(Session::open(path(), Session::Access::ReadOnly)))
        , m_reader(valueOf(m_session->reader())) {
        EXPECT_THAT(valueOf(checkSession(path())), testing::IsEmpty());
    }

    [[nodiscard]] std::filesystem::path path() const { return m_folder.path() / "merged.assize"; }
    [[nodiscard]] const MergeReport& report() const { return m_report; }
    [[nodiscard]] SessionReader& reader() { return *m_reader; }

private:
    TempFolder m_folder;
    MergeReport m_report;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SessionReader> m_reader;
};

void annotate(TempSession& session, RowKey item, const char* id, Label label) {
    session.write([&](SessionTransaction& transaction) -> Result<void> {
        Annotation annotation;
        annotation.id = id;
        annotation.itemKey = item;
        annotation.annotator = "Maya";
        annotation.label = label;
        annotation.blind = true;
        return transaction.addAnnotation(annotation).map([](const auto&) {});
    });
}

RowKey addToBatch(TempSession& session, const char* batch, const char* sourceId) {
    RowKey key = 0;
    session.write([&](SessionTransaction& transaction) -> Result<void> {
        Item item;
        item.format = "pairs";
        item.sourceId = sourceId;
        item.turns = {{"user", "imported and taken back"}};
        item.responses = {{"x", {}}, {"y", {}}};
        key = valueOf(transaction.addItem(item, batch)).key;
        return {};
    });
    return key;
}

constexpr const char* Batch = "01BATCH0000000000000000000";
constexpr const char* Early = "01J00000000000000000000001";
constexpr const char* Late = "01J00000000000000000000002";

TEST(Merge, HoldsWhatBothHoldUnderTheFirstOnesIds) {
    TempSession a;
    a.addPair("1", "one", "x", "y");
    const std::string sharedId = valueOf(a.reader().item(a.addPair("2", "two", "x", "y"))).id;
    TempSession b;
    const RowKey shared = b.addPair("2", "two", "x", "y");
    b.addPair("3", "three", "x", "y");
    const RowKey run = b.addRun("judged elsewhere");
    b.addVerdict(run, shared, "AB", Label::B, -0.5);
    const std::string runId = valueOf(b.reader().run("judged elsewhere")).run.id;
    a.close();
    b.close();

    Merged merged({a.path(), b.path()});
    EXPECT_EQ(merged.report().items, 3);
    EXPECT_EQ(merged.report().runs, 1);
    ASSERT_EQ(merged.report().inputs.size(), 1U);
    EXPECT_EQ(merged.report().inputs[0].counts.items, 2);
    EXPECT_EQ(merged.report().inputs[0].counts.itemsNew, 1);
    EXPECT_EQ(merged.report().inputs[0].counts.verdictsNew, 1);
    const RowKey item = valueOf(merged.reader().findItem("2"));
    EXPECT_EQ(valueOf(merged.reader().item(item)).id, sharedId);
    EXPECT_EQ(valueOf(merged.reader().run("judged elsewhere")).run.id, runId);
    const auto verdicts = valueOf(merged.reader().verdictsOf(item));
    ASSERT_EQ(verdicts.size(), 1U);
    EXPECT_EQ(verdicts[0].judgement.label, Label::B);

    Merged again({merged.path(), b.path(), a.path()});
    EXPECT_EQ(again.report().items, 3);
    EXPECT_EQ(again.report().inputs[0].counts.verdictsNew, 0);
}

TEST(Merge, OfAnAnnotatorsLabelsTheLatestCountsInWhicheverFileItStands) {
    TempSession early;
    annotate(early, early.addPair("1", "one", "x", "y"), Early, Label::A);
    TempSession late;
    annotate(late, late.addPair("1", "one", "x", "y"), Late, Label::B);
    early.close();
    late.close();
    for (const Paths& order : {Paths{early.path(), late.path()}, Paths{late.path(), early.path()}}) {
        Merged merged(order);
        const RowKey item = valueOf(merged.reader().findItem("1"));
        const auto history = valueOf(merged.reader().annotationsOf(item));
        ASSERT_EQ(history.size(), 2U);
        EXPECT_EQ(history[1].label, Label::B);
        EXPECT_EQ(history[1].supersedes, Early);
        const std::vector<RowKey> keys = {item};
        EXPECT_EQ(valueOf(merged.reader().itemRows(keys, 0, ""))[0].gold, Label::B);
    }
}

/// Somebody gave a session to a colleague, who undid an import; both go on.
TEST(Merge, WhatOneTookBackStaysTakenBack) {
    TempSession a;
    a.addPair("1", "one", "x", "y");
    addToBatch(a, Batch, "2");
    const TempFolder folder;
    const auto copy = folder.path() / "copy.assize";
    valueOf(a.session().saveCopy(copy));
    {
        const auto session = valueOf(Session::open(copy, Session::Access::ReadWrite));
        valueOf(valueOf(session->writer())->run([](SessionTransaction& transaction) {
            return transaction.setBatchHidden(Batch, true);
        }));
    }
    a.close();
    const std::string before = valueOf(readFile(a.path()));
    Merged onto({a.path(), copy});
    EXPECT_EQ(onto.report().items, 1);
    Merged under({copy, a.path()});
    EXPECT_EQ(under.report().items, 1);
    Merged later({under.path(), a.path()});
    EXPECT_EQ(later.report().items, 1);
    TempSession other;
    other.addPair("3", "three", "x", "y");
    other.close();
    Merged carried({other.path(), copy}); // a tombstone of an import that this session never saw
    EXPECT_EQ(Merged({carried.path(), a.path()}).report().items, 2);
    EXPECT_TRUE(valueOf(readFile(a.path())) == before);
}

TEST(Merge, ADeletedRunStaysDeleted) {
    TempSession a;
    const RowKey item = a.addPair("1", "one", "x", "y");
    const RowKey run = a.addRun("gone");
    a.addVerdict(run, item, "AB", Label::A, 0.5);
    const TempFolder folder;
    const auto copy = folder.path() / "copy.assize";
    valueOf(a.session().saveCopy(copy));
    a.write([&](SessionTransaction& transaction) { return transaction.setRunHidden(run, true); });
    a.close();
    for (const Paths& order : {Paths{a.path(), copy}, Paths{copy, a.path()}}) {
        Merged merged(order);
        EXPECT_EQ(merged.report().runs, 0);
        EXPECT_EQ(merged.report().items, 1);
    }
}

TEST(Merge, SaysWhatItCouldNotTake) {
    TempSession a;
    a.addPair("1", "one", "x", "y");
    TempSession b;
    b.addPair("1", "another question", "x", "y");
    a.close();
    b.close();
    const Merged merged({a.path(), b.path()});
    EXPECT_EQ(merged.report().inputs[0].refusedCount, 1);
    EXPECT_THAT(
        merged.report().inputs[0].refused, testing::ElementsAre("the id 1 is taken by an item with other content"));
}

TEST(Merge, LeavesNothingBehindWhenItFails) {
    TempSession a;
    a.addPair("1", "one", "x", "y");
    a.close();
    const TempFolder folder;
    const auto target = folder.path() / "out.assize";
    const auto text = folder.write("text.assize", "no session");
    const auto merge = [&](const Paths& inputs, const std::stop_token& stop = {}) {
        return mergeSessions(target, inputs, stop, [](const auto&, const auto&) {});
    };
    EXPECT_EQ(merge({}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(merge({a.path(), text}).error().code, ErrorCode::NotASession);
    EXPECT_EQ(merge({a.path(), folder.path() / "none"}).error().code, ErrorCode::UnreadableInput);
    std::stop_source stopped;
    stopped.request_stop();
    EXPECT_EQ(merge({a.path(), a.path()}, stopped.get_token()).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
    EXPECT_TRUE(merge({a.path()}));
    EXPECT_EQ(merge({a.path()}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 2);
}

} // namespace
} // namespace assize::test
