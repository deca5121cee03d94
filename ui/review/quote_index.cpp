// SPDX-License-Identifier: Apache-2.0
#include "ui/review/text_ranges.h"

namespace assize::ui {
namespace {

QString foldedLetters(const QString& text, std::vector<int>* positions) {
    QString folded;
    folded.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (!unit.isLetterOrNumber() && !unit.isSurrogate())
            continue;
        folded += unit.toCaseFolded();
        if (positions != nullptr)
            positions->push_back(static_cast<int>(i));
    }
    return folded;
}

/// Scripts written without spaces have no word edges to respect.
bool joinsWords(QChar unit) {
    const QChar::Script script = unit.script();
    const bool hasNoSpaces = script == QChar::Script_Han || script == QChar::Script_Hiragana ||
                             script == QChar::Script_Katakana || script == QChar::Script_Thai;
    return unit.isLetterOrNumber() && !hasNoSpaces;
}

} // namespace

QuoteIndex::QuoteIndex(const QString& plain)
    : m_plain(plain) {
    m_positions.reserve(static_cast<std::size_t>(plain.size()));
    m_folded = foldedLetters(plain, &m_positions);
}

bool QuoteIndex::isWordEdge(qsizetype folded) const {
    if (folded <= 0 || folded >= m_folded.size())
        return true;
    const int before = m_positions[static_cast<std::size_t>(folded) - 1];
    const int after = m_positions[static_cast<std::size_t>(folded)];
    return after != before + 1 || !joinsWords(m_plain[before]) || !joinsWords(m_plain[after]);
}

TextRange QuoteIndex::find(const QString& quote) const {
    const QString wanted = foldedLetters(quote, nullptr);
    if (wanted.isEmpty()) {
        const qsizetype at = quote.isEmpty() ? -1 : m_plain.indexOf(quote);
        return at < 0 ? TextRange{} : TextRange{static_cast<int>(at), static_cast<int>(at + quote.size())};
    }
    for (qsizetype at = m_folded.indexOf(wanted); at >= 0; at = m_folded.indexOf(wanted, at + 1)) {
        const qsizetype end = at + wanted.size();
        if (isWordEdge(at) && isWordEdge(end))
            return {m_positions[static_cast<std::size_t>(at)], m_positions[static_cast<std::size_t>(end) - 1] + 1};
    }
    return {};
}

std::vector<TextRange> findAll(const QString& plain, const QString& wanted, int limit) {
    std::vector<TextRange> found;
    if (wanted.isEmpty())
        return found;
    for (qsizetype at = plain.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0 && limit > 0;
         at = plain.indexOf(wanted, at + wanted.size(), Qt::CaseInsensitive), --limit)
        found.push_back({static_cast<int>(at), static_cast<int>(at + wanted.size())});
    return found;
}

} // namespace assize::ui
