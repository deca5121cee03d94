// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/session/session_reader.h"
#include "ui/widgets/verdict_glyph.h"
#include <QString>

namespace assize::ui {

/// The annotator said something of the item: a label, or that it cannot be judged.
[[nodiscard]] bool hasOwnLabel(const ItemRow& row);

/// The label that "human" means: the annotator's own, else the one the item came with.
[[nodiscard]] std::optional<Label> humanLabel(const ItemRow& row);

/// Judge and human both spoke, and differ. A verdict that flips with the order agrees with nobody.
[[nodiscard]] bool isDisagreement(const ItemRow& row);

[[nodiscard]] VerdictGlyph judgeGlyph(const ItemRow& row);
[[nodiscard]] VerdictGlyph humanGlyph(const ItemRow& row);

/// "rail-007 · margin +0.11"; covered rows say nothing of the verdict.
[[nodiscard]] QString itemDetail(const ItemRow& row, bool isCovered);

/// The row for assistive tools: "Cancelled 07:52. Judge A better. Human B better. Disagree. Margin +0.11. Not flipped."
[[nodiscard]] QString itemSpoken(const ItemRow& row, bool isCovered);

} // namespace assize::ui
