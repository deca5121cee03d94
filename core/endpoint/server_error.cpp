// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/server_error.h"

#include "core/base/text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

constexpr std::size_t MaxMessage = 300;

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    return out;
}

bool holdsAny(std::string_view text, std::initializer_list<std::string_view> parts) {
    return std::any_of(
        parts.begin(), parts.end(), [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

std::string textAt(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// FastAPI gives a text, or a list of what is wrong with which field.
std::string detailOf(const json& body) {
    const auto detail = body.find("detail");
    if (detail == body.end())
        return {};
    if (detail->is_string())
        return detail->get<std::string>();
    if (detail->is_array() && !detail->empty() && detail->front().is_object())
        return textAt(detail->front(), "msg");
    return detail->is_object() ? textAt(*detail, "message") : std::string();
}

} // namespace

bool ServerError::has(std::initializer_list<std::string_view> parts) const {
    return holdsAny(type, parts);
}

bool ServerError::isQuota() const {
    return has({"insufficient_quota", "billing_error", "quota_exceeded"}) ||
           holdsAny(lowered(message), {"credit balance is too low", "exceeded your current quota"});
}

bool ServerError::isTooLong() const {
    return has({"context_length_exceeded", "exceed_context_size", "request_too_large"}) ||
           holdsAny(lowered(message), {"maximum context length", "context length", "context size", "context window",
                                          "prompt is too long", "input is too long", "too many tokens in the prompt"});
}

bool ServerError::isNoModel() const {
    const std::string text = lowered(message);
    return has({"model_not_found", "not_found_error"}) ||
           (text.find("model") != std::string::npos && holdsAny(text, {"not found", "does not exist"}));
}

ServerError serverError(std::string_view body) {
    const json document = json::parse(body, nullptr, false);
    if (!document.is_object())
        return {};
    const auto error = document.find("error");
    if (error != document.end() && error->is_string())
        return {{}, shortened(error->get<std::string>())};
    const json& source = error != document.end() && error->is_object() ? *error : document;
    std::string message = textAt(source, "message");
    if (message.empty())
        message = textAt(source, "Message");
    if (message.empty())
        message = detailOf(document);
    return {lowered(textAt(source, "type") + " " + textAt(source, "code") + " " + textAt(source, "__type")),
        shortened(message)};
}

std::string shortened(std::string_view text) {
    std::string line = toValidUtf8(trimmed(text).substr(0, MaxMessage));
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
    return text.size() > MaxMessage ? line + " …" : line;
}

} // namespace assize
