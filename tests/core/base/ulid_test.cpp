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

TEST(Ulid, GoesOnBehindAnIdOfALaterTime) {
    const std::string later = "05" + newUlid().substr(2); // a century on, as by a clock that was wrong
    continueUlidsAfter(later);
    const std::string next = newUlid();
    EXPECT_GT(next, later);
    continueUlidsAfter("01ARZ3NDEKTSV4RRFFQ69G5FAV"); // of 2016
    continueUlidsAfter("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
    continueUlidsAfter("no id");
    EXPECT_GT(newUlid(), next);
    EXPECT_LT(newUlid(), "06");
}

} // namespace
} // namespace assize
