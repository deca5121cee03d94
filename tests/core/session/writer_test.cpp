// SPDX-License-Identifier: Apache-2.0
#include "core/session/session_writer.h"

#include "core/session/check.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>
#include <thread>

namespace assize {
namespace {

using test::TempFolder;
using test::TempSession;
using test::valueOf;

Item numberedItem(int number) {
    Item item;
    item.format = "pairs";
    item.sourceId = std::to_string(number);
    item.turns = {{"user", "prompt " + std::to_string(number)}};
    item.responses = {{"a", {}}, {"b", {}}};
    return item;
}

void expectClean(const std::filesystem::path& path) {
    EXPECT_EQ(valueOf(checkSession(path)), std::vector<std::string>());
}

TEST(SessionWriter, AFailedJobTakesBackOnlyItself) {
    TempSession temp;
    std::vector<std::future<Result<void>>> done;
    for (int number = 1; number <= 3; ++number) {
        done.push_back(temp.writer().submit([number](SessionTransaction& transaction) -> Result<void> {
            valueOf(transaction.addItem(numberedItem(number), {}));
            return number == 2 ? fail(ErrorCode::Internal, "second", said("wrong")) : Result<void>();
        }));
    }
    EXPECT_TRUE(done[0].get());
    const auto failed = done[1].get();
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().subject, "second");
    EXPECT_TRUE(done[2].get());
    EXPECT_TRUE(temp.reader().findItem("1"));
    EXPECT_FALSE(temp.reader().findItem("2"));
    EXPECT_TRUE(temp.reader().findItem("3"));
}

Result<void> addNumbered(SessionTransaction& transaction, int number) {
    return transaction.addItem(numberedItem(number), {}).map([](const auto&) {});
}

TEST(SessionWriter, FillsANewSessionWithoutALog) {
    const TempFolder folder;
    const auto path = folder.path() / "new.assize";
    const auto log = folder.path() / "new.assize-wal";
    {
        const auto session = valueOf(Session::create(path));
        SessionWriter& writer = *valueOf(session->writer());
        ASSERT_TRUE(writer.startFilling());
        std::vector<std::future<Result<void>>> done;
        for (int number = 1; number <= 20; ++number)
            done.push_back(
                writer.submit([number](SessionTransaction& transaction) { return addNumbered(transaction, number); }));
        for (auto& each : done)
            EXPECT_TRUE(each.get());
        EXPECT_FALSE(std::filesystem::exists(log));
        EXPECT_EQ(valueOf(valueOf(session->reader())->itemCount()), 20);
        writer.stopFilling();
        valueOf(writer.run([](SessionTransaction& transaction) { return addNumbered(transaction, 21); }));
        EXPECT_TRUE(std::filesystem::exists(log));
    }
    EXPECT_FALSE(std::filesystem::exists(log));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "new.assize-journal"));
    expectClean(path);
}

TEST(SessionWriter, KeepsTheLogWhereOthersReadOrItemsAre) {
    TempSession temp; // it has a reader
    EXPECT_FALSE(temp.writer().startFilling());
    temp.addPair("1", "p", "a", "b");
    const TempFolder folder;
    const auto session = valueOf(Session::create(folder.path() / "new.assize"));
    SessionWriter& writer = *valueOf(session->writer());
    valueOf(writer.run([](SessionTransaction& transaction) { return addNumbered(transaction, 1); }));
    EXPECT_FALSE(writer.startFilling());
}

TEST(SessionWriter, GivesNewItemsTheLabelsTheyCameWith) {
    TempSession temp;
    ItemLabel gold;
    gold.label = Label::B;
    ItemLabel rater = gold;
    rater.annotator = "Ann";
    rater.label = Label::A;
    RowKey key = 0;
    temp.write([&](SessionTransaction& transaction) -> Result<void> {
        const auto added = valueOf(transaction.addPrepared(prepareItem(numberedItem(1), {gold, rater, gold}), {}));
        EXPECT_TRUE(added.isNew);
        EXPECT_EQ(added.newLabels, 2);
        key = added.key;
        ItemLabel other = gold;
        other.label = Label::Tie;
        const auto again = valueOf(transaction.addPrepared(prepareItem(numberedItem(1), {gold, other}), {}));
        EXPECT_FALSE(again.isNew);
        EXPECT_EQ(again.newLabels, 1);
        return {};
    });
    EXPECT_EQ(valueOf(temp.reader().labelsOf(key)).size(), 3U);
    expectClean(temp.path());
}

