// SPDX-License-Identifier: Apache-2.0
#include "core/import/occurrences.h"

#include "core/base/hash.h"

#include <gtest/gtest.h>
#include <string>

namespace assize::test {
namespace {

TEST(Occurrences, NumberEqualRows) {
    Occurrences occurrences;
    const std::string first = sha256Hex("first");
    EXPECT_EQ(occurrences.next(first), 1);
    EXPECT_EQ(occurrences.next(sha256Hex("second")), 1);
    EXPECT_EQ(occurrences.next(first), 2);
    EXPECT_EQ(occurrences.next(first), 3);
}

TEST(Occurrences, RememberWhileTheyGrow) {
    Occurrences occurrences;
    for (int row = 0; row < 20000; ++row)
        ASSERT_EQ(occurrences.next(sha256Hex(std::to_string(row))), 1) << row;
    for (int row = 0; row < 20000; ++row)
        ASSERT_EQ(occurrences.next(sha256Hex(std::to_string(row))), 2) << row;
}

TEST(Occurrences, TakeAHashOfZeros) {
    Occurrences occurrences;
    EXPECT_EQ(occurrences.next(std::string(64, '0')), 1);
    EXPECT_EQ(occurrences.next(std::string(64, '0')), 2);
}

} // namespace
} // namespace assize::test
