// SPDX-License-Identifier: Apache-2.0
#include "core/base/ulid.h"

#include "core/base/clock.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

TEST(Ulid, HasTheShapeOfTheStandard) {
    EXPECT_TRUE(isUlid(newUlid()));
    EXPECT_FALSE(isUlid("not a ulid"));
}

TEST(Ulid, SortsInTheOrderOfMakingThoughTheClockStandsOrGoesBack) {
    setClock([time = std::int64_t{2'000'000'000'000}]() mutable { return time--; });
    std::string last = newUlid();
    for (int count = 0; count < 1000; ++count) {
        std::string next = newUlid();
        EXPECT_LT(last, next);
        last = std::move(next);
    }
    setClock({});
}

} // namespace
} // namespace assize
