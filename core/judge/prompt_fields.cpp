// SPDX-License-Identifier: Apache-2.0
#include "core/judge/prompt_fields.h"

#include <algorithm>
#include <set>

namespace assize {
namespace {

bool isFieldCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// The name of the field that begins here, or nothing.
std::string_view fieldAt(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && isFieldCharacter(text[end]))
        ++end;
    if (end == at + 1 || end >= text.size() || text[end] != '}')
        return {};
    return text.substr(at + 1, end - at - 1);
}

/// Walks a prompt once: onField gets a name and gives what stands in its place.
std::string walk(std::string_view prompt, const std::function<std::string(std::string_view)>& onField) {
    std::string out;
    for (std::size_t at = 0; at < prompt.size();) {
        const std::string_view two = prompt.substr(at, 2);
        if (two == "{{" || two == "}}") {
            out += prompt[at];
            at += 2;
            continue;
        }
        const std::string_view field = prompt[at] == '{' ? fieldAt(prompt, at) : std::string_view();
        if (field.empty()) {
            out += prompt[at++];
            continue;
        }
        out += onField(field);
        at += field.size() + 2;
    }
    return out;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

} // namespace

ConvertedPrompt convertFields(std::string_view prompt, const FieldMap& fields) {
    ConvertedPrompt converted;
    std::set<std::string, std::less<>> seen;
    converted.text = walk(prompt, [&](std::string_view field) {
        if (const auto known = fields.find(field); known != fields.end())
            return known->second;
        const std::string name(field);
        if (seen.insert(name).second)
            converted.unknown.push_back(name);
        return "{{metadata." + name + "}}";
    });
    return converted;
}

std::vector<std::string> fieldsOf(std::string_view prompt) {
    return convertFields(prompt, {}).unknown;
}

std::string fillFields(std::string_view prompt, const FieldMap& texts) {
    return walk(prompt, [&](std::string_view field) {
        const auto known = texts.find(field);
        return known == texts.end() ? "{" + std::string(field) + "}" : known->second;
    });
}

std::string withAnswerCount(std::string_view prompt, std::string_view word, std::string_view numbers) {
    const std::size_t system = std::min(prompt.find("[System]"), prompt.size());
    std::string instruction = replaced(std::string(prompt.substr(system)), "two", word);
    instruction = replaced(std::move(instruction), "for Assistant 1 and 2", "for Assistant " + std::string(numbers));
    return std::string(prompt.substr(0, system)) + instruction;
}

} // namespace assize
