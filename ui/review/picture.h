// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QImage>
#include <string>

namespace assize::ui {

/// An image that came with an item, as far as it can be shown.
struct Picture {
    enum class Problem { None, TooManyBytes, TooManyPixels, Unreadable };

    QImage image; ///< null if there is a problem
    Problem problem = Problem::None;
};

/// Reads a bitmap, no wider or higher than the bound in pixels. What it is the bytes say, not a name or a type from the
/// file. Formats that can name other files (SVG) are not read; size and pixels are looked at before anything is
/// decoded. Any thread.
[[nodiscard]] Picture decodePicture(const std::string& bytes, int bound);

} // namespace assize::ui
