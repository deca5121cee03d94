// SPDX-License-Identifier: Apache-2.0
#include "core/base/byte_source.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

std::string readAll(ByteSource& source) {
    std::string all;
    std::string block(ByteSource::BlockSize, '\0');
    while (true) {
        const auto got = source.read(block.data(), block.size());
        if (!got)
            return all + "|" + got.error().detail.english();
        if (*got == 0)
            return all;
        all.append(block, 0, *got);
    }
}

std::string readText(std::string bytes) {
    auto source = ByteSource::fromText(std::move(bytes), "text");
    return source ? readAll(*source) : "!" + source.error().detail.english();
}

// printf '{"a":1}\n' | gzip -9n | xxd -p, and the same with zstd
const std::string Gzip(
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xab\x56\x4a\x54\xb2\x32\xac\xe5\x02\x00\x46\xa3\xe8\x74"
    "\x08\x00\x00\x00",
    28);
const std::string Zstd("\x28\xb5\x2f\xfd\x04\x58\x41\x00\x00\x7b\x22\x61\x22\x3a\x31\x7d\x0a\xe2\xef\xec\xe0", 21);

TEST(ByteSource, OpensWhatIsCompressed) {
    EXPECT_EQ(readText(Gzip), "{\"a\":1}\n");
    EXPECT_EQ(readText(Gzip + Gzip), "{\"a\":1}\n{\"a\":1}\n"); // members joined end to end
    EXPECT_EQ(readText(Zstd), "{\"a\":1}\n");
}

TEST(ByteSource, GivesWhatStandsBeforeDamage) {
    EXPECT_EQ(readText(Gzip.substr(0, 22)), "{\"a\":1}\n|the gzip data end early");
    EXPECT_EQ(readText(Gzip.substr(0, 10) + "\xFF\xFF\xFF\xFF"), "!the gzip data are damaged");
    EXPECT_EQ(readText(Zstd.substr(0, 12)), "{\"a|the zstd data end early");
}

TEST(ByteSource, TakesMarksAndUtf16) {
    EXPECT_EQ(readText("\xEF\xBB\xBFx"), "x");
    EXPECT_EQ(readText(std::string("\xFF\xFEx\0\xE9\0", 6)), "x\xC3\xA9");
    EXPECT_EQ(readText(std::string("\xFE\xFF\0x\x4E\x2D", 6)), "x\xE4\xB8\xAD");
    EXPECT_EQ(readText(std::string("\xFF\xFE\x3D\xD8\x00\xDE", 6)), "\xF0\x9F\x98\x80"); // a surrogate pair
    EXPECT_EQ(readText(std::string("\xFF\xFE\x3D\xD8x\0", 6)), "\xEF\xBF\xBDx");         // half of one
}

TEST(ByteSource, SaysWhatIsNoText) {
    struct Case {
        std::string bytes;
        std::string reason;
    };
    const std::vector<Case> cases = {
        {"", "!it is empty"},
        {"\xEF\xBB\xBF", "!it is empty"},
        {std::string("\x7F"
                     "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0",
             16),
            "!it is a binary file, not text"},
        {"PK\x03\x04rest", "!it is a zip archive; unpack it first"},
        {"PAR1rest", "!it is a Parquet file, which has to be named as a file of its own"},
    };
    for (const Case& expected : cases)
        EXPECT_EQ(readText(expected.bytes), expected.reason);
}

TEST(ByteSource, OneControlCharacterMakesNoBinary) {
    const std::string text = "{\"prompt\": \"a text with" + std::string(1, '\0') + " a hole in it\"}";
    EXPECT_EQ(readText(text), text);
}

TEST(ByteSource, RefusesFoldersAndFilesThatAreNotThere) {
    const TempFolder folder;
    EXPECT_EQ(ByteSource::open(folder.path()).error().detail, "it is a folder");
    EXPECT_EQ(ByteSource::open(folder.path() / "none").error().detail, "No such file or directory");
    EXPECT_EQ(ByteSource::open(folder.write("empty", "")).error().code, ErrorCode::UnreadableInput);
}

TEST(ByteSource, CountsBytesOfTheFileAndKeepsItsHead) {
    const TempFolder folder;
    auto source = ByteSource::open(folder.write("a.txt", std::string(3 << 20, 'x')));
    ASSERT_TRUE(source);
    EXPECT_EQ(source->head().size(), ByteSource::HeadSize);
    EXPECT_EQ(readAll(*source).size(), 3U << 20U);
    EXPECT_EQ(source->bytesRead(), 3 << 20);
    EXPECT_EQ(source->bytesTotal(), 3 << 20);
}

TEST(ByteSource, StopsWhenAsked) {
    const TempFolder folder;
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(ByteSource::open(folder.write("a", "x"), stop.get_token()).error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace assize::test
