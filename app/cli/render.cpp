// SPDX-License-Identifier: Apache-2.0
#include "core/judge/render.h"
#include "app/cli/commands.h"
#include "app/cli/judge_arguments.h"
#include "core/endpoint/chat_body.h"
#include "core/judge/reply_grammar.h"
#include "core/judge/reply_schema.h"
#include "core/run/plan.h"

#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

Result<Item> itemFrom(const Arguments& arguments, SessionReader* session) {
    const auto file = arguments.value("--item-json");
    const auto id = arguments.value("--item");
    if (file && !id)
        return itemFromFile(*file);
    if (file || !id || session == nullptr)
        return fail(
            ErrorCode::InvalidArgument, "--item", said("name an item with --session S --item ID or --item-json FILE"));
    const auto key = session->findItem(*id);
    if (!key)
        return tl::unexpected(key.error());
    return session->item(*key);
}

bool sendsSchema(const Judge& judge) {
    return judge.reply.structured == "auto" || judge.reply.structured == "json-schema";
}

void print(const RenderedRequest& request, Terminal& terminal) {
    for (const Message& message : request.messages)
        terminal.out << "[" << message.role << "]\n" << message.content << "\n\n";
    for (const std::string& warning : request.warnings)
        terminal.err << "assize-cli: warning: " << warning << '\n';
}

Result<void> renderOne(const Arguments& arguments, Terminal& terminal) {
    if (!arguments.has("--judge"))
        return fail(ErrorCode::InvalidArgument, "--judge", said("name the judge whose request is to be shown"));
    const auto session = sessionFrom(arguments);
    if (!session)
        return tl::unexpected(session.error());
    const auto judge = judgeNamed(arguments.valueOr("--judge", ""), terminal, session->reader.get());
    if (!judge)
        return tl::unexpected(judge.error());
    const auto item = itemFrom(arguments, session->reader.get());
    if (!item)
        return tl::unexpected(item.error());
    const auto presentation = presentationFrom(arguments, judge->judge.task, item->responses.size());
    if (!presentation)
        return tl::unexpected(presentation.error());
    auto request = renderRequest(
        judge->judge, *item, {*presentation, arguments.valueOr("--nonce", ""), arguments.has("--keep-unknown")});
    if (!request)
        return tl::unexpected(request.error());
    if (const auto why = whyLeftOut(*item, judge->judge))
        request->warnings.push_back("a run leaves this item out: " + why->english());
    if (!terminal.json) {
        print(*request, terminal);
        return {};
    }
    const auto schema = sendsSchema(judge->judge) ? replySchema(judge->judge, presentation->size()) : std::nullopt;
    nlohmann::ordered_json document;
    document["body"] = chatBody(request->messages, judge->judge.parameters, arguments.valueOr("--model", ""), schema);
    if (request->showsImages)
        addImages(document["body"], item->images);
    if (judge->judge.reply.structured == "grammar") {
        if (auto grammar = replyGrammar(judge->judge, presentation->size()))
            document["body"]["grammar"] = std::move(*grammar);
    }
    document["messages"] = document["body"]["messages"];
    document["path"] = "/chat/completions";
    document["warnings"] = request->warnings;
    terminal.out << document.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
    return {};
}

int run(const Arguments& arguments, Terminal& terminal) {
    const auto done = renderOne(arguments, terminal);
    return done ? 0 : terminal.report(done.error());
}

} // namespace

Command renderCommand() {
    return {"render", "The exact request that a judge sends for one item", {},
        {{"--judge", "J", "Judge: a name, NAME@vN, NAME@hash or a YAML file"},
            {"--session", "S", "Session to take the item and judges from"},
            {"--item", "ID", "Item of the session: its id, source id or content hash"},
            {"--item-json", "FILE", "Item from a file instead, in any import format"},
            {"--order", "ab|ba", "Which response stands first, default ab; or an order of many such as CAB"},
            {"--model", "M", "Model to name in the body"},
            {"--nonce", "TEXT", "Boundary to put around untrusted text, for judges with guard: nonce"},
            {"--keep-unknown", "", "Show unknown variables as typed instead of failing"}},
        run};
}

} // namespace assize::cli
