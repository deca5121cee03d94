// SPDX-License-Identifier: Apache-2.0
#include "core/reply/verdict_value.h"

#include "core/base/text.h"
#include "core/reply/normalise.h"
#include "core/reply/reply_text.h"

#include <map>

namespace assize {
namespace {

/// Without the punctuation that models put around a word.
std::string_view bareWord(std::string_view text) {
    constexpr std::string_view Around = " \t\r\n\"'`*.,;:()[]<>";
    const std::size_t begin = text.find_first_not_of(Around);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(Around) - begin + 1);
}

bool takeLabel(std::string_view meant, Judgement& judgement) {
    judgement.label = labelFromText(meant);
    judgement.step = stepFromText(meant);
    return judgement.label.has_value();
}

/// A token of the judge's own alphabet: as written, else in any case where only one token is meant ("m" and "M" may be
/// two).
bool takeOwnToken(std::string_view text, const std::map<std::string, std::string>& labels, Judgement& judgement) {
    if (const auto exact = labels.find(std::string(text)); exact != labels.end())
        return takeLabel(exact->second, judgement);
    const std::string folded = foldCase(text);
    const std::string* meant = nullptr;
    for (const auto& [token, label] : labels) {
        if (foldCase(token) != folded)
            continue;
        if (meant != nullptr && *meant != label)
            return false;
        meant = &label;
    }
    return meant != nullptr && takeLabel(*meant, judgement);
}

bool takePairwise(std::string_view text, const ReplyContext& context, Judgement& judgement) {
    const auto& own = context.judge->reply.labels;
    if (!own.empty())
        return takeOwnToken(trimmed(text), own, judgement) || takeOwnToken(bareWord(text), own, judgement);
    const auto label = labelFromReply(text, false, judgement);
    if (!label)
        return false;
    judgement.label = label->label;
    judgement.step = label->step;
    return true;
}

bool takePassFail(std::string_view text, Judgement& judgement) {
    const std::string word = foldCase(bareWord(text));
    if (word != "pass" && word != "fail")
        return false;
    judgement.result = word == "pass" ? "PASS" : "FAIL";
    return true;
}

bool takeClass(std::string_view text, const Judge& judge, Judgement& judgement) {
    const std::string whole = foldCase(trimmed(text));
    if (judge.categories.empty()) { // no alphabet is known: a single word is taken as it is
        judgement.result = std::string(bareWord(text));
        return !judgement.result.empty() && judgement.result.find_first_of(" \t\r\n") == std::string::npos;
    }
    const std::string word = foldCase(bareWord(text));
    for (const Category& category : judge.categories) {
        const std::string name = foldCase(category.name);
        if (name != whole && name != word)
            continue;
        judgement.result = category.name;
        return true;
    }
    return false;
}

bool takeLetter(std::string_view text, const ReplyContext& context, Judgement& judgement) {
    const std::string word = foldCase(bareWord(text));
    std::string_view letter = word;
    for (const std::string_view lead : {"response ", "answer ", "assistant "}) {
        if (letter.starts_with(lead))
            letter.remove_prefix(lead.size());
    }
    if (letter.size() != 1 || letter[0] < 'a' ||
        static_cast<std::size_t>(letter[0] - 'a') >= context.presentation.size())
        return false;
    judgement.result = std::string(1, static_cast<char>(letter[0] - 'a' + 'A'));
    return true;
}

bool takeScore(std::string_view text, const Judge& judge, Judgement& judgement) {
    const auto score = scoreFromText(text, scoreBounds(judge).max, judgement);
    if (!score)
        return false;
    judgement.scores = {*score};
    return true;
}

} // namespace

bool takeVerdict(std::string_view text, const ReplyContext& context, Judgement& judgement) {
    switch (context.judge->task) {
    case Task::Pairwise:
    case Task::ScorePair:
        return takePairwise(text, context, judgement);
    case Task::PassFail:
        return takePassFail(text, judgement);
    case Task::Classify:
        return takeClass(text, *context.judge, judgement);
    case Task::Select:
        return takeLetter(text, context, judgement);
    case Task::Direct:
        break;
    }
    return takeScore(text, *context.judge, judgement);
}

bool sameVerdict(const Judgement& a, const Judgement& b) {
    return a.label == b.label && a.result == b.result && a.scores == b.scores;
}

} // namespace assize
