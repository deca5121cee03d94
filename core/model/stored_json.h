// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/verdict.h"
#include <nlohmann/json.hpp> // lint-allow: for the two sources that write rows, and nobody else
#include <optional>
#include <string>

// What stored_row.cpp and stored_verdict.cpp share. Reading throws nlohmann's exceptions or std::invalid_argument,
// which end in storedRowFromJson().
namespace assize {

using Json = nlohmann::ordered_json; // lines begin with their type

template <typename T>
Json orNull(const std::optional<T>& value) {
    return value ? Json(*value) : Json();
}

template <typename T>
void readOptional(const Json& json, const char* key, std::optional<T>& value) {
    if (const auto at = json.find(key); at != json.end() && !at->is_null())
        value = at->get<T>();
}

[[nodiscard]] Json labelOrNull(const std::optional<Label>& label);
/// Absent or null: no label; a text that is none: std::invalid_argument.
[[nodiscard]] std::optional<Label> readLabel(const Json& json, const char* key);

[[nodiscard]] Json verdictToJson(const Verdict& verdict, const std::string& runId, const std::string& itemId);
[[nodiscard]] Verdict verdictFromJson(const Json& json);

} // namespace assize