TEST(SessionWriter, AnExceptionOfAJobBecomesItsError) {
    TempSession temp;
    const auto done = temp.writer().run([](SessionTransaction&) -> Result<void> { throw std::runtime_error("oops"); });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().detail, "oops");
    temp.addPair("1", "p", "a", "b");
    EXPECT_EQ(valueOf(temp.reader().itemCount()), 1);
}

TEST(SessionWriter, ThousandsOfJobsFromManyThreadsAllArrive) {
    TempSession temp;
    constexpr int Threads = 4;
    constexpr int Each = 1500;
    std::vector<std::thread> threads;
    std::atomic<int> failures = 0;
    for (int thread = 0; thread < Threads; ++thread) {
        threads.emplace_back([&, thread] {
            std::vector<std::future<Result<void>>> done;
            for (int number = 0; number < Each; ++number) {
                const int id = thread * Each + number;
                const auto urgency =
                    number % 500 == 0 ? SessionWriter::Urgency::AtOnce : SessionWriter::Urgency::Grouped;
                done.push_back(temp.writer().submit(
                    [id](SessionTransaction& transaction) {
                        return transaction.addItem(numberedItem(id), {}).map([](const auto&) {});
                    },
                    urgency));
            }
            for (auto& future : done)
                failures += future.get() ? 0 : 1;
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(failures, 0);
    EXPECT_EQ(valueOf(temp.reader().itemCount()), Threads * Each);
    temp.close();
    expectClean(temp.path());
}

TEST(SessionWriter, ClosingCommitsWhatWasSubmitted) {
    TempSession temp;
    auto done = temp.writer().submit([](SessionTransaction& transaction) {
        return transaction.addItem(numberedItem(1), {}).map([](const auto&) {});
    });
    temp.reopen();
    EXPECT_TRUE(done.get());
    EXPECT_EQ(valueOf(temp.reader().itemCount()), 1);
}

// One imports a file twice: the second time adds nothing.
TEST(SessionWriter, AnItemIsKnownByItsSourceIdElseByContentAndOccurrence) {
    TempSession temp;
    Item plain = numberedItem(0);
    plain.sourceId.clear();
    Item changed = numberedItem(7);
    changed.responses[0].text = "other";
    temp.write([&](SessionTransaction& transaction) -> Result<void> {
        EXPECT_TRUE(valueOf(transaction.addItem(numberedItem(7), {})).isNew);
        EXPECT_FALSE(valueOf(transaction.addItem(numberedItem(7), {})).isNew);
        EXPECT_FALSE(valueOf(transaction.addItem(changed, {})).sameContent);
        EXPECT_TRUE(valueOf(transaction.addItem(plain, {})).isNew);
        EXPECT_FALSE(valueOf(transaction.addItem(plain, {})).isNew);
        plain.occurrence = 2;
        EXPECT_TRUE(valueOf(transaction.addItem(plain, {})).isNew);
        const ItemLabel label{1, "", Label::A, {}, {}, ""};
        EXPECT_TRUE(valueOf(transaction.addLabel(label)));
        EXPECT_FALSE(valueOf(transaction.addLabel(label)));
        EXPECT_EQ(valueOf(transaction.itemBySource("pairs", "7")), 1);
        EXPECT_EQ(valueOf(transaction.itemBySource("pairs", "8")), 0);
        return {};
    });
    EXPECT_EQ(valueOf(temp.reader().itemCount()), 3);
}

// One undoes an import, then undoes the undo, then undoes and imports again.
TEST(SessionWriter, AnUndoneImportIsHiddenAndComesBack) {
    TempSession temp;
    const RowKey older = temp.addPair("1", "p", "a", "b");
    const RowKey run = temp.addRun("run");
    temp.addVerdict(run, older, "AB", Label::A, 0.5);
    const auto import = [&](SessionTransaction& transaction) -> Result<void> {
        transaction.useBatch("import-1");
        const auto added = valueOf(transaction.addItem(numberedItem(2), {}));
        valueOf(transaction.addLabel({added.key, "", Label::B, {}, {}, ""}));
        valueOf(transaction.addLabel({older, "", Label::A, {}, {}, ""}));
        Verdict verdict;
        verdict.id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
        verdict.runKey = run;
        verdict.itemKey = older;
        verdict.judgement.outcome = Outcome::Verdict;
        verdict.judgement.label = Label::B;
        valueOf(transaction.addVerdict(verdict));
        return {};
    };
    const auto label = [&] {
        return valueOf(temp.reader().itemRows(std::vector{older}, run, "")).front().judged.label;
    };
    const auto gold = [&] { return valueOf(temp.reader().itemRows(std::vector{older}, run, "")).front().gold; };
    const auto setHidden = [&](bool hidden) {
        temp.write([&](SessionTransaction& transaction) { return transaction.setBatchHidden("import-1", hidden); });
    };
    temp.write(import);
    EXPECT_EQ(label(), Label::B);
    setHidden(true);
    EXPECT_EQ(valueOf(temp.reader().itemCount()), 1);
    EXPECT_EQ(label(), Label::A);
    EXPECT_EQ(gold(), std::nullopt);
    EXPECT_EQ(valueOf(temp.reader().labelsOf(older)).size(), 0U);
    setHidden(false);
    EXPECT_EQ(valueOf(temp.reader().itemCount()), 2);
    EXPECT_EQ(label(), Label::B);
    EXPECT_EQ(gold(), Label::A);
    setHidden(true);
    temp.write([&](SessionTransaction& transaction) -> Result<void> {
        transaction.useBatch("import-2");
        EXPECT_TRUE(valueOf(transaction.addItem(numberedItem(2), {})).isNew);
        return {};
    });
    temp.write([&](SessionTransaction& transaction) -> Result<void> {
        transaction.useBatch("import-3");
        Verdict again;
        again.id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
        again.runKey = run;
        again.itemKey = older;
        EXPECT_NE(valueOf(transaction.addVerdict(again)), 0);
        EXPECT_EQ(valueOf(transaction.addVerdict(again)), 0);
        return {};
    });
    EXPECT_EQ(valueOf(temp.reader().itemCount()), 2);
    EXPECT_EQ(label(), Label::B);
    temp.close();
    expectClean(temp.path());
}

TEST(SessionWriter, AnAnnotationSupersedesTheLastOfItsItemAndAnnotator) {
    TempSession temp;
    const RowKey item = temp.addPair("1", "p", "a", "b");
    std::vector<Annotation> stored;
    for (const Label label : {Label::A, Label::B}) {
        temp.write([&](SessionTransaction& transaction) -> Result<void> {
            Annotation annotation;
            annotation.itemKey = item;
            annotation.annotator = "anna";
            annotation.label = label;
            annotation.criteria = {{"Tone", true, 2.0, std::nullopt}};
            annotation.tags = {"tag"};
            stored.push_back(valueOf(transaction.addAnnotation(annotation)));
            EXPECT_EQ(valueOf(transaction.addAnnotation(stored.back())).key, 0);
            return {};
        });
    }
    EXPECT_EQ(stored[0].supersedes, "");
    EXPECT_EQ(stored[1].supersedes, stored[0].id);
    EXPECT_EQ(valueOf(temp.reader().annotationsOf(item)), stored);
    std::vector<Annotation> current;
    valueOf(temp.reader().forEachAnnotation(false, [&](const Annotation& annotation) {
        current.push_back(annotation);
        return true;
    }));
    EXPECT_EQ(current, std::vector{stored[1]});
    EXPECT_EQ(valueOf(temp.reader().itemRows(std::vector{item}, 0, "anna")).front().human, Label::B);
    EXPECT_EQ(valueOf(temp.reader().tags()).front().value, "tag");
}

} // namespace
} // namespace assize
