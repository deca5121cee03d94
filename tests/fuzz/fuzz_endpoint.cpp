// SPDX-License-Identifier: Apache-2.0
// Whatever a server sends, every protocol ends in a reply or a typed failure, the same one however the bytes are cut.
// The first byte chooses protocol, streaming and the size of the pieces.
#include "core/endpoint/call_failure.h"
#include "core/endpoint/protocols.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace assize;

tl::expected<JudgeReply, CallFailure> readIn(
    const ServerProtocol& protocol, bool isStreamed, std::string_view body, std::size_t piece) {
    ReplyReader reader(protocol.shape, isStreamed);
    for (std::size_t at = 0; at < body.size(); at += piece)
        static_cast<void>(reader.take(body.substr(at, piece)));
    return reader.finish();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::array protocols = {&openAiChatProtocol(), &openAiCompletionsProtocol(), &anthropicProtocol(),
        &ollamaProtocol(), &ollamaRawProtocol(), &bedrockProtocol()};
    const ServerProtocol& protocol = *protocols[data[0] % protocols.size()];
    const bool isStreamed = data[0] % 2 == 0;
    const std::string_view body(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto whole = readIn(protocol, isStreamed, body, body.size() + 1);
    const auto pieces = readIn(protocol, isStreamed, body, 1 + data[0] / 16);
    if (whole.has_value() != pieces.has_value() || (whole && whole->text != pieces->text))
        std::abort();
    if (!whole && whole.error().detail.isEmpty())
        std::abort();
    HttpResponse response;
    response.status = 400 + data[0];
    response.body = body;
    response.headers = {{"Retry-After", std::string(body)}, {"x-ratelimit-reset-requests", std::string(body)}};
    const auto failure = failureOf(response, 0);
    if (!failure || failure->detail.english().find('\n') != std::string::npos)
        std::abort();
    static_cast<void>(rateState(response, 0));
    return 0;
}
