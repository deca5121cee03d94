// SPDX-License-Identifier: Apache-2.0
// OpenAI's batch files (protocols.md 8.2 and 8.3): requests, each an item without responses, and replies, whose texts
// are responses. A reply holds no prompt: its request is looked up by custom_id in the files of the call. Memory holds
// ids, and no texts. Requests that a reply of the call answers are not stored twice.
#include "core/import/companion_file.h"
#include "core/import/conversation.h"
#include "core/import/formats.h"
#include "core/import/item_fields.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace assize {
namespace {

Sentence noRequest() {
    return said("its request is not at hand; name the file of the requests in the same call");
}

Guess guessBatch(const FileHead& head) {
    if (head.hasAll({"customid", "method", "url", "body"}))
        return {95, said("its records have custom_id, method, url and body, as requests of a batch")};
    if (head.hasAll({"customid", "response", "error"}))
        return {95, said("its records have custom_id, response and error, as replies of a batch")};
    return {};
}

bool isText(const std::optional<std::string>& text) {
    return text && text->find('\0') == std::string::npos;
}

/// What a request asks: messages, a prompt of raw completion, or the input of the responses API.
Result<std::vector<Turn>> requestTurns(const RowValue& body, std::size_t& leftOut) {
    for (const char* field : {"messages", "input", "prompt"}) {
        const auto value = valueAt(body, field);
        if (!value)
            continue;
        if (const auto messages = value->array())
            return readTurns(*messages, fmt::format("body.{}", field), &leftOut);
        const auto text = value->text();
        if (isText(text))
            return std::vector<Turn>{{"user", *text}};
    }
    return unusable(said("prompt is missing"));
}

std::string modelOf(const RowValue& body) {
    const auto model = valueAt(body, "model");
    return model ? model->text().value_or("") : "";
}

/// A list's entries; none where there is no list.
std::vector<RowValue> entriesOf(const RowValue& value, std::string_view path) {
    std::vector<RowValue> entries;
    const auto found = valueAt(value, path);
    const auto list = found ? found->array() : std::nullopt;
    if (!list)
        return entries;
    for (const simdjson::dom::element entry : *list)
        entries.emplace_back(entry);
    return entries;
}

/// Texts of the choices of chat and raw completions.
std::vector<std::string> choiceTexts(const RowValue& body) {
    std::vector<std::string> texts;
    for (const RowValue& choice : entriesOf(body, "choices")) {
        for (const char* path : {"message.content", "message.refusal", "text"}) {
            const auto value = valueAt(choice, path);
            const auto text = value && !value->isNull() ? value->text() : std::nullopt;
            if (!isText(text))
                continue;
            texts.push_back(*text);
            break;
        }
    }
    return texts;
}

/// The one text of a reply of the responses API, out of its output's messages.
std::vector<std::string> outputTexts(const RowValue& body) {
    std::string joined;
    for (const RowValue& message : entriesOf(body, "output")) {
        for (const RowValue& part : entriesOf(message, "content")) {
            const auto text = valueAt(part, "text");
            joined += text ? text->text().value_or("") : "";
        }
    }
    return joined.empty() || !isText(joined) ? std::vector<std::string>() : std::vector<std::string>{joined};
}

/// What a reply's body answers; nothing where the request failed.
std::vector<Response> answersIn(const RowValue& body) {
    std::vector<std::string> texts = choiceTexts(body);
    if (texts.empty())
        texts = outputTexts(body);
    std::vector<Response> answers;
    answers.reserve(texts.size());
    for (std::string& text : texts)
        answers.push_back({std::move(text), modelOf(body)});
    return answers;
}

/// The batch files of the call.
class BatchFiles {
public:
    [[nodiscard]] static Result<BatchFiles> read(const ImportOptions& options) {
        BatchFiles files;
        files.m_paths = options.beside;
        if (!options.path.empty())
            files.m_paths.push_back(options.path);
        std::sort(files.m_paths.begin(), files.m_paths.end());
        files.m_own = static_cast<std::size_t>(
            std::find(files.m_paths.begin(), files.m_paths.end(), options.path) - files.m_paths.begin());
        for (std::size_t file = 0; file < files.m_paths.size(); ++file) {
            if (const auto read = files.readFile(file, options.stop); !read)
                return tl::unexpected(read.error());
        }
        return files;
    }

    [[nodiscard]] bool isAnswered(const std::string& id) const { return m_replies.contains(id); }
    /// A file in front of the one that is read answers it too.
    [[nodiscard]] bool isAnsweredBefore(const std::string& id) const {
        const auto [first, last] = m_replies.equal_range(id);
        return std::any_of(first, last, [&](const auto& reply) { return reply.second.file < m_own; });
    }
    /// The answers of the files behind the one that is read.
    Result<std::vector<Response>> otherAnswers(const std::string& id) {
        std::vector<Response> answers;
        const auto [first, last] = m_replies.equal_range(id);
        for (auto reply = first; reply != last; ++reply) {
            if (reply->second.file == m_own)
                continue;
            const auto body = bodyAt(reply->second.place);
            if (!body)
                return tl::unexpected(body.error());
            for (Response& answer : answersIn(*body))
                answers.push_back(std::move(answer));
        }
        return answers;
    }
    /// The body of a request, valid until the next call; unusable() if the request is in none of the files.
    Result<RowValue> requestBody(const std::string& id) {
        const auto found = m_requests.find(id);
        return found == m_requests.end() ? unusable(noRequest()) : bodyAt(found->second);
    }

private:
    struct Reply {
        std::size_t file = 0;
        TextStore::Place place;
    };

