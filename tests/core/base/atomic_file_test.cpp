// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/base/files.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>
#include <iterator>

namespace assize::test {
namespace {

std::ptrdiff_t filesIn(const TempFolder& folder) {
    return std::distance(std::filesystem::directory_iterator(folder.path()), std::filesystem::directory_iterator());
}

TEST(AtomicFile, AppearsWholeWhenItIsCommitted) {
    const TempFolder folder;
    const auto path = folder.write("a.txt", "old");
    auto file = AtomicFile::create(path);
    ASSERT_TRUE(file);
    const std::string block(300 << 10, 'x'); // more than is buffered
    ASSERT_TRUE(file->write(block));
    ASSERT_TRUE(file->write("end"));
    EXPECT_EQ(readFile(path).value(), "old");
    ASSERT_TRUE(file->commit());
    EXPECT_TRUE(readFile(path).value() == block + "end");
    EXPECT_EQ(filesIn(folder), 1);
}

TEST(AtomicFile, LeavesTheOldFileWhenItIsGivenUp) {
    const TempFolder folder;
    const auto path = folder.write("a.txt", "old");
    {
        auto file = AtomicFile::create(path);
        ASSERT_TRUE(file->write("new"));
    }
    EXPECT_EQ(readFile(path).value(), "old");
    EXPECT_EQ(filesIn(folder), 1);
}

TEST(AtomicFile, FollowsSymbolicLinks) {
    const TempFolder folder;
    const auto path = folder.write("a.txt", "old");
    std::filesystem::create_symlink(path, folder.path() / "link");
    auto file = AtomicFile::create(folder.path() / "link");
    ASSERT_TRUE(file->write("new"));
    ASSERT_TRUE(file->commit());
    EXPECT_TRUE(std::filesystem::is_symlink(folder.path() / "link"));
    EXPECT_EQ(readFile(path).value(), "new");
}

// endpoints.yaml may be a link into a folder that somebody keeps under version control.
TEST(AtomicFile, WritesAWholeTextThroughALinkToo) {
    const TempFolder folder;
    const auto path = folder.write("endpoints.yaml", "old");
    std::filesystem::create_symlink(path, folder.path() / "link");
    ASSERT_TRUE(writeFileAtomically(folder.path() / "link", "new"));
    EXPECT_TRUE(std::filesystem::is_symlink(folder.path() / "link"));
    EXPECT_EQ(readFile(path).value(), "new");
}

TEST(AtomicFile, WritesDevicesStraightAndRefusesFolders) {
    auto device = AtomicFile::create("/dev/null");
    ASSERT_TRUE(device);
    EXPECT_TRUE(device->write("x"));
    EXPECT_TRUE(device->commit());
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
    const TempFolder folder;
    EXPECT_EQ(AtomicFile::create(folder.path()).error().code, ErrorCode::NotWritable);
    EXPECT_EQ(AtomicFile::create(folder.path() / "no" / "a").error().code, ErrorCode::NotWritable);
}

TEST(AtomicFile, SaysWhenTheDiskIsFull) {
    auto file = AtomicFile::create("/dev/full");
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->write("x"));
    const auto committed = file->commit();
    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().detail, "No space left on device");
}

} // namespace
} // namespace assize::test
