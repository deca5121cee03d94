// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <QString>
#include <stop_token>

class QTextDocument;

namespace assize {
struct ReportDocument;
}

namespace assize::ui {

/// Prints a report (ReportMedium::Print) on A4 pages into a PDF file, which appears when it is whole. Pictures stay
/// drawings; nothing is loaded from anywhere. language decides which letters Chinese characters get. Any thread of an
/// application with a GUI. NotWritable; Cancelled between two pages.
[[nodiscard]] Result<void> printReport(
    const ReportDocument& report, const QString& language, const QString& path, const std::stop_token& stop);

/// Begins a page before each drawing that would be cut by the end of one, and before the heading that names it. The
/// document has its page size and all its words.
void keepPicturesWhole(QTextDocument& text);

} // namespace assize::ui
