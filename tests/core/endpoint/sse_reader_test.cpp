// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/sse_reader.h"

#include <gtest/gtest.h>
#include <vector>

namespace assize {
namespace {

std::vector<std::string> eventsOf(std::string_view stream, std::size_t piece) {
    std::vector<std::string> events;
    const auto onEvent = [&](const SseEvent& event) {
        events.push_back(std::string(event.name) + "|" + std::string(event.data) + "|" + std::string(event.id));
    };
    SseReader reader;
    for (std::size_t at = 0; at < stream.size(); at += piece)
        reader.take(stream.substr(at, piece), onEvent);
    reader.finish(onEvent);
    return events;
}

struct Case {
    const char* what;
    std::string_view stream;
    std::vector<std::string> events;
};

TEST(SseReader, CutsStreams) {
    const std::vector<Case> cases = {
        {"one", "data: a\n\n", {"message|a|"}},
        {"line ends CRLF", "data: a\r\n\r\ndata: b\r\n\r\n", {"message|a|", "message|b|"}},
        {"line ends CR", "data: a\r\rdata: b\r\r", {"message|a|", "message|b|"}},
        {"several data lines", "data: a\ndata:\ndata: b\n\n", {"message|a\n\nb|"}},
        {"names, ids, unknown fields", "event: ping\nid: 7\nretry: 3\nnonsense\ndata: {}\n\n", {"ping|{}|7"}},
        {"comments", ": keep-alive\n\ndata: a\n: more\n\n", {"message|a|"}},
        {"one blank is taken off", "data:  a\n\ndata:b\n\n", {"message| a|", "message|b|"}},
        {"an event without data is none", "event: x\n\n\n\n", {}},
        {"no empty line at the end", "data: a\n\ndata: b", {"message|a|", "message|b|"}},
        {"byte order mark",
            "\xEF\xBB\xBF"
            "data: a\n\n",
            {"message|a|"}},
        {"a character cut in two", "data: \xE4\xB8\xAD\n\n", {"message|\xE4\xB8\xAD|"}},
        {"empty data", "data\n\n", {"message||"}},
    };
    for (const Case& example : cases) {
        for (const std::size_t piece : {1U, 2U, 3U, 1000U})
            EXPECT_EQ(eventsOf(example.stream, piece), example.events) << example.what << ", pieces of " << piece;
    }
}

} // namespace
} // namespace assize
