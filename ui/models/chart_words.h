// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/chart_texts.h"
#include <QString>
#include <string>

namespace assize::ui {

/// The code of the language that the window speaks now ("en", "zh_CN"), as text tables are named.
[[nodiscard]] std::string windowLanguage();

/// The texts of charts in that language.
[[nodiscard]] ChartTexts windowTexts();

/// A phrase of a chart in the window's language.
[[nodiscard]] QString worded(const Phrase& phrase);

} // namespace assize::ui
