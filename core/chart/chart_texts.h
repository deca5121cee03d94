// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/phrase.h"
#include <string>
#include <string_view>

namespace assize {

/// The texts of charts in a language ("en", "zh_CN"; another gives English), from charts.*.json of resources/report.
/// "reason.…" and "meaning.…" are answered by the texts of figures (core/metrics/figure_text.h). Any thread.
class ChartTexts final : public ChartWords {
public:
    explicit ChartTexts(std::string_view language = "en")
        : m_language(language) {}

    [[nodiscard]] std::string text(std::string_view key) const override;

private:
    std::string m_language;
};

} // namespace assize