    Result<void> readFile(std::size_t file, const std::stop_token& stop) {
        Result<void> stored;
        bool isBatch = false; // else it is another kind of file
        const auto read = readCompanionFile(m_paths[file], stop, [&](const RowValue& record) {
            const auto id = valueAt(record, "custom_id");
            const auto written = id ? id->text() : std::nullopt;
            isBatch = isBatch || written;
            if (written)
                stored = take(file, *written, record);
            return isBatch && stored;
        });
        return read ? stored : read;
    }
    Result<void> take(std::size_t file, const std::string& id, const RowValue& record) {
        const auto request = valueAt(record, "body");
        const auto reply = valueAt(record, "response.body");
        const bool isReply = !request && reply && !answersIn(*reply).empty();
        if (!request && !isReply)
            return {};
        const auto place = m_bodies.add((request ? request : reply)->json());
        if (!place)
            return tl::unexpected(place.error());
        if (request)
            m_requests.emplace(id, *place);
        else
            m_replies.emplace(id, Reply{file, *place});
        return {};
    }
    Result<RowValue> bodyAt(const TextStore::Place& place) {
        const auto text = m_bodies.text(place);
        if (!text)
            return tl::unexpected(text.error());
        return RowValue(m_parser.parse(*text).value());
    }

    std::vector<std::string> m_paths;
    std::size_t m_own = 0; ///< the file that is read; behind all others where it is standard input
    TextStore m_bodies;
    simdjson::dom::parser m_parser;
    std::map<std::string, TextStore::Place, std::less<>> m_requests;
    std::multimap<std::string, Reply, std::less<>> m_replies; ///< those that answer; of equal ids by path
};

/// Why a request got no answer, in the server's words.
std::string failureOf(const Row& row) {
    for (const std::string_view field : {"error", "response"}) {
        const RowValue* value = row.find(field);
        for (const char* path : {"message", "error.message", "body.error.message"}) {
            const auto message = value == nullptr ? std::nullopt : valueAt(*value, path);
            if (const auto text = message ? message->text() : std::nullopt)
                return *text;
        }
        if (const auto text = value == nullptr ? std::nullopt : value->text())
            return *text;
    }
    return "no answer";
}

Result<ImportRecord> readRequest(const Row& row, const std::string& id, const BatchFiles& files) {
    ImportRecord record;
    record.isPartOfOthers = files.isAnswered(id);
    if (record.isPartOfOthers)
        return record;
    std::size_t leftOut = 0;
    auto turns = requestTurns(*row.find("body"), leftOut);
    if (!turns)
        return tl::unexpected(turns.error());
    record.remark = blocksLeftOut(leftOut);
    Item& item = record.item.emplace();
    item.format = "openai-batch";
    item.sourceId = id;
    item.turns = std::move(*turns);
    return record;
}

Result<ImportRecord> readReplyLine(const Row& row, const std::string& id, BatchFiles& files) {
    const RowValue* response = row.find("response");
    const auto body = response == nullptr ? std::nullopt : valueAt(*response, "body");
    auto answers = body ? answersIn(*body) : std::vector<Response>();
    if (answers.empty())
        return unusable(said("the request failed: %1", failureOf(row)));
    const auto request = files.requestBody(id);
    if (!request)
        return tl::unexpected(request.error());
    ImportRecord record;
    record.isPartOfOthers = files.isAnsweredBefore(id);
    if (record.isPartOfOthers)
        return record;
    std::size_t leftOut = 0;
    auto turns = requestTurns(*request, leftOut);
    if (!turns)
        return tl::unexpected(turns.error());
    record.remark = blocksLeftOut(leftOut);
    const std::string asked = modelOf(*request); // the request is gone with the next call
    auto others = files.otherAnswers(id);
    if (!others)
        return tl::unexpected(others.error());
    Item& item = record.item.emplace();
    item.format = "openai-batch";
    item.sourceId = id;
    item.turns = std::move(*turns);
    item.responses = std::move(answers);
    for (Response& other : *others)
        item.responses.push_back(std::move(other));
    for (Response& answer : item.responses)
        answer.model = answer.model.empty() ? asked : answer.model;
    return record;
}

Result<ImportRecord> readBatchLine(const Row& row, BatchFiles& files) {
    const auto id = requiredText(row, "customid", "custom_id");
    if (!id)
        return tl::unexpected(id.error());
    return row.find("body") != nullptr ? readRequest(row, *id, files) : readReplyLine(row, *id, files);
}

} // namespace

Importer openaiBatchImporter() {
    return {"openai-batch", "OpenAI's batch files: requests, and replies that are joined with them", {}, guessBatch,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) -> Result<void> {
            auto files = BatchFiles::read(options);
            if (!files)
                return tl::unexpected(files.error());
            return readRows(source, options, sink, [&](const Row& row) { return readBatchLine(row, *files); });
        }};
}

} // namespace assize
