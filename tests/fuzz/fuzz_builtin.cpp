// SPDX-License-Identifier: Apache-2.0
// Whatever the texts, the built-in judge answers, and its scores stay on their scale.
// The input is cut at NUL into prompt, response A, response B, reference and context.
#include "core/endpoint/builtin_lexical.h"
#include "core/endpoint/builtin_lexical_scoring.h"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace assize;

std::string takePart(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    std::string part(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

void requireAnswer(Task task, const Item& item, std::string_view presentation) {
    Judge judge;
    judge.name = "builtin";
    judge.task = task;
    judge.reply.format = task == Task::Pairwise ? "rubric-yaml" : "verdict-json";
    JudgeRequest request;
    request.judge = &judge;
    request.item = &item;
    request.presentation = presentation;
    if (!answerLexically(builtinEndpoint(), request, {}))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    Item item;
    item.turns = {{"user", takePart(rest)}};
    item.responses = {{takePart(rest), {}}, {takePart(rest), {}}};
    if (!rest.empty())
        item.reference = takePart(rest);
    if (!rest.empty())
        item.context = takePart(rest);
    requireAnswer(Task::Pairwise, item, "AB");
    requireAnswer(Task::Pairwise, item, "BA");
    requireAnswer(Task::Direct, item, "A");
    requireAnswer(Task::PassFail, item, "B");
    const LexicalSources sources = readSources(item, ReferencePolicy::Auto);
    const LexicalText a = readLexicalText(item.responses[0].text, true);
    const LexicalText b = readLexicalText(item.responses[1].text, true);
    for (std::size_t criterion = 0; criterion < builtinCriteria().size(); ++criterion) {
        const int forA = scoreCriterion(criterion, sources, a, &b).tenths;
        const int forB = scoreCriterion(criterion, sources, b, &a).tenths;
        if (forA < 10 || forA > 50 || forB < 10 || forB > 50)
            std::abort();
    }
    return 0;
}
