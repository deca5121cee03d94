// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <string>

namespace assize {

/// Milliseconds since 1970, from the system clock or from what setClock() put in its place. Any thread.
[[nodiscard]] std::int64_t currentMilliseconds();

/// Replaces the clock for tests; an empty function restores the system clock. Call while no other thread reads it.
void setClock(std::function<std::int64_t()> milliseconds);

/// ISO 8601 in UTC with milliseconds: "2026-01-31T09:05:00.250Z".
[[nodiscard]] std::string isoTime(std::int64_t milliseconds);

} // namespace assize
