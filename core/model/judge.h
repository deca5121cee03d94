// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include "core/model/rubric.h"
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace assize {

enum class Task { Pairwise, Direct, Classify, PassFail, ScorePair, Select };
enum class RubricPolicy { None, Fixed, Generated };
enum class Orders { AB, BA, Both, Random };
enum class MixedPolicy { Tie, Lean };
enum class ReferencePolicy { Auto, Require, Drop, Both };

struct Message {
    std::string role;
    std::string content;

    bool operator==(const Message&) const = default;
};

struct ReplySettings {
    std::string format = "verdict-json"; ///< a name of core/reply/registry.cpp
    std::string structured = "auto";     ///< auto | json-schema | grammar | off
    std::string pattern;                 ///< regex format only
    std::map<std::string, std::string> labels;

    bool operator==(const ReplySettings&) const = default;
};

struct ModelParameters {
    double temperature = 0;
    int maxTokens = 2048;
    std::optional<std::int64_t> seed = 7;
    std::vector<std::string> stop;

    bool operator==(const ModelParameters&) const = default;
};

/// A judge definition as its YAML has it (interfaces.md). Values only; judge/judge_yaml.h reads and writes it.
struct Judge {
    std::string name; ///< [a-z0-9-]+
    std::string title;
    Task task = Task::Pairwise;
    std::vector<Message> messages; ///< Mustache templates
    RubricPolicy rubricPolicy = RubricPolicy::None;
    std::vector<Criterion> criteria;
    double scaleMin = 1;
    double scaleMax = 5;
    std::vector<Category> categories;
    std::string positive = "FAIL";
    ReplySettings reply;
    Orders orders = Orders::Both;
    MixedPolicy mixed = MixedPolicy::Tie;
    int samples = 1;
    ReferencePolicy reference = ReferencePolicy::Auto;
    bool guardNonce = true;
    ModelParameters parameters;
    std::string notes;

    bool operator==(const Judge&) const = default;
};

/// A judge as it stood at one moment. Immutable; two with equal canonical content are one.
struct JudgeVersion {
    RowKey key = 0;
    std::string id;         ///< ULID
    std::string hash;       ///< versionHash(judge), 64 hex digits
    int number = 0;         ///< the N of vN: order of creation within its judge in this session
    std::string parentHash; ///< the version it was forked from, empty if none
    std::string source;     ///< "preset", "library", "file", "session" or "imported"
    std::int64_t createdAt = 0;
    Judge definition;
};

[[nodiscard]] std::string_view taskName(
    Task task); ///< "pairwise", "direct", "classify", "pass_fail", "score_pair", "select"
[[nodiscard]] std::optional<Task> taskFrom(std::string_view name);
[[nodiscard]] std::string_view rubricPolicyName(RubricPolicy policy); ///< "none", "fixed", "generated"
[[nodiscard]] std::optional<RubricPolicy> rubricPolicyFrom(std::string_view name);
[[nodiscard]] std::string_view ordersName(Orders orders); ///< "ab", "ba", "both", "random"
[[nodiscard]] std::optional<Orders> ordersFrom(std::string_view name);
[[nodiscard]] std::string_view mixedName(MixedPolicy policy); ///< "tie", "lean"
[[nodiscard]] std::optional<MixedPolicy> mixedFrom(std::string_view name);
[[nodiscard]] std::string_view referencePolicyName(ReferencePolicy policy); ///< "auto", "require", "drop", "both"
[[nodiscard]] std::optional<ReferencePolicy> referencePolicyFrom(std::string_view name);

} // namespace assize
