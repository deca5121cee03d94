// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <QString>
#include <stop_token>

namespace assize {
struct ReportDocument;
}

namespace assize::ui {

/// Prints a report (ReportMedium::Print) on A4 pages into a PDF file, which appears when it is whole. Pictures stay
/// drawings; nothing is loaded from anywhere. language decides which letters Chinese characters get. Any thread of an
/// application with a GUI. NotWritable; Cancelled between two pages.
[[nodiscard]] Result<void> printReport(
    const ReportDocument& report, const QString& language, const QString& path, const std::stop_token& stop);

} // namespace assize::ui
