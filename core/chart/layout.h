// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/drawing.h"

namespace assize {

/// Places a chart's parts one above the other in this width. Without a height it takes what it needs; with a larger one
/// parts that can grow do. The title, headline and sentences are not part of it: front ends set them in their own type.
[[nodiscard]] Drawing layOut(
    const Chart& chart, double width, double height, const ChartWords& words, const TextRuler& ruler);

} // namespace assize
