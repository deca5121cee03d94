// SPDX-License-Identifier: Apache-2.0
#include "core/base/number_from.h"

#include <cstdint>
#include <gtest/gtest.h>

namespace assize {
namespace {

TEST(NumberFrom, TakesTheWholeTextOrNothing) {
    EXPECT_EQ(numberFrom<double>("-2.5e1"), -25);
    EXPECT_EQ(numberFrom<int>("7"), 7);
    for (const char* text : {"", " 7", "7 ", "7.5x", "+7", "seven"}) {
        EXPECT_EQ(numberFrom<double>(text), std::nullopt) << text;
        EXPECT_EQ(numberFrom<int>(text), std::nullopt) << text;
    }
    EXPECT_EQ(numberFrom<int>("7.0"), std::nullopt);
}

TEST(NumberFrom, RefusesWhatTheTypeCannotHold) {
    EXPECT_EQ(numberFrom<int>("2147483648"), std::nullopt);
    EXPECT_EQ(numberFrom<std::uint64_t>("-1"), std::nullopt);
    for (const char* text : {"nan", "inf", "-infinity", "1e999"})
        EXPECT_EQ(numberFrom<double>(text), std::nullopt) << text;
}

} // namespace
} // namespace assize
