// SPDX-License-Identifier: Apache-2.0
#include "core/judge/reply_grammar.h"

#include "core/judge/reply_schema.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using Schema = nlohmann::ordered_json;

/// White space is one character at most, so that a model cannot write it without end.
constexpr std::string_view Terminals = R"(ws ::= [ \n]?
string ::= "\"" ( [^"\\\x00-\x1F] | "\\" ( ["\\/bfnrt] | "u" hex hex hex hex ) )* "\""
hex ::= [0-9a-fA-F]
number ::= "-"? ( "0" | [1-9] [0-9]* ) ( "." [0-9]+ )?
boolean ::= "true" | "false"
)";

constexpr std::string_view ScorePair = R"(root ::= score " " score ( "\n" any* )?
any ::= [^\n] | "\n"
)";

/// A number within the scale, decimals too, where that is one digit up to its end; any number for other scales.
std::string scoreRule(double min, double max) {
    const int first = static_cast<int>(min);
    const int last = static_cast<int>(max);
    if (first != min || last != max || first < 0 || last > 10)
        return R"(score ::= "-"? [0-9]+ ( "." [0-9]+ )?)";
    return fmt::format(R"(score ::= "{1}" | [{0}-{2}] ( "." [0-9]+ )?)", first, last, last - 1);
}

/// As a grammar writes a text that has to come as it is.
std::string literalRule(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

std::string valueRule(const Schema& schema);

std::string choiceRule(const Schema& values) {
    std::string choices;
    for (const Schema& value : values)
        choices += (choices.empty() ? "" : " | ") + literalRule(value.dump());
    return "( " + choices + " )";
}

std::string objectRule(const Schema& properties) {
    std::string members;
    for (const auto& [name, schema] : properties.items()) {
        const std::string key = literalRule(Schema(name).dump());
        members += fmt::format(R"({} {} ws ":" ws {} ws)", members.empty() ? "" : R"( "," ws)", key, valueRule(schema));
    }
    return fmt::format(R"("{{" ws{} "}}")", members);
}

std::string typeRule(const std::string& type, const Schema& schema) {
    if (type == "object")
        return objectRule(schema.at("properties"));
    if (type == "array") {
        const std::string item = valueRule(schema.at("items"));
        return fmt::format(R"("[" ws {0} ws ( "," ws {0} ws )* "]")", item);
    }
    return type == "integer" ? "number" : type;
}

std::string valueRule(const Schema& schema) {
    if (schema.contains("enum"))
        return choiceRule(schema.at("enum"));
    const Schema& type = schema.at("type");
    if (type.is_string())
        return typeRule(type.get<std::string>(), schema);
    std::string choices;
    for (const Schema& one : type)
        choices += (choices.empty() ? "" : " | ") + typeRule(one.get<std::string>(), schema);
    return "( " + choices + " )";
}

} // namespace

std::string grammarOf(const Schema& schema) {
    return fmt::format("root ::= {}\n{}", valueRule(schema), Terminals);
}

std::optional<std::string> replyGrammar(const Judge& judge, std::size_t responseCount) {
    if (judge.reply.format == "score-pair")
        return fmt::format("{}{}\n", ScorePair, scoreRule(judge.scaleMin, judge.scaleMax));
    if (const auto schema = replySchema(judge, responseCount))
        return grammarOf(*schema);
    return std::nullopt;
}

} // namespace assize
