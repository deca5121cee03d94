// SPDX-License-Identifier: Apache-2.0
#include "core/base/ulid.h"

#include "core/base/clock.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <mutex>
#include <random>
#include <tuple>

namespace assize {
namespace {

constexpr std::string_view Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The last id as numbers: 48 bits of time, 80 bits of chance in two parts of 40.
struct UlidState {
    std::mutex mutex;
    std::uint64_t milliseconds = 0;
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::mt19937_64 chance{std::random_device{}()};
};

UlidState& state() {
    static UlidState instance;
    return instance;
}

void writeBase32(std::uint64_t value, char* out, int digits) {
    for (int digit = digits - 1; digit >= 0; --digit) {
        out[digit] = Alphabet[value & 31U];
        value >>= 5U;
    }
}

constexpr std::uint64_t FortyBits = (std::uint64_t{1} << 40U) - 1;

std::uint64_t readBase32(std::string_view digits) {
    std::uint64_t value = 0;
    for (const char digit : digits)
        value = value << 5U | Alphabet.find(digit);
    return value;
}

} // namespace

std::string newUlid() {
    const auto now = static_cast<std::uint64_t>(currentMilliseconds());
    UlidState& last = state();
    const std::lock_guard lock(last.mutex);
    if (now > last.milliseconds) {
        last.milliseconds = now;
        last.high = last.chance() & FortyBits;
        last.low = last.chance() & FortyBits;
    } else if (last.low = (last.low + 1) & FortyBits; last.low == 0) {
        last.high = (last.high + 1) & FortyBits;
    }
    std::array<char, 26> text{};
    writeBase32(last.milliseconds, text.data(), 10);
    writeBase32(last.high, text.data() + 10, 8);
    writeBase32(last.low, text.data() + 18, 8);
    return {text.begin(), text.end()};
}

void continueUlidsAfter(std::string_view id) {
    constexpr std::uint64_t Year5000 = 95'617'584'000'000; // in milliseconds: leaves room to count on
    const std::uint64_t milliseconds = isUlid(id) ? readBase32(id.substr(0, 10)) : Year5000;
    UlidState& last = state();
    const std::lock_guard lock(last.mutex);
    if (milliseconds >= Year5000 || milliseconds < last.milliseconds)
        return;
    const std::uint64_t high = readBase32(id.substr(10, 8));
    const std::uint64_t low = readBase32(id.substr(18, 8));
    if (std::tie(milliseconds, high, low) > std::tie(last.milliseconds, last.high, last.low)) {
        last.milliseconds = milliseconds;
        last.high = high;
        last.low = low;
    }
}

bool isUlid(std::string_view text) {
    return text.size() == 26 &&
           std::all_of(text.begin(), text.end(), [](char c) { return Alphabet.find(c) != std::string_view::npos; });
}

} // namespace assize
