// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/metrics/slices.h"
#include "core/model/endpoint.h"
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

class SessionReader;
struct ChartKind;

/// What a report is made for: a page for browsers with pictures in it, or a document whose pictures stand apart, for a
/// printer that draws them itself.
enum class ReportMedium { Page, Print };

/// How far a report has come, for a progress bar.
struct ReportProgress {
    int step = 0; ///< of steps; 0: reading the items
    int steps = 1;
    std::string run; ///< the run being counted; empty before and after
};

/// What the person chose. Equal sessions and options give equal bytes: no clock and no machine is in a report.
struct ReportOptions {
    std::string title;                           ///< empty: the session's name
    std::string sessionName = "session.assize";  ///< as commands name it
    std::string language = "en";                 ///< a name of reportLanguages()
    std::vector<std::string> sections;           ///< of reportSections(), or "charts.ID"; empty: all
    std::vector<std::string> runs;               ///< names, ULIDs or numbers; empty: all
    std::map<std::string, std::string> settings; ///< metric settings that replace the session's, by name
    std::optional<SliceBy> by;  ///< what breaks the main figures down; absent: category, if there are several
    int mostDisagreements = 25; ///< shown for each run; all are counted
    ReportMedium medium = ReportMedium::Page;
    std::vector<Endpoint> prices; ///< whose prices apply to runs with their kind, URL and model
    std::stop_token stop = {};
    std::function<void(const ReportProgress&)> progress = {};
};

/// Takes one option from text: "language", "sections" (names with commas between), "run" (adds one), "by" (a name that
/// sliceByFrom() knows), "disagreements", or a metric setting ("ties", "seed", …). InvalidArgument says what is
/// allowed.
[[nodiscard]] Result<void> setReportOption(ReportOptions& options, std::string_view name, std::string_view value);

/// A part that can be left out.
struct ReportSectionName {
    std::string_view name;     ///< "figures", as options and anchors have it
    std::string_view titleKey; ///< its heading in the text tables
};
[[nodiscard]] std::span<const ReportSectionName> reportSections();

/// The charts that a report can hold. "charts" brings those of the page and others that have something to compare;
/// "charts.ID" brings one, even if all it says is why it is empty.
[[nodiscard]] std::vector<const ChartKind*> reportCharts();

/// "en", "zh_CN".
[[nodiscard]] std::vector<std::string_view> reportLanguages();

struct ReportDocument {
    std::string html;
    std::vector<std::string> pictures; ///< SVG, for ReportMedium::Print: <img src="picture:N">, N from 0
};

/// The report of a session. Everything from the session is escaped; the page has no script and loads nothing. Takes as
/// long as the figures do; Cancelled when it was stopped.
[[nodiscard]] Result<ReportDocument> writeReport(SessionReader& reader, const ReportOptions& options);

} // namespace assize
