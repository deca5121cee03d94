// SPDX-License-Identifier: Apache-2.0
#include "core/import/row.h"

#include "core/base/number_from.h"
#include "core/base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

std::string quoted(std::string_view text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

bool RowValue::isNull() const {
    const auto* json = std::get_if<element>(&m_value);
    return json != nullptr && json->is_null();
}

std::optional<std::string> RowValue::text() const {
    if (const auto* cell = std::get_if<std::string_view>(&m_value))
        return std::string(*cell);
    const auto& json = std::get<element>(m_value);
    if (json.is_string())
        return std::string(json.get_string().value_unsafe());
    if (json.is_array() || json.is_object())
        return std::nullopt;
    return simdjson::to_string(json);
}

std::optional<double> RowValue::number() const {
    if (const auto* json = std::get_if<element>(&m_value); json != nullptr && json->is_number())
        return json->get_double().value_unsafe();
    const std::optional<std::string> written = text();
    if (!written)
        return std::nullopt;
    return numberFrom<double>(trimmed(*written));
}

std::string RowValue::json() const {
    if (const auto* cell = std::get_if<std::string_view>(&m_value))
        return quoted(*cell);
    return simdjson::minify(std::get<element>(m_value));
}

std::optional<simdjson::dom::array> RowValue::array() const {
    const auto* json = std::get_if<element>(&m_value);
    if (json == nullptr || !json->is_array())
        return std::nullopt;
    return json->get_array().value_unsafe();
}

std::optional<simdjson::dom::object> RowValue::object() const {
    const auto* json = std::get_if<element>(&m_value);
    if (json == nullptr || !json->is_object())
        return std::nullopt;
    return json->get_object().value_unsafe();
}

std::string plainName(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        if (c != ' ' && c != '_' && c != '-')
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return plain;
}

std::optional<RowValue> valueAt(const RowValue& value, std::string_view path) {
    const std::size_t dot = path.find('.');
    const std::string_view step = path.substr(0, dot);
    std::optional<RowValue> found;
    if (const auto object = value.object()) {
        element member;
        if (object->at_key(step).get(member) == simdjson::SUCCESS)
            found = RowValue(member);
    } else if (const auto array = value.array()) {
        element member;
        const auto index = numberFrom<std::size_t>(step);
        if (index && array->at(*index).get(member) == simdjson::SUCCESS)
            found = RowValue(member);
    }
    return !found || dot == std::string_view::npos ? found : valueAt(*found, path.substr(dot + 1));
}

const RowValue* Row::find(std::string_view field) const {
    if (const auto at = mapped.find(field); at != mapped.end())
        return at->second && !at->second->isNull() ? &*at->second : nullptr;
    const auto at = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.plain == field; });
    return at == fields.end() || at->value.isNull() ? nullptr : &at->value;
}

Result<std::optional<std::string>> Row::text(std::string_view field) const {
    const RowValue* value = find(field);
    if (value == nullptr)
        return std::nullopt;
    std::optional<std::string> written = value->text();
    if (!written)
        return unusable(said("%1 is a list or an object, not a text", field));
    if (written->find('\0') != std::string::npos)
        return unusable(said("%1 holds a NUL character", field));
    return written;
}

std::string Row::rest(const std::vector<std::string_view>& taken) const {
    std::string json = "{";
    for (const Field& field : fields) {
        if (std::find(taken.begin(), taken.end(), field.plain) != taken.end() || field.isMapped)
            continue;
        json += (json.size() > 1 ? "," : "") + quoted(field.name) + ":" + field.value.json();
    }
    return json + "}";
}

tl::unexpected<Error> unusable(Sentence reason) {
    return fail(ErrorCode::NoUsableRow, {}, std::move(reason));
}

} // namespace assize
