// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QString>
#include <QtGlobal>
#include <vector>

namespace assize::ui {

/// A stretch of a shown text, in positions of its document.
struct TextRange {
    int start = 0;
    int end = 0;

    bool operator==(const TextRange&) const = default;
};

/// Words of a text that a criterion's justification quotes.
struct EvidenceSpan {
    TextRange range;
    int criterion = 0; ///< index in the shown rubric

    bool operator==(const EvidenceSpan&) const = default;
};

/// Looks quotations up in a shown text. Letters and digits count, in any case; marks, spaces and Markdown do not, so
/// that the quotation of a source text is found in the rendered one. Any thread.
class QuoteIndex {
public:
    explicit QuoteIndex(const QString& plain);

    /// Where the words stand, whole words only; an empty range if nowhere. Quotations without a letter or digit are
    /// looked up as they are.
    [[nodiscard]] TextRange find(const QString& quote) const;

private:
    [[nodiscard]] bool isWordEdge(qsizetype folded) const;

    QString m_plain;
    QString m_folded;
    std::vector<int> m_positions; ///< of every folded unit in the plain text
};

/// Words found in one text only, neighbours joined.
struct WordDiff {
    std::vector<TextRange> onlyA;
    std::vector<TextRange> onlyB;
};

/// Compares two shown texts word by word (dtl's O(NP) difference); texts that differ in very many words are compared
/// as sets of words, since the difference grows with its square. Any thread.
[[nodiscard]] WordDiff diffWords(const QString& a, const QString& b);

/// Where a text occurs, in any case, at most limit times.
[[nodiscard]] std::vector<TextRange> findAll(const QString& plain, const QString& wanted, int limit);

} // namespace assize::ui
