// SPDX-License-Identifier: Apache-2.0
#include "core/chart/scorecards.h"

#include "core/chart/common.h"

#include <array>

namespace assize {
namespace {

struct CardKind {
    std::string_view key;
    std::string_view title;
    bool isShare;
    bool hasAllOrders;
    std::string (*filter)(const ChartSource& source); ///< of the items one looks at when the figure is low
};

std::string noFilter(const ChartSource&) {
    return {};
}
std::string flippedFilter(const ChartSource&) {
    return "flipped";
}
std::string wonByA(const ChartSource& source) {
    return judgedAs(source, "A>B");
}

constexpr auto PairCards = std::to_array<CardKind>({
    {"agreement.single", "card.agreement", true, false, differFilter},
    {"kappa.single", "card.kappa", false, false, differFilter},
    {"position.consistency", "card.consistency", true, true, flippedFilter},
    {"winrate.A", "card.winrate", true, false, wonByA},
});

constexpr auto GradeCards = std::to_array<CardKind>({
    {"accuracy", "card.accuracy", true, false, noFilter},
    {"kappa", "card.kappa", false, false, noFilter},
    {"spearman", "card.spearman", false, false, noFilter},
    {"mae", "card.mae", false, false, noFilter},
});

Phrase detailOf(const Figure& figure, bool isShare) {
    if (!figure.value)
        return reasonPhrase(figure.reason);
    const Phrase count = phrase("count.n", {countPhrase(figure.denominator.value_or(0))});
    if (!hasInterval(figure))
        return count;
    const double scale = isShare ? 100 : 1;
    const int decimals = isShare ? 1 : 2;
    const std::string interval =
        "[" + decimalText(*figure.low * scale, decimals) + ", " + decimalText(*figure.high * scale, decimals) + "]";
    return phrase("card.detail", {literal(interval), count});
}

Scorecard cardOf(const ChartSource& source, const CardKind& kind) {
    FigureSubject subject = shownSubject(source);
    subject.hasAllOrders = kind.hasAllOrders;
    const Figure figure = figureOf(source, subject, kind.key);
    Scorecard card;
    card.key = kind.key;
    card.title = phrase(kind.title);
    card.value = !figure.value ? "\u2013" : kind.isShare ? percentText(*figure.value) : decimalText(*figure.value);
    card.detail = detailOf(figure, kind.isShare);
    const bool isAgreement = kind.key == agreementKey(*source.run().table);
    card.meaning = isAgreement && source.compared != nullptr ? agreementMeaning(source)
                                                             : phrase("meaning." + std::string(kind.key));
    card.link = linkToItems(source.run(), kind.filter(source));
    return card;
}

/// Below so many labelled items a comparison says nothing (ui.md, States).
constexpr std::int64_t FewestLabels = 10;

constexpr double FivePoints = 0.05;

/// Whether the interval reaches no further than this to either side. Where every item is right the usual count of
/// labels needed is none, and the interval still wide.
bool isWithin(const Figure& share, double reach) {
    return share.value && share.low && share.high && *share.value - *share.low <= reach &&
           *share.high - *share.value <= reach;
}

/// How many labels the agreement rests on, and how many more it needs.
Scorecard labelCard(const ChartSource& source) {
    const FigureSubject subject = shownSubject(source);
    const Figure agreement = figureOf(source, subject, agreementKey(*source.run().table));
    const Figure needed = figureOf(source, subject, "n_needed");
    const std::int64_t labelled = agreement.denominator.value_or(0);
    Scorecard card;
    card.key = "n_needed";
    card.title = phrase("card.labelled");
    card.value = std::to_string(labelled);
    const auto unlabelled = agreement.leftOut.find("no-gold");
    const std::int64_t labels = agreement.total - (unlabelled == agreement.leftOut.end() ? 0 : unlabelled->second);
    card.wantsLabels = labels < FewestLabels && !source.rows.empty();
    if (source.rows.empty())
        card.detail = reasonPhrase("no-items");
    else if (labelled < FewestLabels && !card.wantsLabels)
        card.detail = phrase("card.few_verdicts", {countPhrase(labels)});
    else if (labelled < FewestLabels)
        card.detail = phrase("card.too_few", {countPhrase(FewestLabels - labelled)});
    else if (needed.value && *needed.value > 0)
        card.detail = phrase("card.needed", {literal(decimalText(*needed.value, 0))});
    else
        card.detail = phrase(isWithin(agreement, FivePoints) ? "card.enough" : "card.wide");
    card.meaning = phrase("meaning.n_needed");
    card.link = linkToItems(source.run(), "not annotated and gold != \"A>B\" and gold != \"B>A\" and gold != \"A=B\"");
    return card;
}

} // namespace

std::vector<Scorecard> scorecards(const ChartSource& source) {
    std::vector<Scorecard> cards;
    const std::span<const CardKind> kinds =
        source.run().table->isPairwise() ? std::span<const CardKind>(PairCards) : std::span<const CardKind>(GradeCards);
    for (const CardKind& kind : kinds)
        cards.push_back(cardOf(source, kind));
    cards.push_back(labelCard(source));
    return cards;
}

} // namespace assize
