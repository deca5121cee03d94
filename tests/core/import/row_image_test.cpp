// SPDX-License-Identifier: Apache-2.0
#include "core/import/row_image.h"

#include "core/base/base64.h"
#include "core/base/hash.h"
#include "tests/core/import/collecting_sink.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize::test {
namespace {

using testing::HasSubstr;

const std::string Png = "\x89PNG\r\n\x1A\n and so on";

std::string problemOf(std::string_view text, const std::filesystem::path& folder = {}) {
    const auto image = imageFrom(text, "image-1", folder);
    return image ? "none" : image.error().detail.english();
}

TEST(RowImage, TheBytesSayWhatItIs) {
    const std::vector<std::pair<std::string, std::string>> kinds = {{Png, "image/png"},
        {"\xFF\xD8\xFF\xE0 JFIF", "image/jpeg"}, {"GIF89a and so on", "image/gif"},
        {"RIFF\x10\x01\x02\x03WEBPVP8 ", "image/webp"}};
    for (const auto& [bytes, mediaType] : kinds) {
        const auto image = imageFrom("data:image/x;Base64," + toBase64(bytes), "image-1", {});
        ASSERT_TRUE(image.has_value()) << mediaType << ": " << image.error().detail.english();
        EXPECT_EQ(image->mediaType, mediaType);
        EXPECT_EQ(image->bytes, bytes);
        EXPECT_EQ(image->sha256, sha256Hex(bytes));
        EXPECT_EQ(image->name, "image-1");
    }
    EXPECT_EQ(problemOf("data:image/png;base64," + toBase64("<svg/>")), "image-1 is neither PNG, JPEG, GIF nor WebP");
    EXPECT_EQ(problemOf("data:image/png;base64,***"), "image-1 is no data: URL with base64");
    EXPECT_EQ(problemOf("data:image/png,plain"), "image-1 is no data: URL with base64");
}

TEST(RowImage, FilesLieInTheFolderAndNowhereElse) {
    const TempFolder folder;
    std::filesystem::create_directories(folder.path() / "data/pictures");
    folder.write("data/pictures/a.png", Png);
    folder.write("secret.png", Png);
    folder.write("data/note.png", "not a picture");
    const auto data = folder.path() / "data";
    std::filesystem::create_symlink(folder.path() / "secret.png", data / "link.png");
    std::filesystem::create_symlink("pictures/a.png", data / "inner.png");
    const auto image = imageFrom("pictures/a.png", "image-1", data);
    ASSERT_TRUE(image.has_value()) << image.error().detail.english();
    EXPECT_EQ(image->name, "pictures/a.png");
    EXPECT_EQ(image->mediaType, "image/png");
    EXPECT_EQ(problemOf("inner.png", data), "none") << "a link that stays in the folder";
    const std::string outside = " does not lie in the folder of the file";
    EXPECT_EQ(problemOf("../secret.png", data), "../secret.png" + outside);
    EXPECT_EQ(problemOf("pictures/../../secret.png", data), "pictures/../../secret.png" + outside);
    const std::string absolute = (folder.path() / "secret.png").string();
    EXPECT_EQ(problemOf(absolute, data), absolute + outside);
    EXPECT_EQ(problemOf(std::string("a\0b", 3), data), std::string("a\0b", 3) + outside);
    EXPECT_EQ(problemOf("link.png", data), "there is no file link.png in the folder of the file");
    EXPECT_EQ(problemOf("pictures", data), "there is no file pictures in the folder of the file");
    EXPECT_EQ(problemOf("note.png", data), "note.png is neither PNG, JPEG, GIF nor WebP");
    EXPECT_EQ(
        problemOf("https://example.org/a.png", data), "https://example.org/a.png is a link; links are not followed");
    EXPECT_EQ(problemOf("pictures/a.png"), "pictures/a.png is a path, and this input has no folder");
}

TEST(RowImage, SizesHaveALimit) {
    const TempFolder folder;
    folder.write("large.png", Png + std::string(LargestImage, 'x'));
    EXPECT_THAT(problemOf("large.png", folder.path()), HasSubstr("bytes, more than 20971520"));
}

TEST(RowImage, ARowNamesItsImages) {
    const TempFolder folder;
    folder.write("a.png", Png);
    ImportOptions options;
    options.path = (folder.path() / "items.jsonl").string();
    const ReadText read(R"({"prompt":"Q","response_A":"x","response_B":"y","images":["a.png",{"path":"a.png"}]})"
                        "\n"
                        R"({"prompt":"Q","response_A":"x","response_B":"y","images":"a.png"})"
                        "\n"
                        R"({"prompt":"Q","response_A":"x","response_B":"y","images":["b.png"]})",
        "pairs", options);
    ASSERT_EQ(read.sink.records.size(), 2U);
    EXPECT_EQ(read.sink.records[0].item->images.size(), 2U);
    EXPECT_EQ(read.sink.records[1].item->images.size(), 1U);
    ASSERT_EQ(read.sink.problems.size(), 1U);
    EXPECT_EQ(read.sink.problems[0].second, "there is no file b.png in the folder of the file");
}

} // namespace
} // namespace assize::test
