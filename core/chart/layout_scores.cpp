// SPDX-License-Identifier: Apache-2.0
#include "core/chart/sketch.h"

#include <algorithm>

namespace assize {
namespace {

constexpr double ScoresRow = 40;
constexpr double ScoresHead = 20;
constexpr double ScoresGap = 8;
constexpr double MeanColumn = 52;

struct ScoresPlaces {
    double left;
    double width;
    double meanA;
    double meanB;
};

/// The scores over the columns, once where every row has the same ones.
bool haveCommonScores(const ScoresPart& part) {
    const ScoresPart::Row* first = nullptr;
    for (const ScoresPart::Row& row : part.rows) {
        if (row.isShare)
            continue;
        if (first != nullptr && row.scores != first->scores)
            return false;
        first = &row;
    }
    return first != nullptr;
}

void drawScoreNames(Sketch& sketch, const ScoresPart::Row& row, const ScoresPlaces& places, double y) {
    const double slot = places.width / static_cast<double>(std::max<std::size_t>(row.scores.size(), 1));
    for (std::size_t at = 0; at < row.scores.size(); ++at)
        sketch.text(places.left + slot * (static_cast<double>(at) + 0.5), y, row.scores[at],
            {TextSize::Smallest, Ink::Label, Anchor::Middle}, slot);
}

void drawShares(Sketch& sketch, const ScoresPart::Row& row, const ScoresPlaces& places, double y) {
    constexpr double Thick = 9;
    const auto bar = [&](double top, double share, Tone tone) {
        sketch.box({places.left, top, places.width, Thick, Ink::Sunken});
        sketch.box(tonedBox({places.left, top, std::max(0.0, share * places.width), Thick}, tone));
    };
    bar(y + 10, row.sharesA.empty() ? 0 : row.sharesA.front(), Tone::SideA);
    bar(y + 10 + Thick + 2, row.sharesB.empty() ? 0 : row.sharesB.front(), Tone::SideB);
}

void drawScoreColumns(Sketch& sketch, const ScoresPart::Row& row, const ScoresPlaces& places, double y) {
    const double bottom = y + ScoresRow - 6;
    const double tallest = ScoresRow - 14;
    double most = 0;
    for (const std::vector<double>* shares : {&row.sharesA, &row.sharesB}) {
        for (const double share : *shares)
            most = std::max(most, share);
    }
    const double slot = places.width / static_cast<double>(std::max<std::size_t>(row.scores.size(), 1));
    const double half = std::min(20.0, slot * 0.38);
    for (std::size_t at = 0; at < row.scores.size(); ++at) {
        const double middle = places.left + slot * (static_cast<double>(at) + 0.5);
        const double a = most > 0 ? row.sharesA[at] / most * tallest : 0;
        const double b = most > 0 ? row.sharesB[at] / most * tallest : 0;
        sketch.box(tonedBox({middle - half, bottom - a, half - 0.5, a}, Tone::SideA));
        sketch.box(tonedBox({middle + 0.5, bottom - b, half - 0.5, b}, Tone::SideB));
    }
    sketch.line({places.left, bottom, places.left + places.width, bottom, Ink::Line});
}

} // namespace

double heightOf(const ScoresPart& part) {
    return ScoresHead + static_cast<double>(part.rows.size()) * ScoresRow;
}

void layOutPart(Sketch& sketch, const ScoresPart& part, const Area& area, const SharedColumns& columns) {
    const double left = area.x + columns.names + ScoresGap;
    const double meanB = area.right();
    const double meanA = meanB - MeanColumn;
    const ScoresPlaces places{left, std::max(1.0, meanA - MeanColumn - left), meanA, meanB};
    const double head = area.y + ScoresHead / 2;
    const bool isCommon = haveCommonScores(part);
    sketch.text(meanA, head, part.nameA, {TextSize::Smallest, Ink::SideAText, Anchor::End, true}, MeanColumn);
    sketch.text(meanB, head, part.nameB, {TextSize::Smallest, Ink::SideBText, Anchor::End, true}, MeanColumn);
    bool isNamed = false;
    double y = area.y + ScoresHead;
    for (const ScoresPart::Row& row : part.rows) {
        sketch.text(area.x, y + 14, row.name, {TextSize::Small, Ink::Text}, columns.names);
        sketch.text(area.x, y + 29, row.scale, {TextSize::Smallest, Ink::Label}, columns.names);
        if (row.isShare) {
            drawShares(sketch, row, places, y);
        } else {
            drawScoreColumns(sketch, row, places, y);
            if (!isCommon || !isNamed)
                drawScoreNames(sketch, row, places, isCommon ? head : y + 4);
            isNamed = true;
        }
        sketch.text(meanA, y + 22, row.meanA, {TextSize::MonoSmall, Ink::Text, Anchor::End});
        sketch.text(meanB, y + 22, row.meanB, {TextSize::MonoSmall, Ink::Text, Anchor::End});
        sketch.spot({area.x, y, area.width, ScoresRow}, row.mark);
        y += ScoresRow;
    }
}

} // namespace assize
