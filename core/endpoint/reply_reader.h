// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/call_failure.h"
#include "core/endpoint/endpoint_kind.h"
#include "core/endpoint/sse_reader.h"
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace assize {

/// A reply as far as it has come. Protocols add to it, event by event.
struct ReplyDraft {
    JudgeReply reply;
    bool isFinished = false;            ///< a finish reason or an end mark came: the reply is whole
    bool hasChoice = false;             ///< at least one piece of the protocol's own shape came
    std::optional<CallFailure> failure; ///< that the server reported in its body
};

/// How one protocol's bodies are cut and read. Functions get parsed JSON of any shape and must not trust it.
struct ReplyShape {
    enum class Framing { Events, Lines, Document }; ///< server-sent events, JSON lines, one JSON text
    Framing framing = Framing::Document;
    void (*takeEvent)(ReplyDraft& draft, const nlohmann::json& event) = nullptr; ///< null for documents only
    void (*takeDocument)(ReplyDraft& draft, const nlohmann::json& document) = nullptr;
};

/// What a piece of a body added; the views are valid during the call that hands them over.
struct ReplyDelta {
    std::string_view text;
    std::string_view reasoning;
};

/// Reads the body of one reply as it comes, in pieces cut anywhere. A body that turns out to be one JSON text where
/// events were asked for is read as one, since servers may ignore `stream`. One thread at a time.
class ReplyReader {
public:
    ReplyReader(const ReplyShape& shape, bool isStreamed);

    /// Takes the next bytes; gives what they added. Nothing more is taken after a failure.
    [[nodiscard]] ReplyDelta take(std::string_view bytes);

    /// True as soon as nothing more has to be read: the server reported a failure, or the model writes without end.
    [[nodiscard]] bool isHopeless() const { return m_draft.failure.has_value(); }

    /// The whole reply after the last byte. A body that ended before its reply did is Network, what is not of the
    /// protocol is Garbled. Once.
    [[nodiscard]] tl::expected<JudgeReply, CallFailure> finish();

private:
    void takeJson(std::string_view text, bool isDocument);
    void takeEvent(const SseEvent& event);
    void decideFraming(std::string_view bytes);
    void takeLines(std::string_view bytes);
    void watchLength(std::string_view added);

    const ReplyShape& m_shape;
    ReplyShape::Framing m_framing;
    bool m_isDecided = false; ///< whether the first byte has shown the framing
    SseReader m_events;
    std::string m_rest;      ///< of a document, or of a line
    std::string m_head;      ///< the body's beginning, for messages
    std::string m_lastId;    ///< of events
    std::size_t m_blank = 0; ///< white space at the end of the text
    bool m_isDone = false;   ///< the end mark came; what follows is not read
    ReplyDraft m_draft;
};

} // namespace assize
