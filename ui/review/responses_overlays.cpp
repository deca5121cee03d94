// SPDX-License-Identifier: Apache-2.0
// What the answers show on top of their texts: quoted words, differences, matches of a search.
#include "ui/review/find_bar.h"
#include "ui/review/response_pane.h"
#include "ui/review/response_view.h"
#include "ui/review/responses_area.h"
#include "ui/shell/actions.h"
#include "ui/support/text.h"

namespace assize::ui {
namespace {

constexpr int MostMatches = 1000;

bool isFound(const TextRange& range) {
    return range.end > range.start;
}

/// What an item shows beside its answers: quotations of it are not invented.
QString otherTexts(const Item& item) {
    QStringList texts;
    for (const Turn& turn : item.turns)
        texts << fromUtf8(turn.content);
    texts << fromUtf8(item.reference.value_or(std::string())) << fromUtf8(item.context.value_or(std::string()));
    return texts.join(QLatin1Char('\n'));
}

} // namespace

void ResponsesArea::locateQuotes() {
    if (!m_sides[0].isReady || !m_sides[1].isReady)
        return;
    using Indexes = std::array<std::shared_ptr<const QuoteIndex>, 2>;
    m_background.run<std::vector<LocatedQuote>>(
        "quotes", this,
        [quotes = m_quotes, indexes = Indexes{m_sides[0].index, m_sides[1].index}, item = m_item,
            answers = std::array{m_sides[0].answer, m_sides[1].answer}] {
            const QuoteIndex others(otherTexts(item));
            std::vector<LocatedQuote> located;
            located.reserve(quotes.size());
            for (const QuotedWords& quote : quotes) {
                LocatedQuote& place = located.emplace_back();
                // The answer it speaks of first, then the other one.
                for (const bool isOwn : {true, false}) {
                    for (std::size_t side = 0; side < indexes.size() && !isFound(place.range); ++side) {
                        if ((answers.at(side) == quote.response) == isOwn)
                            place = {indexes.at(side)->find(quote.words), answers.at(side), false};
                    }
                }
                place.isElsewhere = !isFound(place.range) && isFound(others.find(quote.words));
            }
            return located;
        },
        [this, token = m_token, quotes = m_quotes](const std::vector<LocatedQuote>& located) {
            if (token == m_token && quotes == m_quotes)
                showEvidence(located);
        });
}

void ResponsesArea::showEvidence(const std::vector<LocatedQuote>& located) {
    m_located = located;
    std::vector<bool> found;
    std::array<std::vector<EvidenceSpan>, 2> spans;
    const bool isShown = m_actions.get(ActionId::Evidence)->isChecked();
    for (std::size_t i = 0; i < located.size(); ++i) {
        found.push_back(isFound(located[i].range) || located[i].isElsewhere);
        for (std::size_t side = 0; side < spans.size(); ++side) {
            if (isShown && isFound(located[i].range) && m_sides.at(side).answer == located[i].response)
                spans.at(side).push_back({located[i].range, m_quotes[i].criterion});
        }
    }
    for (std::size_t side = 0; side < spans.size(); ++side)
        m_sides.at(side).pane->setEvidence(std::move(spans.at(side)));
    Q_EMIT quotesLocated(found);
}

void ResponsesArea::revealQuote(int index) {
    const auto which = static_cast<std::size_t>(index);
    if (index < 0 || which >= m_located.size() || !isFound(m_located[which].range))
        return;
    for (const Side& side : m_sides) {
        if (side.answer == m_located[which].response)
            side.pane->view().reveal(m_located[which].range);
    }
}

void ResponsesArea::compare() {
    if (!m_actions.get(ActionId::WordDiff)->isChecked()) {
        for (const Side& side : m_sides)
            side.pane->view().setOnlyHere(std::nullopt);
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
