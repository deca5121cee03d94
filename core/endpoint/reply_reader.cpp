// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/reply_reader.h"

#include "core/base/text.h"

#include <nlohmann/json.hpp>

namespace assize {
namespace {

using Framing = ReplyShape::Framing;
using nlohmann::json;

constexpr std::size_t HeadBytes = 300; /// A model that never ends is stopped long before the limit of the body.
constexpr std::size_t MaxText = 1U << 20U;
/// Models under a grammar may write white space for ever; no reply of a judge holds this much at one place.
constexpr std::size_t MaxBlank = 4000;

std::size_t trailingBlank(std::string_view text) {
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    return last == std::string_view::npos ? text.size() : text.size() - last - 1;
}

CallFailure brokenOff() {
    CallFailure failure;
    failure.kind = FailureClass::Network;
    failure.detail = said("the stream ended before the reply did");
    failure.mayRetry = true;
    return failure;
}

CallFailure endless() {
    CallFailure failure;
    failure.kind = FailureClass::TooLong;
    failure.detail = said("the model writes without end; lower max_tokens or give it a stop text");
    return failure;
}

CallFailure endlessBlank() {
    CallFailure failure;
    failure.kind = FailureClass::TooLong;
    failure.detail = said("the model writes white space without end; switch structured output off for this judge");
    return failure;
}

} // namespace

ReplyReader::ReplyReader(const ReplyShape& shape, bool isStreamed)
    : m_shape(shape)
    , m_framing(isStreamed ? shape.framing : Framing::Document) {}

ReplyDelta ReplyReader::take(std::string_view bytes) {
    if (m_draft.failure)
        return {};
    const std::size_t oldText = m_draft.reply.text.size();
    const std::size_t oldReasoning = m_draft.reply.reasoning.size();
    if (m_head.size() < HeadBytes)
        m_head += bytes.substr(0, HeadBytes - m_head.size());
    decideFraming(bytes);
    if (m_framing == Framing::Document)
        m_rest += bytes;
    else if (m_framing == Framing::Lines)
        takeLines(bytes);
    else
        m_events.take(bytes, [this](const SseEvent& event) { takeEvent(event); });
    const ReplyDelta delta{std::string_view(m_draft.reply.text).substr(oldText),
        std::string_view(m_draft.reply.reasoning).substr(oldReasoning)};
    watchLength(delta.text);
    return delta;
}

/// A server that ignores `stream` answers a wish for events with one JSON text, which no line of events begins like.
void ReplyReader::decideFraming(std::string_view bytes) {
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    if (m_isDecided || first == std::string_view::npos)
        return;
    m_isDecided = true;
    if (m_framing == Framing::Events && bytes[first] == '{')
        m_framing = Framing::Document;
}

void ReplyReader::takeLines(std::string_view bytes) {
    m_rest += bytes;
    std::size_t start = 0;
    for (std::size_t end = m_rest.find('\n'); end != std::string::npos; end = m_rest.find('\n', start)) {
        takeJson(std::string_view(m_rest).substr(start, end - start), false);
        start = end + 1;
    }
    m_rest.erase(0, start);
}

void ReplyReader::takeEvent(const SseEvent& event) {
    const bool isRepeated = !event.id.empty() && event.id == m_lastId;
    m_lastId = event.id;
    if (trimmed(event.data) == "[DONE]") {
        m_isDone = true;
        m_draft.isFinished = true;
    } else if (!isRepeated) {
        takeJson(event.data, false);
    }
}

void ReplyReader::takeJson(std::string_view text, bool isDocument) {
    if (m_draft.failure || m_isDone || trimmed(text).empty())
        return;
    const json value = json::parse(text, nullptr, false);
    if (!value.is_object()) {
        m_draft.failure = garbledReply(
            isDocument ? said("the reply is not a JSON object") : said("a piece of the reply is not a JSON object"),
            text);
        return;
    }
    (isDocument ? m_shape.takeDocument : m_shape.takeEvent)(m_draft, value);
}

void ReplyReader::watchLength(std::string_view added) {
    if (m_draft.reply.text.size() + m_draft.reply.reasoning.size() > MaxText && !m_draft.failure)
        m_draft.failure = endless();
    if (added.empty())
        return;
    const std::size_t blank = trailingBlank(added);
    m_blank = blank == added.size() ? m_blank + blank : blank;
    if (m_blank > MaxBlank && !m_draft.failure)
        m_draft.failure = endlessBlank();
}

tl::expected<JudgeReply, CallFailure> ReplyReader::finish() {
    if (m_framing == Framing::Document)
        takeJson(m_rest, true);
    else if (m_framing == Framing::Lines)
        takeLines("\n");
    else
        m_events.finish([this](const SseEvent& event) { takeEvent(event); });
    if (m_draft.failure)
        return tl::unexpected(*m_draft.failure);
    if (m_head.empty())
        return tl::unexpected(garbledReply(said("the reply is empty"), m_head));
    if (!m_draft.hasChoice)
        return tl::unexpected(garbledReply(said("the reply is without an answer"), m_head));
    if (m_framing != Framing::Document && !m_draft.isFinished)
        return tl::unexpected(brokenOff());
    return std::move(m_draft.reply);
}

} // namespace assize
