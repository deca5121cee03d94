// SPDX-License-Identifier: Apache-2.0
#include "core/base/ulid.h"
#include "core/session/session.h"

#include "tests/support/temp_session.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

using test::TempSession;
using test::valueOf;

std::vector<std::string> filesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

Item wholeItem() {
    Item item;
    item.format = "multi";
    item.sourceId = "q-7";
    item.turns = {{"system", "Be kind."}, {"user", "Hello"}, {"assistant", "Hi"}, {"user", "What is 机器学习?"}};
    item.responses = {{"First", "model-a"}, {"Second", ""}, {std::string("with\0zero", 9), "model-c"}};
    item.reference = "";
    item.context = "The context";
    item.images = {{"cat.png", "image/png", std::string(64, 'a'), std::string("\x89PNG\0", 5)}};
    item.category = "chat";
    item.metadata = R"({"level":3})";
    return item;
}

TEST(Session, ItemComesBackWhole) {
    TempSession temp;
    RowKey key = 0;
    temp.write([&](SessionTransaction& transaction) -> Result<void> {
        key = valueOf(transaction.addItem(wholeItem(), "batch")).key;
        return {};
    });
    temp.reopen();
    Item item = valueOf(temp.reader().item(key));
    EXPECT_EQ(item.id.size(), 26U);
    EXPECT_EQ(item.contentHash, contentHash(wholeItem()));
    item.id.clear();
    item.contentHash.clear();
    item.key = 0;
    EXPECT_EQ(item, wholeItem());
}

TEST(Session, IsOneFileWhenClosed) {
    TempSession temp;
    temp.addPair("1", "prompt", "a", "b");
    EXPECT_EQ(valueOf(temp.reader().itemCount()), 1);
    temp.close();
    EXPECT_EQ(filesIn(temp.path().parent_path()), std::vector<std::string>{"test.assize"});
}

TEST(Session, IsOneFileAlsoWhenAReaderClosesLast) {
    TempSession temp;
    auto other = valueOf(Session::open(temp.path(), Session::Access::ReadOnly));
    auto reader = valueOf(other->reader());
    temp.addPair("1", "prompt", "a", "b");
    temp.close();
    EXPECT_EQ(valueOf(reader->itemCount()), 1);
    reader.reset();
    other.reset();
    EXPECT_EQ(filesIn(temp.path().parent_path()), std::vector<std::string>{"test.assize"});
}

TEST(Session, ASecondWriterIsToldWhoHoldsIt) {
    TempSession temp;
    const auto second = Session::open(temp.path(), Session::Access::ReadWrite);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::SessionLocked);
    EXPECT_NE(
        second.error().detail.english().find("process " + std::to_string(::getpid()) + " on "), std::string::npos);
}

TEST(Session, AReaderSeesWhatIsCommittedMeanwhile) {
    TempSession temp;
    auto other = valueOf(Session::open(temp.path(), Session::Access::ReadOnly));
    auto reader = valueOf(other->reader());
    EXPECT_EQ(valueOf(reader->itemCount()), 0);
    temp.addPair("1", "prompt", "a", "b");
    EXPECT_EQ(valueOf(reader->itemCount()), 1);
    EXPECT_FALSE(other->writer());
}

TEST(Session, HasOneWriterWhateverNameItIsOpenedBy) {
    TempSession temp;
    const auto link = temp.path().parent_path() / "link.assize";
    std::filesystem::create_symlink(temp.path(), link);
    const auto second = Session::open(link, Session::Access::ReadWrite);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::SessionLocked);
    temp.close();
    EXPECT_TRUE(Session::open(link, Session::Access::ReadWrite));
}

TEST(Session, CreateLeavesAnExistingFileAlone) {
    const test::TempFolder folder;
    const auto path = folder.write("x.assize", "not ours");
    const auto made = Session::create(path);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(std::filesystem::file_size(path), 8U);
}

TEST(Session, CreateInAMissingFolderSaysSo) {
    const test::TempFolder folder;
    const auto made = Session::create(folder.path() / "none" / "x.assize");
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::NotWritable);
}

TEST(Session, NewIdsSortBehindTheOldThoughTheClockWentBack) {
    TempSession temp;
    const std::string later = "04" + newUlid().substr(2);
    temp.write([&](SessionTransaction& transaction) -> Result<void> {
        Item item;
        item.id = later;
        item.turns = {{"user", "written a century on"}};
        return transaction.addItem(item, {}).map([](const auto&) {});
    });
    temp.reopen();
    const RowKey key = temp.addPair("1", "prompt", "a", "b");
    EXPECT_GT(valueOf(temp.reader().item(key)).id, later);
}

TEST(Session, SaveCopyIsACompleteSession) {
    TempSession temp;
    temp.addPair("1", "prompt", "a", "b");
    const auto target = temp.path().parent_path() / "copy.assize";
    valueOf(temp.session().saveCopy(target));
    auto copy = valueOf(Session::open(target, Session::Access::ReadWrite));
    EXPECT_EQ(valueOf(valueOf(copy->reader())->itemCount()), 1);
    EXPECT_FALSE(temp.session().saveCopy(temp.path()));
}

} // namespace
} // namespace assize
