// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/chart_texts.h"
#include <QString>

namespace assize::ui {

/// The texts of charts in the language that the window speaks now.
[[nodiscard]] ChartTexts windowTexts();

/// A phrase of a chart in the window's language.
[[nodiscard]] QString worded(const Phrase& phrase);

} // namespace assize::ui
