// SPDX-License-Identifier: Apache-2.0
// Whatever a model writes, every format gives an outcome, the same one each time, and a verdict only with its content.
// The first byte chooses format, task and presentation. The readers of other programs get the same bytes.
#include "core/reply/original_readers.h"
#include "core/reply/partial_reply.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace assize;
    if (size == 0)
        return 0;
    const auto& formats = replyFormats();
    Item item;
    item.responses = {{"alpha beta gamma delta", {}}, {"It says \"one two three\".", {}}};
    Judge judge;
    judge.reply.format = formats[data[0] % formats.size()].name;
    judge.reply.pattern = "result: (\\w+)";
    judge.task = static_cast<Task>(data[0] / 16 % 6);
    judge.rubricPolicy = data[0] % 2 == 0 ? RubricPolicy::Generated : RubricPolicy::None;
    ReplyContext context;
    context.judge = &judge;
    context.item = &item;
    context.presentation = data[0] % 3 == 0 ? "BA" : "AB";
    const std::string_view reply(reinterpret_cast<const char*>(data) + 1, size - 1);
    const Judgement judgement = readReply(reply, context);
    const bool isVerdict = judgement.outcome == Outcome::Verdict;
    const bool isPair = judge.task == Task::Pairwise || judge.task == Task::ScorePair;
    if (isVerdict != judgement.reason.empty() || (isVerdict && isPair && !judgement.label))
        std::abort();
    if (!isVerdict && (judgement.label || judgement.weightedScoreA || judgement.scoreMargin))
        std::abort();
    if (!(readReply(reply, context) == judgement))
        std::abort();
    static_cast<void>(readPartialReply(reply, context));
    context.truncated = true;
    context.strict = data[0] % 2 == 0;
    static_cast<void>(readReply(reply, context));
    for (const OriginalReader& reader : originalReaders()) {
        if (reader.read(reply).empty())
            std::abort();
    }
    return 0;
}
