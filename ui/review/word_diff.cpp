// SPDX-License-Identifier: Apache-2.0
#include "ui/review/text_ranges.h"

#include <QHash>
#include <QSet>
#include <QTextBoundaryFinder>
#include <dtl/dtl.hpp>

namespace assize::ui {
namespace {

struct Token {
    TextRange range;
    int id; ///< equal words have equal ids
};

std::vector<Token> tokensOf(const QString& text, QHash<QString, int>& ids) {
    std::vector<Token> tokens;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    int start = 0;
    while (finder.toNextBoundary() >= 0) {
        const auto end = static_cast<int>(finder.position());
        const QString word = text.mid(start, end - start);
        const bool isWord = std::any_of(word.begin(), word.end(),
            [](QChar unit) { return unit.isLetterOrNumber() || unit.isSymbol() || unit.isSurrogate(); });
        if (isWord) {
            const auto next = static_cast<int>(ids.size());
            int& id = ids[word.toCaseFolded()];
            if (ids.size() > next)
                id = next;
            tokens.push_back({{start, end}, id});
        }
        start = end;
    }
    return tokens;
}

/// Marks that share no word between them become one, so that a changed sentence is one line and not many.
void addRange(std::vector<TextRange>& ranges, const TextRange& range, bool follows) {
    if (follows && !ranges.empty())
        ranges.back().end = range.end;
    else
        ranges.push_back(range);
}

std::vector<TextRange> joined(const std::vector<Token>& tokens, const std::vector<bool>& isAlone) {
    std::vector<TextRange> ranges;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (isAlone[i])
            addRange(ranges, tokens[i].range, i > 0 && isAlone[i - 1]);
    }
    return ranges;
}

std::vector<bool> wordsNotIn(const std::vector<Token>& tokens, const std::vector<Token>& others) {
    QSet<int> known;
    for (const Token& token : others)
        known.insert(token.id);
    std::vector<bool> isAlone;
    isAlone.reserve(tokens.size());
    for (const Token& token : tokens)
        isAlone.push_back(!known.contains(token.id));
    return isAlone;
}

std::vector<int> idsOf(const std::vector<Token>& tokens) {
    std::vector<int> ids;
    ids.reserve(tokens.size());
    for (const Token& token : tokens)
        ids.push_back(token.id);
    return ids;
}

} // namespace

WordDiff diffWords(const QString& a, const QString& b) {
    constexpr std::size_t MostCompared = 4000;
    QHash<QString, int> ids;
    const std::vector<Token> tokensA = tokensOf(a, ids);
    const std::vector<Token> tokensB = tokensOf(b, ids);
    if (tokensA.size() + tokensB.size() > 2 * MostCompared)
        return {joined(tokensA, wordsNotIn(tokensA, tokensB)), joined(tokensB, wordsNotIn(tokensB, tokensA))};
    dtl::Diff<int, std::vector<int>> diff(idsOf(tokensA), idsOf(tokensB));
    diff.compose();
    std::vector<bool> aloneA(tokensA.size());
    std::vector<bool> aloneB(tokensB.size());
    for (const auto& [id, info] : diff.getSes().getSequence()) {
        if (info.type == dtl::SES_DELETE)
            aloneA[static_cast<std::size_t>(info.beforeIdx) - 1] = true;
        else if (info.type == dtl::SES_ADD)
            aloneB[static_cast<std::size_t>(info.afterIdx) - 1] = true;
    }
    return {joined(tokensA, aloneA), joined(tokensB, aloneB)};
}

} // namespace assize::ui
