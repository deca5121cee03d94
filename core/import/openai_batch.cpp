// SPDX-License-Identifier: Apache-2.0
// OpenAI's batch files (protocols.md 8.2 and 8.3): requests, each an item without responses, and replies, whose texts
// are responses. A reply holds no prompt: its request is looked up by custom_id in the other files of the call, by
// where its line stands there, so that memory holds ids and no texts. Requests that a reply of the call answers are not
// stored twice.
#include "core/import/conversation.h"
#include "core/import/formats.h"
#include "core/import/item_fields.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
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
Result<std::vector<Turn>> requestTurns(const RowValue& body) {
    for (const char* field : {"messages", "input", "prompt"}) {
        const auto value = valueAt(body, field);
        if (!value)
            continue;
        if (const auto messages = value->array())
            return readTurns(*messages, fmt::format("body.{}", field));
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

/// Texts of the choices of chat and raw completions.
std::vector<std::string> choiceTexts(const RowValue& body) {
    std::vector<std::string> texts;
    const auto choices = valueAt(body, "choices");
    const auto list = choices ? choices->array() : std::nullopt;
    for (std::size_t at = 0; list && at < list->size(); ++at) {
        const RowValue choice(list->at(at).value());
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
    const auto output = valueAt(body, "output");
    const auto list = output ? output->array() : std::nullopt;
    for (std::size_t at = 0; list && at < list->size(); ++at) {
        const auto content = valueAt(RowValue(list->at(at).value()), "content");
        const auto parts = content ? content->array() : std::nullopt;
        for (std::size_t part = 0; parts && part < parts->size(); ++part) {
            const auto text = valueAt(RowValue(parts->at(part).value()), "text");
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
    for (std::string& text : texts)
        answers.push_back({std::move(text), modelOf(body)});
    return answers;
}

/// A line of a JSON Lines file, as much of it as is needed here. The element is valid until the next line.
class BatchLines {
public:
    explicit BatchLines(const std::string& path)
        : m_file(path, std::ios::binary) {}

    bool next() {
        m_offset = m_file.tellg();
        return static_cast<bool>(std::getline(m_file, m_line));
    }
    bool goTo(std::streamoff offset) {
        m_file.clear();
        m_file.seekg(offset);
        return next();
    }
    [[nodiscard]] std::streamoff offset() const { return m_offset; }
    std::optional<RowValue> value() {
        simdjson::dom::element element;
        if (m_parser.parse(m_line).get(element) != simdjson::SUCCESS)
            return std::nullopt;
        return RowValue(element);
    }

private:
    std::ifstream m_file;
    std::string m_line;
    std::streamoff m_offset = 0;
    simdjson::dom::parser m_parser;
};

/// The plain batch files beside the one that is read.
class BatchFilesBeside {
public:
    explicit BatchFilesBeside(const ImportOptions& options)
        : m_own(options.path)
        , m_paths(options.beside) {
        std::sort(m_paths.begin(), m_paths.end());
        for (std::size_t file = 0; file < m_paths.size(); ++file)
            index(file);
    }
    [[nodiscard]] bool isAnswered(const std::string& id) const { return m_replies.contains(id); }
    /// A file in front of the one that is read answers it too.
    [[nodiscard]] bool isAnsweredBefore(const std::string& id) const {
        const auto [first, last] = m_replies.equal_range(id);
        return std::any_of(first, last, [&](const auto& reply) { return m_paths[reply.second.file] < m_own; });
    }
    /// The answers of the files behind the one that is read.
    std::vector<Response> otherAnswers(const std::string& id) {
        std::vector<Response> answers;
        const auto [first, last] = m_replies.equal_range(id);
        for (auto reply = first; reply != last; ++reply) {
            const auto line = lineAt(reply->second);
            const auto body = line ? valueAt(*line, "response.body") : std::nullopt;
            for (Response& answer : body ? answersIn(*body) : std::vector<Response>())
                answers.push_back(std::move(answer));
        }
        return answers;
    }
    /// The body of a request; valid until the next call.
    std::optional<RowValue> requestBody(const std::string& id) {
        const auto found = m_requests.find(id);
        const auto line = found == m_requests.end() ? std::nullopt : lineAt(found->second);
        return line ? valueAt(*line, "body") : std::nullopt;
    }

private:
    struct Place {
        std::size_t file = 0;
        std::streamoff offset = 0;
    };

    void index(std::size_t file) {
        BatchLines& lines = m_files.emplace_back(m_paths[file]);
        while (lines.next()) {
            const auto line = lines.value();
            const auto id = line ? valueAt(*line, "custom_id") : std::nullopt;
            const auto written = id ? id->text() : std::nullopt;
            if (!written)
                return; // another kind of file
            const auto reply = valueAt(*line, "response.body");
            if (valueAt(*line, "body"))
                m_requests.emplace(*written, Place{file, lines.offset()});
            else if (reply && !answersIn(*reply).empty())
                m_replies.emplace(*written, Place{file, lines.offset()});
        }
    }
    std::optional<RowValue> lineAt(const Place& place) {
        BatchLines& lines = m_files[place.file];
        return lines.goTo(place.offset) ? lines.value() : std::nullopt;
    }

    std::string m_own;
    std::vector<std::string> m_paths;
    std::vector<BatchLines> m_files;
    std::map<std::string, Place, std::less<>> m_requests;
    std::multimap<std::string, Place, std::less<>> m_replies; ///< those that answer; of equal ids by path
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

Result<ImportRecord> readRequest(const Row& row, const std::string& id, const BatchFilesBeside& beside) {
    ImportRecord record;
    record.isPartOfOthers = beside.isAnswered(id);
    if (record.isPartOfOthers)
        return record;
    auto turns = requestTurns(*row.find("body"));
    if (!turns)
        return tl::unexpected(turns.error());
    Item& item = record.item.emplace();
    item.format = "openai-batch";
    item.sourceId = id;
    item.turns = std::move(*turns);
    return record;
}

Result<ImportRecord> readReplyLine(const Row& row, const std::string& id, BatchFilesBeside& beside) {
    const RowValue* response = row.find("response");
    const auto body = response == nullptr ? std::nullopt : valueAt(*response, "body");
    auto answers = body ? answersIn(*body) : std::vector<Response>();
    if (answers.empty())
        return unusable(said("the request failed: %1", failureOf(row)));
    const auto request = beside.requestBody(id);
    if (!request)
        return unusable(noRequest());
    ImportRecord record;
    record.isPartOfOthers = beside.isAnsweredBefore(id);
    if (record.isPartOfOthers)
        return record;
    auto turns = requestTurns(*request);
    if (!turns)
        return tl::unexpected(turns.error());
    const std::string asked = modelOf(*request);
    Item& item = record.item.emplace();
    item.format = "openai-batch";
    item.sourceId = id;
    item.turns = std::move(*turns);
    item.responses = std::move(answers);
    for (Response& other : beside.otherAnswers(id))
        item.responses.push_back(std::move(other));
    for (Response& answer : item.responses)
        answer.model = answer.model.empty() ? asked : answer.model;
    return record;
}

Result<ImportRecord> readBatchLine(const Row& row, BatchFilesBeside& beside) {
    const auto id = requiredText(row, "customid", "custom_id");
    if (!id)
        return tl::unexpected(id.error());
    return row.find("body") != nullptr ? readRequest(row, *id, beside) : readReplyLine(row, *id, beside);
}

} // namespace

Importer openaiBatchImporter() {
    return {"openai-batch", "OpenAI's batch files: requests, and replies that are joined with them", {}, guessBatch,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            BatchFilesBeside beside(options);
            return readRows(source, options, sink, [&](const Row& row) { return readBatchLine(row, beside); });
        }};
}

} // namespace assize
