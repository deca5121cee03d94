// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/policy.h"

#include <algorithm>
#include <array>

namespace assize {
namespace {

constexpr std::array<std::string_view, 5> TieNames = {"class", "four", "exclude", "half", "steps"};
constexpr std::array<std::string_view, 2> FlipNames = {"own", "tie"};

template <typename Enum, std::size_t Size>
std::optional<Enum> fromName(const std::array<std::string_view, Size>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

} // namespace

std::string_view tiePolicyName(TiePolicy policy) {
    return TieNames.at(static_cast<std::size_t>(policy));
}

std::optional<TiePolicy> tiePolicyFrom(std::string_view name) {
    return fromName<TiePolicy>(TieNames, name);
}

std::string_view flipPolicyName(FlipPolicy policy) {
    return FlipNames.at(static_cast<std::size_t>(policy));
}

std::optional<FlipPolicy> flipPolicyFrom(std::string_view name) {
    return fromName<FlipPolicy>(FlipNames, name);
}

} // namespace assize
