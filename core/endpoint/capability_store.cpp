// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/capability_store.h"

#include "core/base/files.h"
#include "core/endpoint/protocol_parts.h"

#include <array>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

constexpr const char* FileName = "capabilities.json";
constexpr std::size_t MaxFile = 4U << 20U;

struct DialectName {
    SchemaDialect dialect;
    std::string_view name;
};
constexpr std::array Dialects = {DialectName{SchemaDialect::OpenAi, "openai"},
    DialectName{SchemaDialect::StructuredOutput, "structured-outputs"},
    DialectName{SchemaDialect::GuidedJson, "guided-json"},
    DialectName{SchemaDialect::JsonSchemaText, "json-schema-text"},
    DialectName{SchemaDialect::FlatSchema, "flat-schema"}, DialectName{SchemaDialect::None, "none"}};

struct GrammarName {
    GrammarDialect dialect;
    std::string_view name;
};
constexpr std::array Grammars = {GrammarName{GrammarDialect::Gbnf, "gbnf"},
    GrammarName{GrammarDialect::StructuredOutput, "structured-outputs"},
    GrammarName{GrammarDialect::GuidedGrammar, "guided-grammar"}, GrammarName{GrammarDialect::Ebnf, "ebnf"}};

/// The entry of a table whose member holds that value; the first one if none does.
template <typename Table, typename Member, typename Value>
const auto& entryWith(const Table& table, Member member, const Value& value) {
    for (const auto& entry : table) {
        if (entry.*member == value)
            return entry;
    }
    return table.front();
}

std::string keyOf(const Endpoint& endpoint) {
    return endpoint.kind + " " + endpoint.url + " " + endpoint.model;
}

json storedDocument(const std::filesystem::path& path) {
    const auto text = readFile(path, MaxFile);
    json document = text ? json::parse(*text, nullptr, false) : json();
    return document.is_object() ? document : json::object();
}

json optionalJson(const std::optional<bool>& value) {
    return value ? json(*value) : json();
}

std::optional<bool> flagAt(const json& document, const char* key) {
    const json& value = at(document, key);
    return value.is_boolean() ? std::optional(value.get<bool>()) : std::nullopt;
}

} // namespace

std::string_view schemaDialectName(SchemaDialect dialect) {
    return entryWith(Dialects, &DialectName::dialect, dialect).name;
}

std::string_view grammarDialectName(GrammarDialect dialect) {
    return entryWith(Grammars, &GrammarName::dialect, dialect).name;
}

json capabilitiesJson(const Capabilities& capabilities) {
    return {{"schema_enforced", optionalJson(capabilities.schemaEnforced)},
        {"schema_dialect", schemaDialectName(capabilities.schemaDialect)},
        {"grammar", optionalJson(capabilities.grammar)},
        {"grammar_dialect", grammarDialectName(capabilities.grammarDialect)},
        {"logprobs", optionalJson(capabilities.logprobs)}, {"seed_honoured", optionalJson(capabilities.seedHonoured)},
        {"streams", optionalJson(capabilities.streams)}, {"reasoning", optionalJson(capabilities.reasons)},
        {"temperature", optionalJson(capabilities.takesTemperature)},
        {"context_tokens", capabilities.contextTokens ? json(*capabilities.contextTokens) : json()},
        {"max_completion_tokens", capabilities.wantsCompletionTokens},
        {"reasoning_tokens", capabilities.reasoningTokens}};
}

Capabilities capabilitiesFrom(const json& document) {
    Capabilities capabilities;
    capabilities.schemaEnforced = flagAt(document, "schema_enforced");
    capabilities.grammar = flagAt(document, "grammar");
    capabilities.logprobs = flagAt(document, "logprobs");
    capabilities.seedHonoured = flagAt(document, "seed_honoured");
    capabilities.streams = flagAt(document, "streams");
    capabilities.reasons = flagAt(document, "reasoning");
    capabilities.takesTemperature = flagAt(document, "temperature");
    if (const auto tokens = countAt(document, "context_tokens"); tokens && *tokens > 0 && *tokens < 1'000'000'000)
        capabilities.contextTokens = static_cast<int>(*tokens);
    capabilities.schemaDialect = entryWith(Dialects, &DialectName::name, textAt(document, "schema_dialect")).dialect;
    capabilities.grammarDialect = entryWith(Grammars, &GrammarName::name, textAt(document, "grammar_dialect")).dialect;
    capabilities.wantsCompletionTokens = flagAt(document, "max_completion_tokens").value_or(false);
    if (const auto tokens = countAt(document, "reasoning_tokens"); tokens && *tokens > 0 && *tokens < 1'000'000)
        capabilities.reasoningTokens = static_cast<int>(*tokens);
    return capabilities;
}

Capabilities knownCapabilities(const std::filesystem::path& cacheFolder, const Endpoint& endpoint) {
    return capabilitiesFrom(at(storedDocument(cacheFolder / FileName), keyOf(endpoint).c_str()));
}

Result<void> keepCapabilities(
    const std::filesystem::path& cacheFolder, const Endpoint& endpoint, const Capabilities& capabilities) {
    std::error_code problem;
    std::filesystem::create_directories(cacheFolder, problem);
    if (problem)
        return fail(ErrorCode::NotWritable, cacheFolder.string(), quoted(problem.message()));
    json document = storedDocument(cacheFolder / FileName);
    document[keyOf(endpoint)] = capabilitiesJson(capabilities);
    return writeFileAtomically(
        cacheFolder / FileName, document.dump(1, ' ', false, json::error_handler_t::replace) + "\n");
}

} // namespace assize
