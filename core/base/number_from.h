// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <type_traits>

namespace assize {

/// The number that a whole text is, in the spelling of C++ without a plus sign; nothing if it is anything else, too
/// large for the type, or not finite.
template <typename Number>
[[nodiscard]] std::optional<Number> numberFrom(std::string_view text) {
    Number value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    if constexpr (std::is_floating_point_v<Number>) {
        if (!std::isfinite(value))
            return std::nullopt;
    }
    return value;
}

} // namespace assize
