// SPDX-License-Identifier: Apache-2.0
// What is left when the process is killed or the disk is full.
#include "core/session/check.h"
#include "tests/support/temp_session.h"

#include <csignal>
#include <cstdlib>
#include <gtest/gtest.h>
#include <random>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace assize {
namespace {

using test::TempSession;
using test::valueOf;

Item numberedItem(int number) {
    Item item;
    item.format = "pairs";
    item.sourceId = std::to_string(number);
    item.turns = {{"user", "prompt " + std::to_string(number)}};
    item.responses = {{std::string(2000, 'a'), {}}, {std::string(2000, 'b'), {}}};
    return item;
}

Result<void> addNumbered(SessionTransaction& transaction, int number) {
    const auto item = transaction.addItem(numberedItem(number), {});
    if (!item)
        return tl::unexpected(item.error());
    Verdict verdict;
    verdict.runKey = 1;
    verdict.itemKey = item->key;
    verdict.judgement.outcome = Outcome::Verdict;
    verdict.judgement.label = Label::A;
    verdict.rawReply = "[[A]]";
    return transaction.addVerdict(verdict).map([](RowKey) {});
}

/// The child: writes items one after the other and tells the pipe each number that is durable, until it is killed.
[[noreturn]] void writeUntilKilled(const std::filesystem::path& path, int acknowledgements) {
    const auto session = Session::openOrCreate(path);
    if (!session)
        std::_Exit(1);
    SessionWriter& writer = **(*session)->writer();
    const auto reader = valueOf((*session)->reader());
    for (int number = static_cast<int>(valueOf(reader->itemCount())) + 1;; ++number) {
        const auto urgency = number % 7 == 0 ? SessionWriter::Urgency::AtOnce : SessionWriter::Urgency::Grouped;
        const auto done =
            writer.run([&](SessionTransaction& transaction) { return addNumbered(transaction, number); }, urgency);
        if (!done || ::write(acknowledgements, &number, sizeof number) != sizeof number)
            std::_Exit(2);
    }
}

int killLoops() {
    const char* loops = std::getenv("ASSIZE_KILL_LOOPS");
    return loops == nullptr ? 5 : std::atoi(loops);
}

// The power button in the middle of writing: what was acknowledged is there, and the file is whole.
TEST(Crash, NothingAcknowledgedIsLostWhenTheWriterIsKilled) {
    TempSession temp;
    temp.addRun("run");
    temp.close();
    std::mt19937 chance(20260131);
    for (int loop = 0; loop < killLoops(); ++loop) {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            ::close(ends[0]);
            writeUntilKilled(temp.path(), ends[1]);
        }
        ::close(ends[1]);
        const int enough = 1 + static_cast<int>(chance() % 120);
        int last = 0;
        for (int count = 0; count < enough; ++count)
            ASSERT_EQ(::read(ends[0], &last, sizeof last), static_cast<ssize_t>(sizeof last));
        ::kill(child, SIGKILL);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        int later = 0;
        while (::read(ends[0], &later, sizeof later) == static_cast<ssize_t>(sizeof later))
            last = later;
        ::close(ends[0]);
        temp.reopen();
        EXPECT_GE(valueOf(temp.reader().itemCount()), last);
        EXPECT_LE(valueOf(temp.reader().itemCount()), last + 1);
        temp.close();
        EXPECT_EQ(valueOf(checkSession(temp.path())), std::vector<std::string>());
    }
}

TEST(Crash, AFullDiskIsSaidAndNothingElseIsLost) {
    TempSession temp;
    temp.addRun("run");
    temp.write([](SessionTransaction& transaction) { return addNumbered(transaction, 1); });
    // Files of this process may grow to 3 MiB: to SQLite that is a disk that fills up.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 3 << 20;
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    int stored = 1;
    Result<void> done;
    while (done && stored < 5000) {
        done = temp.writer().run([&](SessionTransaction& transaction) { return addNumbered(transaction, stored + 1); });
        stored += done ? 1 : 0;
    }
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::NotWritable);
    EXPECT_EQ(valueOf(temp.reader().itemCount()), stored);
    temp.write([&](SessionTransaction& transaction) { return addNumbered(transaction, stored + 1); });
    temp.close();
    EXPECT_EQ(valueOf(checkSession(temp.path())), std::vector<std::string>());
}

} // namespace
} // namespace assize
