// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/drawing.h"
#include <functional>
#include <string>

namespace assize {

/// What colour an ink has in an SVG: "#0B6E69", or "var(--accent)" in a page that has a style sheet.
using SvgInk = std::function<std::string(Ink)>;

struct SvgOptions {
    SvgInk ink;
    std::string title;       ///< for assistive tools, and as <title>
    std::string description; ///< the chart in a sentence, as <desc>
    std::string fontFamily = "sans-serif";
    std::string monoFamily = "monospace";
    bool hasTips = true; ///< marks carry their values as <title>
};

/// The drawing as an <svg> element without a declaration, safe to put into HTML: every text is escaped.
[[nodiscard]] std::string drawingToSvg(const Drawing& drawing, const SvgOptions& options, const ChartWords& words);

} // namespace assize
