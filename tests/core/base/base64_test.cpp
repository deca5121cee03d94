// SPDX-License-Identifier: Apache-2.0
#include "core/base/base64.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

// RFC 4648, section 10
TEST(Base64, FollowsTheRfcVectors) {
    for (const auto& [bytes, text] : {std::pair<std::string, std::string>{"", ""}, {"f", "Zg=="}, {"fo", "Zm8="},
             {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}}) {
        EXPECT_EQ(toBase64(bytes), text);
        EXPECT_EQ(fromBase64(text), bytes);
    }
}

TEST(Base64, ReadsWithoutPaddingAndRefusesOtherCharacters) {
    EXPECT_EQ(fromBase64("Zm9vYg"), "foob");
    EXPECT_EQ(fromBase64("Zm9vY"), std::nullopt);
    EXPECT_EQ(fromBase64("Zm9*"), std::nullopt);
    EXPECT_EQ(fromBase64("Zm 9v"), std::nullopt);
}

} // namespace
} // namespace assize::test
