// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/builtin_lexical_form.h"
#include "core/endpoint/builtin_lexical_text.h"
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// How many of the prompt's content words an answer uses.
struct CoverageFinding {
    std::size_t used = 0;
    std::size_t total = 0;
    std::vector<TextSpan> evidence; ///< in the answer
    std::vector<std::string_view> missing;
};

/// How much of an answer stands in the sources.
struct SupportFinding {
    std::size_t words = 0;
    std::size_t found = 0;
    std::vector<TextSpan> evidence;
    std::vector<TextSpan> unsupported;
    std::optional<double> rougeL; ///< absent without a reference
};

/// The sentences of the built-in judge, in English or Chinese. Words of the answer stand in quotation marks exactly as
/// they are written there, so that evidence can be found; words that are not in the answer stand without.
class LexicalWording {
public:
    LexicalWording(const LexicalText& answer, bool inChinese);

    [[nodiscard]] std::string emptyAnswer() const;
    [[nodiscard]] std::string coverage(const CoverageFinding& finding) const;
    [[nodiscard]] std::string noSource() const;
    [[nodiscard]] std::string support(const SupportFinding& finding) const;
    [[nodiscard]] std::string repetition(const Repetition& finding) const;
    [[nodiscard]] std::string form(const std::vector<FoundDefect>& defects) const;
    [[nodiscard]] std::string length(std::size_t mine, std::optional<std::size_t> other) const;
    /// The reasons of a PASS or FAIL verdict.
    [[nodiscard]] std::string facts(const std::vector<TextSpan>& unsupported, bool hasDocument) const;

private:
    [[nodiscard]] std::string quoted(TextSpan span) const;
    [[nodiscard]] std::string quotedList(const std::vector<TextSpan>& spans) const;

    const LexicalText& m_answer;
    bool m_inChinese;
};

/// What stands under a pairwise verdict: what this judge is, by how much the preferred answer leads and where. Names
/// no side, so that it is true in either order. No leading criteria: a tie.
[[nodiscard]] std::string overallWording(
    double lead, double band, const std::vector<std::string>& leading, bool bothEmpty, bool inChinese);

/// What stands before the reasons of a score or a PASS / FAIL: what this judge is.
[[nodiscard]] std::string baselineWording(bool inChinese);

} // namespace assize
