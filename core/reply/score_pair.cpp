// SPDX-License-Identifier: Apache-2.0
// Numbers on the first line, one for each response, then an explanation (protocols.md, JudgeLM, 1.3 and 1.4). What the
// original accepts is strict; blanks too many, fractions and names before the numbers are repaired and recorded.
#include "core/base/number_from.h"
#include "core/base/text.h"
#include "core/reply/formats.h"
#include "core/reply/normalise.h"
#include "core/reply/reply_text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace assize {
namespace {

constexpr double Slack = 1e-9;
constexpr std::string_view Between = " \t,;|/\xC2\xA0";
constexpr std::string_view Decoration = "*_`#()[]{}<>\"'.";

/// The original's own way: commas are blanks, one blank between numbers, nothing else on the line.
std::optional<std::vector<double>> readStrictly(std::string_view line, std::size_t count) {
    std::string text(line);
    std::replace(text.begin(), text.end(), ',', ' ');
    std::vector<double> scores;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const auto score = numberFrom<double>(std::string_view(text).substr(begin, end - begin));
        if (!score || scores.size() == count)
            return std::nullopt;
        scores.push_back(*score);
        begin = end + 1;
    }
    return scores.size() == count ? std::optional(scores) : std::nullopt;
}

bool isNumberStart(std::string_view text, std::size_t at) {
    const auto isDigit = [&](std::size_t index) {
        return index < text.size() && text[index] >= '0' && text[index] <= '9';
    };
    return isDigit(at) || (text[at] == '-' && isDigit(at + 1));
}

/// "8/10", "7.5": as much as belongs to one score.
std::string_view scoreAt(std::string_view text, std::size_t at) {
    const std::size_t end = text.find_first_not_of("0123456789./-", at);
    std::string_view score = text.substr(at, end == std::string_view::npos ? end : end - at);
    while (score.ends_with('.') || score.ends_with('/') || (score.size() > 1 && score.ends_with('-')))
        score.remove_suffix(1);
    return score;
}

/// Whether a word before a colon names a response: then its number is no score ("Assistant 1: 8").
bool isLabelNumber(std::string_view text, std::size_t end) {
    const std::size_t next = text.find_first_not_of(" '*s", end);
    return next != std::string_view::npos && text[next] == ':';
}

std::optional<std::vector<double>> readTolerantly(
    std::string_view line, std::size_t count, double limit, Judgement& notes) {
    const std::string text = withoutFullWidth(line);
    std::vector<double> scores;
    bool hasMarks = false;  // anything but numbers and what may stand between them
    bool isInWords = false; // since the last colon; a number in a sentence is no score
    for (std::size_t at = 0; at < text.size();) {
        if (!isNumberStart(text, at)) {
            const bool isBetween = Between.find(text[at]) != std::string_view::npos;
            isInWords = text[at] != ':' && (isInWords || (!isBetween && Decoration.find(text[at]) == Decoration.npos));
            hasMarks = hasMarks || !isBetween;
            ++at;
            continue;
        }
        const std::string_view written = scoreAt(text, at);
        at += written.size();
        if (isLabelNumber(text, at)) {
            hasMarks = true;
            continue;
        }
        const auto score = scoreFromText(written, limit, notes);
        if (!score || isInWords || scores.size() == count)
            return std::nullopt;
        scores.push_back(*score);
    }
    if (scores.size() != count || isInWords)
        return std::nullopt;
    noteRecovered(notes, hasMarks ? "marker" : "number-separator");
    if (text != line)
        noteRecovered(notes, "full-width");
    return scores;
}

std::size_t wantedScores(const ReplyContext& context) {
    const Task task = context.judge->task;
    if (task == Task::Direct)
        return 1;
    return task == Task::Select ? context.presentation.size() : 2;
}

/// The best of many by its score; those that lead together are all chosen, "A,C".
void chooseBest(Judgement& judgement) {
    const double best = *std::max_element(judgement.scores.begin(), judgement.scores.end());
    for (std::size_t at = 0; at < judgement.scores.size(); ++at) {
        if (std::abs(judgement.scores[at] - best) > Slack)
            continue;
        judgement.result += judgement.result.empty() ? "" : ",";
        judgement.result += static_cast<char>('A' + at);
    }
}

void labelPair(Judgement& judgement) {
    const double difference = judgement.scores[0] - judgement.scores[1];
    judgement.label = std::abs(difference) <= Slack ? Label::Tie : difference > 0 ? Label::A : Label::B;
    judgement.step = *judgement.label == Label::Tie ? 0 : *judgement.label == Label::A ? 1 : -1;
}

} // namespace

ReplyReading readScorePair(std::string_view reply, const ReplyContext& context) {
    ReplyReading reading;
    Judgement& judgement = reading.judgement;
    const std::size_t begin = reply.find_first_not_of("\r\n");
    const std::string_view text = begin == std::string_view::npos ? std::string_view() : reply.substr(begin);
    const std::size_t lineEnd = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, lineEnd);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    const std::size_t count = wantedScores(context);
    // The single judge's prompt ends in the other score, so that a blank before the number is its own.
    const std::string_view bare = count == 1 ? trimmed(line) : line;
    auto scores = readStrictly(bare, count);
    if (!scores)
        scores = readTolerantly(line, count, scoreBounds(*context.judge).max, judgement);
    if (!scores) {
        refuse(judgement, Outcome::Unparseable, fmt::format("no-verdict: {} numbers wanted on the first line", count));
        return reading;
    }
    refuse(judgement, Outcome::Verdict, {});
    judgement.scores = std::move(*scores);
    judgement.overallJustification = std::string(trimmed(text.substr(lineEnd)));
    if (context.judge->task == Task::Select)
        chooseBest(judgement);
    else if (count == 2)
        labelPair(judgement);
    return reading;
}

} // namespace assize
