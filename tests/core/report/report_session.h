// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/report/report.h"
#include "tests/support/temp_session.h"
#include <string>
#include <string_view>

namespace assize::test {

/// A session of four pairs with gold labels and one run in both orders: two items right, one wrong with a margin of
/// 0.4, one flipped; and one call of the wrong item's second run that could not be read.
class ReportSession {
public:
    ReportSession();

    [[nodiscard]] TempSession& temp() { return m_temp; }
    /// The report's HTML; throws where there is none.
    [[nodiscard]] std::string html(const ReportOptions& options = {});
    void addGold(RowKey item, Label label);
    /// A run of this name on a server, with these parameters, that says this of the first item.
    void addServerRun(const std::string& name, const std::string& parameters, Label label, const Usage& usage = {});

private:
    TempSession m_temp;
};

/// Why the text is no well-formed XML, or nothing: tags that do not match, unknown entities, bare markup characters,
/// characters that XML has not.
[[nodiscard]] std::string xmlProblem(std::string_view text);

/// How often a text occurs in another.
[[nodiscard]] std::size_t occurrences(std::string_view text, std::string_view part);

} // namespace assize::test
