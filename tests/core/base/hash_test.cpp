// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

TEST(Hash, MatchesThePublishedVector) { // FIPS 180-4, "abc"
    EXPECT_EQ(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(CanonicalJson, SortsKeysAndKeepsTextAsItIs) {
    EXPECT_EQ(canonicalJson({{"b", 1}, {"a", "裁判"}}), R"({"a":"裁判","b":1})");
}

TEST(CanonicalJson, LineEndsAreOne) {
    EXPECT_EQ(canonicalJson({{"a", "x\r\ny\rz\n"}}), R"({"a":"x\ny\nz\n"})");
}

TEST(CanonicalText, IsWhatCanonicalJsonWrites) {
    std::string every;
    for (int c = 0; c < 128; ++c)
        every += static_cast<char>(c);
    for (const std::string& text : {std::string(), std::string("a\r\nb\rc\n\r"), every, std::string("\r"),
             std::string("\xE4\xB8\xAD \xF0\x9F\x98\x80"), std::string("bad \xFF utf-8 \xE4\xB8")}) {
        std::string written;
        appendCanonicalText(written, text);
        EXPECT_EQ(written, canonicalJson(text));
    }
}

} // namespace
} // namespace assize
