// SPDX-License-Identifier: Apache-2.0
// What happens to an open session when the world around it changes: full disks, folders that cannot be written, files
// that go away, and processes that die while they copy or upgrade a file.
#include "core/session/check.h"
#include "core/session/connection.h"
#include "core/session/merge.h"
#include "core/session/schema.h"
#include "tests/support/temp_session.h"

#include <SQLiteCpp/Database.h>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <gtest/gtest.h>
#include <random>
#include <set>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace assize {
namespace {

using test::TempFolder;
using test::TempSession;
using test::valueOf;

const std::vector<std::string> Clean;

Item numberedItem(int number, std::size_t size) {
    Item item;
    item.format = "pairs";
    item.sourceId = std::to_string(number);
    item.turns = {{"user", "prompt " + std::to_string(number)}};
    item.responses = {{std::string(size, 'a'), {}}, {std::string(size, 'b'), {}}};
    return item;
}

Result<void> addNumbered(SessionWriter& writer, int number, std::size_t size = 2000) {
    return writer.run([=](SessionTransaction& transaction) {
        return transaction.addItem(numberedItem(number, size), {}).map([](const auto&) {});
    });
}

void addTwenty(TempSession& temp) {
    for (int number = 1; number <= 20; ++number)
        temp.addPair(std::to_string(number), "p", "a", "b");
}

/// Another session takes the place of this one while it is open.
void putAnotherInPlaceOf(const TempSession& temp) {
    TempSession other;
    other.addPair("other", "p", "a", "b");
    other.close();
    std::filesystem::rename(other.path(), temp.path());
}

/// What is left where a program was killed, and somebody then removed the session alone.
void leaveLogAt(const std::filesystem::path& path) {
    TempSession killed;
    addTwenty(killed);
    std::filesystem::copy_file(killed.path().string() + "-wal", path.string() + "-wal");
}

std::int64_t itemsIn(const std::filesystem::path& path) {
    const auto session = valueOf(Session::open(path, Session::Access::ReadWrite));
    return valueOf(valueOf(session->reader())->itemCount());
}

int killLoops() {
    const char* loops = std::getenv("ASSIZE_KILL_LOOPS");
    return loops == nullptr ? 5 : std::atoi(loops);
}

/// Runs work in a process of its own; gives its exit status, or minus the signal that ended it.
int statusOf(pid_t child) {
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

pid_t inChild(const std::function<int()>& work) {
    const pid_t child = ::fork();
    if (child == 0)
        std::_Exit(work());
    return child;
}

/// Ends the child somewhere within this time: the moment is what the test is about, nothing waits for it.
void killWithin(pid_t child, std::chrono::microseconds longest, std::mt19937& chance) {
    std::this_thread::sleep_for(
        std::chrono::microseconds(static_cast<std::int64_t>(chance() % static_cast<unsigned>(longest.count()))));
    ::kill(child, SIGKILL);
    static_cast<void>(statusOf(child));
}

TEST(Fault, AFileThatWasRemovedTakesNoMoreRows) {
    TempSession temp;
    temp.addPair("1", "p", "a", "b");
    std::filesystem::remove(temp.path());
    const auto done = addNumbered(temp.writer(), 2);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::NotWritable);
    EXPECT_EQ(done.error().detail, "the file was moved, removed or replaced while it was open");
    const auto reader = temp.session().reader();
    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().code, ErrorCode::NotWritable);
    temp.close();
    EXPECT_FALSE(std::filesystem::exists(temp.path()));
}

// What was labelled must not be lost because somebody tidied up a folder.
TEST(Fault, ASessionWhoseFileIsGoneCanBeSavedElsewhere) {
    TempSession temp;
    addTwenty(temp);
    std::filesystem::remove(temp.path());
    const auto target = temp.path().parent_path() / "rescued.assize";
    valueOf(temp.session().saveCopy(target));
    EXPECT_EQ(valueOf(checkSession(target)), Clean);
    const auto rescued = valueOf(Session::open(target, Session::Access::ReadWrite));
    EXPECT_EQ(valueOf(valueOf(rescued->reader())->itemCount()), 20);
}

TEST(Fault, ASessionThatWasReplacedCanBeSavedElsewhere) {
    TempSession temp;
    temp.addPair("mine", "p", "a", "b");
    putAnotherInPlaceOf(temp);
    const auto target = temp.path().parent_path() / "rescued.assize";
    valueOf(temp.session().saveCopy(target));
    temp.close();
    const auto rescued = valueOf(Session::open(target, Session::Access::ReadOnly));
    EXPECT_TRUE(valueOf(rescued->reader())->findItem("mine"));
    EXPECT_EQ(valueOf(checkSession(temp.path())), Clean);
}

