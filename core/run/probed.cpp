// SPDX-License-Identifier: Apache-2.0
#include "core/run/probed.h"

#include "core/base/text.h"
#include "core/run/probed_text.h"
#include "core/session/language.h"

#include <algorithm>

namespace assize {
namespace {

void padShortest(Item& item) {
    const auto isShorter = [](const Response& a, const Response& b) {
        return codePointCount(a.text) < codePointCount(b.text);
    };
    const auto [shortest, longest] = std::minmax_element(item.responses.begin(), item.responses.end(), isShorter);
    const std::size_t atLeast = codePointCount(longest->text) + 1;
    shortest->text = padded(shortest->text, item.responses.size() == 1 ? 2 * atLeast : atLeast, languageOf(item));
}

/// The canary goes to one response, told by the item's content, so that it stands in every place about as often.
void plantCanary(Item& item) {
    std::size_t sum = 0;
    for (const char digit : item.contentHash)
        sum += static_cast<unsigned char>(digit);
    Response& chosen = item.responses[sum % item.responses.size()];
    chosen.text += canary(languageOf(item));
}

void maskModels(Item& item) {
    std::vector<std::string> names;
    for (const Response& response : item.responses)
        names.push_back(response.model);
    for (Response& response : item.responses)
        response.text = withoutModelNames(response.text, names);
}

} // namespace

Item probedItem(Item item, Probe probe) {
    if (item.responses.empty())
        return item;
    switch (probe) {
    case Probe::Swap:
    case Probe::Criteria:
        break;
    case Probe::Whitespace:
        for (Response& response : item.responses)
            response.text = withOtherWhitespace(response.text);
        break;
    case Probe::Length:
        padShortest(item);
        break;
    case Probe::Markdown:
        for (Response& response : item.responses)
            response.text = withoutMarkdown(response.text);
        break;
    case Probe::Models:
        maskModels(item);
        break;
    case Probe::Injection:
        plantCanary(item);
        break;
    }
    return item;
}

Judge probedJudge(Judge judge, Probe probe) {
    if (probe == Probe::Criteria)
        std::reverse(judge.criteria.begin(), judge.criteria.end());
    return judge;
}

bool changesAnything(const Item& item, Probe probe) {
    if (probe == Probe::Swap || probe == Probe::Criteria)
        return true;
    return probedItem(item, probe).responses != item.responses;
}

Result<RunRequest> underProbe(RunRequest request, Probe probe) {
    const Judge& judge = request.judge;
    if (probe == Probe::Swap) {
        if (judge.task != Task::Pairwise && judge.task != Task::ScorePair && judge.task != Task::Select)
            return fail(
                ErrorCode::InvalidArgument, judge.name, said("it judges single responses, which have no order"));
        request.orders = Orders::Both;
        return request;
    }
    if (probe == Probe::Criteria && (judge.rubricPolicy != RubricPolicy::Fixed || judge.criteria.size() < 2))
        return fail(
            ErrorCode::InvalidArgument, judge.name, said("it has no fixed criteria whose order could be changed"));
    request.probe = probe;
    return request;
}

} // namespace assize
