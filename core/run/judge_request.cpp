// SPDX-License-Identifier: Apache-2.0
#include "core/run/judge_request.h"

#include "core/base/text.h"
#include "core/judge/render.h"
#include "core/judge/reply_grammar.h"
#include "core/judge/reply_schema.h"
#include "core/model/presentation.h"
#include "core/reply/reply_format.h"

#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <random>

namespace assize {
namespace {

/// What a server's chat template adds to each message, roughly.
constexpr std::int64_t TokensPerMessage = 4;

/// As many alternatives for a token as servers give.
constexpr int MostTopLogprobs = 20;

/// Sixteen hex digits that nobody who wrote an answer can have known.
std::string newNonce() {
    thread_local std::random_device device;
    std::array<std::uint32_t, 2> words = {device(), device()};
    return fmt::format("{:08x}{:08x}", words[0], words[1]);
}

} // namespace

ReplyMode replyModeFor(const Judge& judge, const Capabilities& capabilities) {
    if (judge.reply.structured == "off")
        return ReplyMode::Free;
    if (judge.reply.structured == "grammar")
        return ReplyMode::Grammar;
    if (judge.reply.structured == "json-schema" || capabilities.schemaEnforced != false)
        return ReplyMode::Schema;
    const bool isJson = replySchema(judge, 2).has_value();
    return isJson && capabilities.grammar == true ? ReplyMode::Grammar : ReplyMode::Free;
}

int replyTokensFor(const Judge& judge, const Capabilities& capabilities, int wanted) {
    const int asked = wanted > 0 ? wanted : judge.parameters.maxTokens;
    return asked + roomToThink(capabilities, asked);
}

Result<JudgeRequest> serverRequest(const Judge& judge, const Item& item, const PlannedCall& call, ReplyMode mode) {
    auto rendered =
        renderRequest(judge, item, {call.presentation, judge.guardNonce ? newNonce() : std::string(), false});
    if (!rendered)
        return tl::unexpected(rendered.error());
    JudgeRequest request;
    request.messages = std::move(rendered->messages);
    request.judge = &judge;
    request.item = &item;
    request.presentation = call.presentation;
    request.parameters = judge.parameters;
    if (request.parameters.seed)
        *request.parameters.seed += call.sample - 1;
    if (rendered->showsImages)
        request.images = item.images;
    request.topLogprobs = readsProbabilities(judge) ? MostTopLogprobs : 0;
    const std::size_t shown = lettersOf(call.presentation).size();
    if (mode == ReplyMode::Grammar)
        request.grammar = replyGrammar(judge, shown).value_or("");
    if (mode == ReplyMode::Schema) {
        if (const auto schema = replySchema(judge, shown))
            request.schema = schema->dump();
    }
    return request;
}

std::int64_t estimatedInput(const JudgeRequest& request) {
    std::int64_t tokens = 0;
    for (const Message& message : request.messages)
        tokens += static_cast<std::int64_t>(estimatedTokens(message.content)) + TokensPerMessage;
    return tokens;
}

Usage estimatedUsage(std::string_view text, std::string_view reasoning, std::int64_t inputTokens) {
    Usage usage;
    usage.inputTokens = inputTokens;
    usage.outputTokens = static_cast<std::int64_t>(estimatedTokens(text) + estimatedTokens(reasoning));
    usage.estimated = true;
    return usage;
}

std::string replyAsStored(std::string text, std::string_view reasoning) {
    return reasoning.empty() ? std::move(text) : fmt::format("<think>\n{}\n</think>\n{}", reasoning, text);
}

} // namespace assize
