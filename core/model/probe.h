// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/run.h"
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assize {

/// A change to what a judge is shown that should not change its verdict. A run made under a probe is compared with the
/// judge's ordinary run (metrics.md, Bias).
enum class Probe : std::uint8_t {
    Swap,       ///< the other order; an ordinary run of both orders holds it already
    Criteria,   ///< the criteria of a fixed rubric the other way round
    Whitespace, ///< the same words with other white space
    Length,     ///< the shortest response padded with words that say nothing
    Markdown,   ///< without marks of Markdown
    Models,     ///< names of models masked
    Injection,  ///< one response asks to be preferred
};

inline constexpr std::array AllProbes = {
    Probe::Swap, Probe::Criteria, Probe::Whitespace, Probe::Length, Probe::Markdown, Probe::Models, Probe::Injection};

[[nodiscard]] std::string_view probeName(Probe probe); ///< "swap", "criteria", "whitespace", …
[[nodiscard]] std::optional<Probe> probeFrom(std::string_view name);

/// The probe that a run is made under stands among its parameters, so that it belongs to the run's identity.
[[nodiscard]] std::string parametersUnder(Probe probe);
[[nodiscard]] std::optional<Probe> probeOf(const Run& run);

} // namespace assize
