// SPDX-License-Identifier: Apache-2.0
#include "core/session/rows.h"

#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <zstd.h>

namespace assize {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 4> Agreements = {"incomplete", "consistent", "flipped", "mixed"};
constexpr std::int64_t LargestReply = 512LL << 20;

std::string dumped(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

json orNull(const std::optional<double>& number) {
    return number ? json(*number) : json();
}

std::optional<double> numberIn(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

std::string textIn(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// Calls visit with each element of a JSON list; does nothing for any other text.
template <typename Visit>
void forEachElement(std::string_view text, const Visit& visit) {
    if (text.empty()) // as most are; the parser would make an error of it, and throw that away
        return;
    const json list = json::parse(text, nullptr, false);
    if (!list.is_array())
        return;
    for (const json& element : list)
        visit(element);
}

/// Values of hexadecimal digits by character; -1 for all else. A table, since every imported row has 64 of them in no
/// order that a processor could foresee.
constexpr auto DigitValues = [] {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (std::size_t value = 0; value < 16; ++value) {
        values.at(static_cast<unsigned char>("0123456789abcdef"[value])) = static_cast<std::int8_t>(value);
        values.at(static_cast<unsigned char>("0123456789ABCDEF"[value])) = static_cast<std::int8_t>(value);
    }
    return values;
}();

int digitValue(char digit) {
    return DigitValues[static_cast<unsigned char>(digit)];
}

} // namespace

std::optional<std::string> listText(const std::vector<std::string>& list) {
    return list.empty() ? std::nullopt : std::optional(dumped(list));
}

std::optional<std::string> listText(const std::vector<double>& list) {
    return list.empty() ? std::nullopt : std::optional(dumped(list));
}

std::optional<std::string> categoriesText(const std::vector<Category>& categories) {
    json list = json::array();
    for (const Category& category : categories)
        list.push_back({{"name", category.name}, {"value", category.value}, {"description", category.description}});
    return categories.empty() ? std::nullopt : std::optional(dumped(list));
}

std::optional<std::string> overridesText(const std::vector<CriterionOverride>& overrides) {
    json list = json::array();
    for (const CriterionOverride& given : overrides)
        list.push_back({{"name", given.name}, {"judge_is_wrong", given.judgeIsWrong}, {"score_A", orNull(given.scoreA)},
            {"score_B", orNull(given.scoreB)}});
    return overrides.empty() ? std::nullopt : std::optional(dumped(list));
}

std::vector<std::string> textsFrom(std::string_view text) {
    std::vector<std::string> list;
    forEachElement(text, [&](const json& element) {
        if (element.is_string())
            list.push_back(element.get<std::string>());
    });
    return list;
}

std::vector<double> numbersFrom(std::string_view text) {
    std::vector<double> list;
    forEachElement(text, [&](const json& element) {
        if (element.is_number())
            list.push_back(element.get<double>());
    });
    return list;
}

std::vector<Category> categoriesFrom(std::string_view text) {
    std::vector<Category> list;
    forEachElement(text, [&](const json& element) {
        if (element.is_object())
            list.push_back(
                {textIn(element, "name"), numberIn(element, "value").value_or(0), textIn(element, "description")});
    });
    return list;
}

std::vector<CriterionOverride> overridesFrom(std::string_view text) {
    std::vector<CriterionOverride> list;
    forEachElement(text, [&](const json& element) {
        if (!element.is_object())
            return;
        const auto wrong = element.find("judge_is_wrong");
        list.push_back({textIn(element, "name"), wrong != element.end() && wrong->is_boolean() && wrong->get<bool>(),
            numberIn(element, "score_A"), numberIn(element, "score_B")});
    });
    return list;
}

std::string_view agreementName(OrderAgreement agreement) {
    return Agreements.at(static_cast<std::size_t>(agreement));
}

OrderAgreement agreementFrom(std::string_view name) {
    for (std::size_t index = 0; index < Agreements.size(); ++index) {
        if (Agreements.at(index) == name)
            return static_cast<OrderAgreement>(index);
    }
    return OrderAgreement::Incomplete;
}

std::string hexDigits(std::string_view bytes) {
    constexpr std::string_view Digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        hex += Digits[static_cast<unsigned char>(c) >> 4U];
        hex += Digits[static_cast<unsigned char>(c) & 15U];
    }
    return hex;
}

std::optional<std::string> bytesFromHex(std::string_view digits) {
    if (digits.size() % 2 != 0)
        return std::nullopt;
    std::string bytes;
    bytes.reserve(digits.size() / 2);
    for (std::size_t at = 0; at < digits.size(); at += 2) {
        const int high = digitValue(digits[at]);
        const int low = digitValue(digits[at + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes += static_cast<char>(high * 16 + low);
    }
    return bytes;
}

PackedText packText(const std::string& text) {
    constexpr int Level = 3;
    thread_local const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(
        ZSTD_createCCtx(), ZSTD_freeCCtx);
    std::string packed(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size =
        ZSTD_compressCCtx(context.get(), packed.data(), packed.size(), text.data(), text.size(), Level);
    if (ZSTD_isError(size) != 0 || size >= text.size())
        return {"text", text};
    packed.resize(size);
    return {"zstd", packed};
}

std::optional<std::string> unpackText(std::string_view encoding, std::string_view bytes, std::int64_t size) {
    if (encoding == "text")
        return std::string(bytes);
    if (encoding != "zstd" || size < 0 || size > LargestReply ||
        ZSTD_getFrameContentSize(bytes.data(), bytes.size()) != static_cast<unsigned long long>(size))
        return std::nullopt;
    std::string text(static_cast<std::size_t>(size), '\0');
    const std::size_t unpacked = ZSTD_decompress(text.data(), text.size(), bytes.data(), bytes.size());
    if (unpacked != text.size())
        return std::nullopt;
    return text;
}

} // namespace assize
