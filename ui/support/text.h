// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QString>
#include <optional>
#include <string>
#include <string_view>

namespace assize::ui {

/// UTF-8 of the core as Qt has it, and back. Malformed bytes become U+FFFD.
[[nodiscard]] QString fromUtf8(std::string_view text);
[[nodiscard]] std::string toUtf8(const QString& text);

/// A number with a fixed count of decimals and the minus sign U+2212: "−0.075".
[[nodiscard]] QString number(double value, int decimals);

/// The same with "+" before positive values; a value that rounds to zero has no sign.
[[nodiscard]] QString signedNumber(double value, int decimals);

/// An en dash where there is no value.
[[nodiscard]] QString numberOrDash(std::optional<double> value, int decimals);

/// A score as a judge wrote it: "5", "4.5".
[[nodiscard]] QString scoreText(std::optional<double> value);

/// The text with every control character that turns writing direction shown as a visible mark of the same length, so
/// that a response cannot reorder what is read (quality.md, Security). Other controls become spaces.
[[nodiscard]] QString withVisibleControls(QString text);

/// A tooltip that shows exactly this text: Qt guesses whether a tooltip is HTML, and must not with words of strangers.
[[nodiscard]] QString plainToolTip(const QString& text);

/// The first line that holds something, without Markdown marks at its start.
[[nodiscard]] QString firstLine(const QString& text);

} // namespace assize::ui
