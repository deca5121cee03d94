// SPDX-License-Identifier: Apache-2.0
// MT-Bench agreement: of all pairs of votes on the same comparison, how many agree. Setup 1 counts ties, and orders
// that differ as ties; setup 2 takes only pairs of votes without a tie. Failed games are left out.
#include "core/metrics/published.h"

#include <map>

namespace assize {
namespace {

struct Votes {
    double pairs = 0;
    double agreeing = 0;

    void add(Cell a, Cell b) {
        ++pairs;
        agreeing += a == b ? 1 : 0;
    }
    [[nodiscard]] std::optional<double> agreement() const {
        return pairs > 0 ? std::optional(agreeing / pairs) : std::nullopt;
    }
};

/// One turn's votes: judge with people, and people among themselves, in both setups.
struct Setups {
    Votes judge1;
    Votes people1;
    Votes judge2;
    Votes people2;
};

/// A comparison as FastChat sees it: both games if there are two, and a tie where they differ.
Cell votedByJudge(const RunTable& run, std::uint32_t row) {
    const Cell forward = run.forward.cell(row, false);
    const Cell backward = run.backward.cell(row, false);
    if (forward == Cell::NotPlanned || backward == Cell::NotPlanned)
        return forward == Cell::NotPlanned ? backward : forward;
    if (!isLabel(forward) || !isLabel(backward))
        return isLabel(forward) ? backward : forward;
    return forward == backward ? forward : Cell::Tie;
}

void addVotes(Setups& setups, Cell judge, const std::vector<Cell>& people) {
    const auto addPair = [](Votes& withTies, Votes& withoutTies, Cell a, Cell b) {
        withTies.add(a, b);
        if (isDecisive(a) && isDecisive(b))
            withoutTies.add(a, b);
    };
    for (std::size_t person = 0; person < people.size(); ++person) {
        if (isLabel(judge))
            addPair(setups.judge1, setups.judge2, judge, people[person]);
        for (std::size_t other = person + 1; other < people.size(); ++other)
            addPair(setups.people1, setups.people2, people[person], people[other]);
    }
}

std::vector<Cell> votesOfPeople(const FigureRequest& request, std::uint32_t row) {
    std::vector<Cell> votes;
    if (request.raters == nullptr)
        return votes;
    for (const std::vector<Rating>& ratings : request.raters->ratings) {
        if (isLabel(ratings[row].label))
            votes.push_back(ratings[row].label);
    }
    return votes;
}

/// "turn 2" of "81/model a/model b/turn 2".
std::string turnOf(const FigureRequest& request, std::uint32_t row) {
    const auto id = request.items.sourceIds.find(row);
    const std::size_t at = id == request.items.sourceIds.end() ? std::string::npos : id->second.rfind('/');
    return at == std::string::npos ? "turn unknown" : id->second.substr(at + 1);
}

void addLines(FigureTable& table, const std::string& turn, const Setups& setups) {
    const auto add = [&](const std::string& name, const Votes& votes) {
        table.rows.push_back(turn + ", " + name);
        table.cells.push_back({votes.agreement(), votes.agreeing, votes.pairs});
    };
    add("setup 1: judge and people", setups.judge1);
    add("setup 1: people", setups.people1);
    add("setup 2: judge and people", setups.judge2);
    add("setup 2: people", setups.people2);
}

} // namespace

std::optional<Figure> publishedMtbench(
    const FigureRequest& request, const Policy& /*policy*/, const MetricSettings& /*settings*/) {
    const std::vector<std::uint32_t> rows = plannedRowsOf(request, "mtbench");
    if (rows.empty() || !request.run.isPairwise())
        return std::nullopt;
    std::map<std::string, Setups> turns;
    Setups all;
    for (const std::uint32_t row : rows) {
        const Cell judge = votedByJudge(request.run, row);
        const std::vector<Cell> people = votesOfPeople(request, row);
        addVotes(turns[turnOf(request, row)], judge, people);
        addVotes(all, judge, people);
    }
    Figure figure = publishedFigure(request, rows);
    figure.notes = {"setup-1", "orders-that-differ-are-a-tie"};
    if (all.judge1.pairs <= 0) {
        figure.reason = "no-annotators";
        return figure;
    }
    figure.numerator = all.judge1.agreeing;
    figure.denominator = static_cast<std::int64_t>(all.judge1.pairs);
    figure.value = all.judge1.agreement();
    FigureTable& table = figure.table.emplace();
    table.columns = {"agreement", "agreeing", "pairs of votes"};
    for (const auto& [turn, setups] : turns)
        addLines(table, turn, setups);
    return figure;
}

} // namespace assize
