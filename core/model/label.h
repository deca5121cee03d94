// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assize {

/// A pairwise label in the item's own order.
enum class Label { A, B, Tie, BothBad };

/// "A>B", "B>A", "A=B", "A=B (both bad)": how labels stand in files, JSON and the session.
[[nodiscard]] std::string_view labelText(Label label);

/// Reads every spelling of protocols.md ("A>B", "[[A>>B]]", "tie", "tie (bothbad)", "both_bad", "model_a", …), any
/// case. Numbers are refused: 1 means different things in different formats, so importers map them themselves.
[[nodiscard]] std::optional<Label> labelFromText(std::string_view text);

/// The label seen by somebody for whom the two responses were exchanged.
[[nodiscard]] Label swapped(Label label);

/// Preference steps: +3 (A far better) … 0 … −3 (B far better). AA = +2, A = +1 for people.
[[nodiscard]] Label labelFromStep(int step);

/// +2 for "[[A>>B]]", "AA" or "A much better", +1 for "A>B" …; nothing for text without a step of its own.
[[nodiscard]] std::optional<int> stepFromText(std::string_view text);

} // namespace assize
