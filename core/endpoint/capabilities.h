// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

namespace assize {

/// How a server wants to be told of a JSON schema (protocols.md, 10.17).
enum class SchemaDialect {
    OpenAi,           ///< response_format.json_schema.schema: OpenAI, vLLM, SGLang, llama.cpp, Ollama's /v1
    StructuredOutput, ///< vLLM: structured_outputs.json
    GuidedJson,       ///< old vLLM: guided_json
    JsonSchemaText,   ///< SGLang: json_schema as a string
    FlatSchema,       ///< llama.cpp: {type: json_object, schema}
    None,             ///< the server refuses or ignores all of these
};

/// How a server wants to be told of a grammar.
enum class GrammarDialect {
    Gbnf,             ///< grammar: llama.cpp
    StructuredOutput, ///< vLLM: structured_outputs.grammar
    GuidedGrammar,    ///< old vLLM: guided_grammar
    Ebnf,             ///< SGLang: ebnf
};

/// What is known of a model on a server, by default nothing: then everything a judge wants is sent. The probe finds it
/// out (probe.h); a field that it could not learn stays absent.
struct Capabilities {
    std::optional<bool> schemaEnforced; ///< seen in a reply, since servers ignore schemas silently
    std::optional<bool> grammar;        ///< likewise, of a grammar in GBNF
    std::optional<bool> logprobs;
    std::optional<bool> seedHonoured; ///< equal seeds gave equal replies at a temperature above 0
    std::optional<bool> streams;
    std::optional<bool> reasons; ///< thinks aloud before the answer
    std::optional<bool> takesTemperature;
    std::optional<int> contextTokens;
    SchemaDialect schemaDialect = SchemaDialect::OpenAi;
    GrammarDialect grammarDialect = GrammarDialect::Gbnf;
    bool wantsCompletionTokens = false; ///< max_completion_tokens in place of max_tokens
    int reasoningTokens = 0;            ///< how many it thought with in the probe

    bool operator==(const Capabilities&) const = default;
};

/// Tokens that a model may think with before an answer of so many: eight times what a small question took, since
/// judgements are harder, within half of its context.
[[nodiscard]] int roomToThink(const Capabilities& capabilities, int answerTokens);

} // namespace assize
