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

} // namespace
} // namespace assize