TEST(Fault, AFolderThatIsGoneBeneathTheProgramIsAnError) {
    const std::filesystem::path before = std::filesystem::current_path();
    const TempFolder home;
    std::filesystem::create_directory(home.path() / "gone");
    std::filesystem::current_path(home.path() / "gone");
    std::filesystem::remove(home.path() / "gone");
    EXPECT_FALSE(Connection::open("s.assize", Connection::Mode::ReadOnly));
    std::filesystem::current_path(before);
}

TEST(Fault, AFileThatWasMovedKeepsWhatWasStored) {
    TempSession temp;
    addTwenty(temp);
    const auto moved = temp.path().parent_path() / "moved.assize";
    std::filesystem::rename(temp.path(), moved);
    temp.close();
    EXPECT_EQ(valueOf(checkSession(moved)), Clean);
    const auto session = valueOf(Session::open(moved, Session::Access::ReadOnly));
    EXPECT_EQ(valueOf(valueOf(session->reader())->itemCount()), 20);
}

// A backup is put back while the session is open: the log of the old file must not get into it.
TEST(Fault, AFileThatReplacedTheSessionIsLeftAlone) {
    TempSession temp;
    temp.addPair("1", "p", "a", "b");
    putAnotherInPlaceOf(temp);
    const auto done = addNumbered(temp.writer(), 2);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::NotWritable);
    temp.reopen();
    EXPECT_TRUE(temp.reader().findItem("other"));
    EXPECT_EQ(valueOf(temp.reader().itemCount()), 1);
    temp.close();
    EXPECT_EQ(valueOf(checkSession(temp.path())), Clean);
}

// Permissions do not stop root: the checks run as another user.
TEST(Fault, AFolderThatCannotBeWrittenIsReadOnly) {
    if (::geteuid() != 0)
        GTEST_SKIP() << "needs root, to become a user who may not write";
    TempSession temp;
    temp.addPair("1", "p", "a", "b");
    temp.close();
    const auto folder = temp.path().parent_path();
    std::filesystem::permissions(folder, std::filesystem::perms(0555));
    std::filesystem::permissions(temp.path(), std::filesystem::perms(0444));
    const pid_t child = inChild([&] {
        constexpr uid_t Nobody = 65534;
        if (::setresuid(Nobody, Nobody, Nobody) != 0)
            return 1;
        const auto made = Session::create(folder / "new.assize");
        if (made || made.error().code != ErrorCode::NotWritable)
            return 2;
        const auto writing = Session::open(temp.path(), Session::Access::ReadWrite);
        if (writing || writing.error().code != ErrorCode::NotWritable)
            return 3;
        const auto reading = Session::open(temp.path(), Session::Access::ReadOnly);
        if (!reading)
            return 4;
        const auto reader = (*reading)->reader();
        return reader && (*reader)->itemCount() == 1 ? 0 : 5;
    });
    EXPECT_EQ(statusOf(child), 0);
    std::filesystem::permissions(folder, std::filesystem::perms(0755));
}

// A disk that fills up under a bulk import: to SQLite, a file that may not grow is one.
TEST(Fault, AFullDiskWhileFillingLosesNothingThatWasStored) {
    const TempFolder folder;
    const auto path = folder.path() / "new.assize";
    auto session = valueOf(Session::create(path));
    SessionWriter& writer = *valueOf(session->writer());
    ASSERT_TRUE(writer.startFilling());
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 3 << 20;
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    int stored = 0;
    Result<void> done;
    while (done && stored < 5000) {
        done = addNumbered(writer, stored + 1, 100'000);
        stored += done ? 1 : 0;
    }
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::NotWritable);
    EXPECT_TRUE(addNumbered(writer, stored + 1));
    writer.stopFilling();
    session.reset();
    EXPECT_EQ(valueOf(checkSession(path)), Clean);
    const auto again = valueOf(Session::open(path, Session::Access::ReadOnly));
    EXPECT_EQ(valueOf(valueOf(again->reader())->itemCount()), stored + 1);
}

// The log of the file that was there before made a damaged session of each of these, or brought its items back.
TEST(Fault, ALogThatWasLeftIsNotReadWithACopy) {
    TempSession temp;
    temp.addPair("1", "p", "a", "b");
    const auto target = temp.path().parent_path() / "copy.assize";
    leaveLogAt(target);
    valueOf(temp.session().saveCopy(target));
    EXPECT_EQ(itemsIn(target), 1);
    EXPECT_EQ(valueOf(checkSession(target)), Clean);
}

TEST(Fault, ALogThatWasLeftIsNotReadWithANewSession) {
    const TempFolder folder;
    const auto path = folder.path() / "new.assize";
    leaveLogAt(path);
    static_cast<void>(valueOf(Session::create(path)));
    EXPECT_EQ(itemsIn(path), 0);
}

