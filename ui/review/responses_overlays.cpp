// SPDX-License-Identifier: Apache-2.0
// What the answers show on top of their texts: quoted words, differences, matches of a search.
#include "ui/review/find_bar.h"
#include "ui/review/response_pane.h"
#include "ui/review/response_view.h"
#include "ui/review/responses_area.h"
#include "ui/shell/actions.h"

namespace assize::ui {
namespace {

constexpr int MostMatches = 1000;

bool isFound(const TextRange& range) {
    return range.end > range.start;
}

} // namespace

void ResponsesArea::locateQuotes() {
    if (!m_sides[0].isReady || !m_sides[1].isReady)
        return;
    using Indexes = std::array<std::shared_ptr<const QuoteIndex>, 2>;
    m_background.run<std::vector<TextRange>>(
        "quotes", this,
        [quotes = m_quotes, indexes = Indexes{m_sides[0].index, m_sides[1].index},
            answers = std::array{m_sides[0].answer, m_sides[1].answer}] {
            std::vector<TextRange> ranges;
            ranges.reserve(quotes.size());
            for (const QuotedWords& quote : quotes) {
                TextRange range;
                for (std::size_t side = 0; side < indexes.size(); ++side) {
                    if (answers.at(side) == quote.response)
                        range = indexes.at(side)->find(quote.words);
                }
                ranges.push_back(range);
            }
            return ranges;
        },
        [this, token = m_token, quotes = m_quotes](const std::vector<TextRange>& ranges) {
            if (token == m_token && quotes == m_quotes)
                showEvidence(ranges);
        });
}

void ResponsesArea::showEvidence(const std::vector<TextRange>& ranges) {
    m_quoteRanges = ranges;
    std::vector<bool> found;
    std::array<std::vector<EvidenceSpan>, 2> spans;
    const bool isShown = m_actions.get(ActionId::Evidence)->isChecked();
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        found.push_back(isFound(ranges[i]));
        for (std::size_t side = 0; side < spans.size(); ++side) {
            if (isShown && found.back() && m_sides.at(side).answer == m_quotes[i].response)
                spans.at(side).push_back({ranges[i], m_quotes[i].criterion});
        }
    }
    for (std::size_t side = 0; side < spans.size(); ++side)
        m_sides.at(side).pane->setEvidence(std::move(spans.at(side)));
    Q_EMIT quotesLocated(found);
}

void ResponsesArea::revealQuote(int index) {
    const auto which = static_cast<std::size_t>(index);
    if (index < 0 || which >= m_quoteRanges.size() || which >= m_quotes.size() || !isFound(m_quoteRanges[which]))
        return;
    for (const Side& side : m_sides) {
        if (side.answer == m_quotes[which].response)
            side.pane->view().reveal(m_quoteRanges[which]);
    }
}

void ResponsesArea::compare() {
    if (!m_actions.get(ActionId::WordDiff)->isChecked()) {
        for (const Side& side : m_sides)
            side.pane->view().setOnlyHere({});
        return;
    }
    if (!m_sides[0].isReady || !m_sides[1].isReady)
        return;
    m_background.run<WordDiff>(
        "diff", this, [a = m_sides[0].plain, b = m_sides[1].plain] { return diffWords(a, b); },
        [this, token = m_token](const WordDiff& diff) {
            if (token != m_token || !m_actions.get(ActionId::WordDiff)->isChecked())
                return;
            m_sides[0].pane->view().setOnlyHere(diff.onlyA);
            m_sides[1].pane->view().setOnlyHere(diff.onlyB);
        });
}

void ResponsesArea::search(const QString& text) {
    m_searched = text;
    m_currentMatch = 0;
    showMatches();
}

void ResponsesArea::stepMatch(int step) {
    const auto count = static_cast<int>(m_matches[0].size() + m_matches[1].size());
    if (count == 0)
        return;
    m_currentMatch = (m_currentMatch + step + count) % count;
    showMatches();
}

void ResponsesArea::showMatches() {
    int before = 0;
    const TextRange* current = nullptr;
    ResponseView* where = nullptr;
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        m_matches.at(i) = findAll(m_sides.at(i).plain, m_searched, MostMatches);
        const auto count = static_cast<int>(m_matches.at(i).size());
        const int own = m_currentMatch - before;
        const bool isHere = own >= 0 && own < count;
        ResponseView& view = m_sides.at(i).pane->view();
        view.setMatches(m_matches.at(i), isHere ? own : -1);
        if (isHere) {
            current = &m_matches.at(i)[static_cast<std::size_t>(own)];
            where = &view;
        }
        before += count;
    }
    m_findBar->showCount(m_currentMatch, before);
    if (current != nullptr)
        where->reveal(*current);
}

} // namespace assize::ui
