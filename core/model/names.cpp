// SPDX-License-Identifier: Apache-2.0
// The words that the enumerations of the model have in files and JSON, each list once; and what items are called.
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/model/item.h"
#include "core/model/judge.h"
#include "core/model/rubric.h"
#include "core/model/verdict.h"

#include <array>

namespace assize {
namespace {

constexpr std::array<std::string_view, 3> CriterionTypes = {"scale", "binary", "categorical"};
constexpr std::array<std::string_view, 6> Tasks = {
    "pairwise", "direct", "classify", "pass_fail", "score_pair", "select"};
constexpr std::array<std::string_view, 3> RubricPolicies = {"none", "fixed", "generated"};
constexpr std::array<std::string_view, 4> OrderNames = {"ab", "ba", "both", "random"};
constexpr std::array<std::string_view, 2> MixedPolicies = {"tie", "lean"};
constexpr std::array<std::string_view, 4> ReferencePolicies = {"auto", "require", "drop", "both"};
constexpr std::array<std::string_view, 8> Outcomes = {
    "verdict", "abstained", "refused", "truncated", "unparseable", "invalid", "transport-error", "skipped"};

template <typename Enum, std::size_t Size>
std::string_view nameIn(const std::array<std::string_view, Size>& names, Enum value) {
    return names.at(static_cast<std::size_t>(value));
}

template <typename Enum, std::size_t Size>
std::optional<Enum> valueIn(const std::array<std::string_view, Size>& names, std::string_view name) {
    for (std::size_t index = 0; index < Size; ++index) {
        if (names.at(index) == name)
            return static_cast<Enum>(index);
    }
    return std::nullopt;
}

std::string firstCharacters(std::string_view text, std::size_t limit) {
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size() && count < limit; ++count) {
        ++end;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            ++end;
    }
    return std::string(text.substr(0, end));
}

void appendOrNull(std::string& json, const std::optional<std::string>& text) {
    if (text)
        appendCanonicalText(json, *text);
    else
        json += "null";
}

void appendElement(std::string& json, std::string_view text) {
    if (json.back() != '[')
        json += ',';
    appendCanonicalText(json, text);
}

} // namespace

std::string_view criterionTypeName(CriterionType type) {
    return nameIn(CriterionTypes, type);
}
std::optional<CriterionType> criterionTypeFrom(std::string_view name) {
    return valueIn<CriterionType>(CriterionTypes, name);
}
std::string_view taskName(Task task) {
    return nameIn(Tasks, task);
}
std::optional<Task> taskFrom(std::string_view name) {
    return valueIn<Task>(Tasks, name);
}
std::string_view rubricPolicyName(RubricPolicy policy) {
    return nameIn(RubricPolicies, policy);
}
std::optional<RubricPolicy> rubricPolicyFrom(std::string_view name) {
    return valueIn<RubricPolicy>(RubricPolicies, name);
}
std::string_view ordersName(Orders orders) {
    return nameIn(OrderNames, orders);
}
std::optional<Orders> ordersFrom(std::string_view name) {
    return valueIn<Orders>(OrderNames, name);
}
std::string_view mixedName(MixedPolicy policy) {
    return nameIn(MixedPolicies, policy);
}
std::optional<MixedPolicy> mixedFrom(std::string_view name) {
    return valueIn<MixedPolicy>(MixedPolicies, name);
}
std::string_view referencePolicyName(ReferencePolicy policy) {
    return nameIn(ReferencePolicies, policy);
}
std::optional<ReferencePolicy> referencePolicyFrom(std::string_view name) {
    return valueIn<ReferencePolicy>(ReferencePolicies, name);
}
std::string_view outcomeName(Outcome outcome) {
    return nameIn(Outcomes, outcome);
}
std::optional<Outcome> outcomeFrom(std::string_view name) {
    return valueIn<Outcome>(Outcomes, name);
}

const std::string& promptOf(const Item& item) {
    static const std::string none;
    for (auto turn = item.turns.rbegin(); turn != item.turns.rend(); ++turn) {
        if (turn->role == "user")
            return turn->content;
    }
    return item.turns.empty() ? none : item.turns.back().content;
}

std::string titleOf(const Item& item) {
    constexpr std::size_t TitleLength = 120;
    const std::string& prompt = promptOf(item);
    std::string_view text = trimmed(prompt);
    if (text.empty() && !item.responses.empty())
        text = trimmed(item.responses.front().text);
    if (text.empty())
        return item.sourceId.empty() ? item.id : item.sourceId;
    return firstCharacters(trimmed(text.substr(0, text.find_first_of("\r\n"))), TitleLength);
}

std::string contentHash(const Item& item) {
    std::string json = R"({"context":)";
    appendOrNull(json, item.context);
    json += R"(,"images":[)";
    for (const Image& image : item.images)
        appendElement(json, image.sha256);
    json += R"(],"reference":)";
    appendOrNull(json, item.reference);
    json += R"(,"responses":[)";
    for (const Response& response : item.responses)
        appendElement(json, response.text);
    json += R"(],"turns":[)";
    for (const Turn& turn : item.turns) {
        json += json.back() == '[' ? R"({"content":)" : R"(,{"content":)";
        appendCanonicalText(json, turn.content);
        json += R"(,"role":)";
        appendCanonicalText(json, turn.role);
        json += '}';
    }
    return sha256Hex(json + "]}");
}

} // namespace assize