TEST(Fault, ALogThatWasLeftIsNotReadWithAMerge) {
    TempSession one;
    one.addPair("1", "p", "a", "b");
    TempSession two;
    two.addPair("2", "p", "a", "b");
    one.close();
    two.close();
    const auto path = one.path().parent_path() / "merged.assize";
    leaveLogAt(path);
    valueOf(mergeSessions(path, {one.path(), two.path()}, {}, [](const auto&, const auto&) {}));
    EXPECT_EQ(itemsIn(path), 2);
    EXPECT_EQ(valueOf(checkSession(path)), Clean);
}

TEST(Fault, ACopyDoesNotTakeThePlaceOfASessionThatIsWritten) {
    TempSession temp;
    temp.addPair("1", "p", "a", "b");
    TempSession other;
    addTwenty(other);
    const auto saved = temp.session().saveCopy(other.path());
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::SessionLocked);
    EXPECT_EQ(saved.error().subject, other.path().string());
    other.close();
    EXPECT_EQ(itemsIn(other.path()), 20);
}

TEST(Fault, ASessionWhoseFileIsGoneCanBeSavedWhereItWas) {
    TempSession temp;
    addTwenty(temp);
    std::filesystem::remove(temp.path());
    valueOf(temp.session().saveCopy(temp.path()));
    temp.close();
    EXPECT_EQ(valueOf(checkSession(temp.path())), Clean);
    EXPECT_EQ(itemsIn(temp.path()), 20);
}

// Save As, and the power button: the old copy or the new one, never a part.
TEST(Fault, ACopyIsWholeOrNotThereWhenItsMakerIsKilled) {
    TempSession temp;
    for (int number = 1; number <= 300; ++number)
        temp.addPair(std::to_string(number), "p", std::string(5000, 'a'), std::string(5000, 'b'));
    const auto target = temp.path().parent_path() / "copy.assize";
    temp.close();
    std::mt19937 chance(20260212);
    for (int loop = 0; loop < killLoops(); ++loop) {
        const pid_t child = inChild([&] {
            const auto session = Session::open(temp.path(), Session::Access::ReadOnly);
            while (session && (*session)->saveCopy(target)) {
            }
            return 1;
        });
        killWithin(child, std::chrono::milliseconds(60), chance);
        if (!std::filesystem::exists(target))
            continue;
        EXPECT_EQ(valueOf(checkSession(target)), Clean) << "loop " << loop;
        const auto copy = valueOf(Session::open(target, Session::Access::ReadOnly));
        EXPECT_EQ(valueOf(valueOf(copy->reader())->itemCount()), 300) << "loop " << loop;
    }
    EXPECT_EQ(valueOf(checkSession(temp.path())), Clean);
    valueOf(valueOf(Session::open(temp.path(), Session::Access::ReadOnly))->saveCopy(target));
    std::set<std::string> names; // nothing of the killed ones stays
    for (const auto& entry : std::filesystem::directory_iterator(temp.path().parent_path()))
        names.insert(entry.path().filename().string());
    EXPECT_EQ(names, (std::set<std::string>{"copy.assize", "test.assize"}));
}

// An upgrade that is killed is done again; the copy of the old version is whole if it is there.
TEST(Fault, AnUpgradeThatIsKilledIsMadeUpFor) {
    TempSession temp;
    const RowKey run = temp.addRun("run");
    for (int number = 1; number <= 200; ++number)
        temp.addVerdict(run, temp.addPair(std::to_string(number), "p", std::string(5000, 'a'), "b"), "AB", Label::A, 0);
    temp.close();
    SQLite::Database(temp.path().string(), SQLite::OPEN_READWRITE)
        .exec("DROP INDEX verdicts_by_request; PRAGMA user_version=1000");
    const auto path = temp.path().parent_path() / "old.assize";
    const std::filesystem::path backup = path.string() + ".v1000.bak";
    std::mt19937 chance(20260213);
    for (int loop = 0; loop < killLoops(); ++loop) {
        std::filesystem::remove(backup);
        std::filesystem::copy_file(temp.path(), path, std::filesystem::copy_options::overwrite_existing);
        const pid_t child = inChild([&] { return Session::open(path, Session::Access::ReadWrite) ? 0 : 1; });
        killWithin(child, std::chrono::milliseconds(40), chance);
        {
            const auto session = valueOf(Session::open(path, Session::Access::ReadWrite));
            EXPECT_EQ(valueOf(valueOf(session->reader())->itemCount()), 200) << "loop " << loop;
        }
        EXPECT_EQ(valueOf(checkSession(path)), Clean) << "loop " << loop;
        SQLite::Database current(path.string(), SQLite::OPEN_READONLY);
        EXPECT_EQ(current.execAndGet("PRAGMA user_version").getInt(), SchemaVersion) << "loop " << loop;
        SQLite::Database old(backup.string(), SQLite::OPEN_READONLY);
        EXPECT_EQ(old.execAndGet("PRAGMA user_version").getInt(), 1000) << "loop " << loop;
        EXPECT_EQ(old.execAndGet("SELECT count(*) FROM verdicts").getInt(), 200) << "loop " << loop;
    }
}

} // namespace
} // namespace assize
