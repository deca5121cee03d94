// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace assize {

/// What a person reads beside a figure: a short name, and what the number means and does not mean.
struct FigureText {
    std::string title;
    std::string meaning; ///< whole sentences
};

/// The text of a figure's key in a language ("en", "zh_CN"; another gives English). ".forward", ".all" and the like
/// join the text of what they vary. A key without a text is its own title and has no meaning. The texts are the files
/// figures.*.json of resources/report; window and report both read them here. Any thread.
[[nodiscard]] FigureText figureText(std::string_view key, std::string_view language = "en");

/// Why a figure is absent ("one-order"), as a clause; the code itself where there is no text.
[[nodiscard]] std::string reasonText(std::string_view reason, std::string_view language = "en");

/// A note that stands with a figure ("unpaired"), as a clause; the code itself where there is no text.
[[nodiscard]] std::string noteText(std::string_view note, std::string_view language = "en");

} // namespace assize
