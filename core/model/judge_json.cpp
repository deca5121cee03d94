// SPDX-License-Identifier: Apache-2.0
#include "core/model/judge_json.h"

#include "core/base/hash.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <nlohmann/json.hpp>
#include <type_traits>

namespace assize {
namespace {

using nlohmann::json;

constexpr std::string_view FormatName = "judge/1";

json categoriesToJson(const std::vector<Category>& categories) {
    json all = json::array();
    for (const Category& category : categories)
        all.push_back({{"name", category.name}, {"value", category.value}, {"description", category.description}});
    return all;
}

json criterionToJson(const Criterion& criterion) {
    return {{"name", criterion.name}, {"description", criterion.description}, {"weight", criterion.weight},
        {"type", criterionTypeName(criterion.type)}, {"min", criterion.min}, {"max", criterion.max},
        {"categories", categoriesToJson(criterion.categories)}};
}

json rubricToJson(const Judge& judge) {
    json criteria = json::array();
    for (const Criterion& criterion : judge.criteria)
        criteria.push_back(criterionToJson(criterion));
    return {{"policy", rubricPolicyName(judge.rubricPolicy)}, {"criteria", criteria}};
}

json parametersToJson(const ModelParameters& parameters) {
    return {{"temperature", parameters.temperature}, {"max_tokens", parameters.maxTokens},
        {"seed", parameters.seed ? json(*parameters.seed) : json()}, {"stop", parameters.stop}};
}

/// The library would turn 1.5 and true into 1.
bool isInt(const json& value) {
    return value.is_number_integer() && value >= std::numeric_limits<int>::min() &&
           value <= std::numeric_limits<int>::max();
}

/// Walks one JSON object: each key is read into its field, the first problem is kept, unknown keys are one.
class ObjectReader {
public:
    ObjectReader(const json& object, std::string path, std::optional<Error>& problem)
        : m_object(object)
        , m_path(std::move(path))
        , m_problem(problem) {
        if (!m_object.is_object())
            refuse({}, "a map is needed");
    }

    template <typename T>
    void value(const char* key, T& field) {
        read(key, [&](const json& found) {
            if (std::is_same_v<T, double> && !found.is_number())
                return refuse(key, "a number is needed");
            if (std::is_same_v<T, int> && !isInt(found))
                return refuse(key, "a whole number is needed");
            if (std::is_same_v<T, std::string> && !found.is_string())
                return refuse(key, "text is needed; put it into quotes");
            field = found.get<T>();
        });
    }

    template <typename T>
    void name(const char* key, T& field, std::optional<T> (*from)(std::string_view)) {
        read(key, [&](const json& found) {
            if (const auto known = from(found.get<std::string>()))
                field = *known;
            else
                refuse(key, "\"" + found.get<std::string>() + "\" is not one of its values");
        });
    }

    void object(const char* key, const std::function<void(ObjectReader&)>& fields) {
        read(key, [&](const json& found) { nested(found, m_path + key, fields); });
    }

    void list(const char* key, const std::function<void(ObjectReader&)>& element) {
        read(key, [&](const json& found) {
            if (!found.is_array())
                return refuse(key, "a list is needed");
            for (std::size_t index = 0; index < found.size(); ++index)
                nested(found[index], m_path + key + "." + std::to_string(index + 1), element);
        });
    }

    void read(const char* key, const std::function<void(const json&)>& take) {
        m_known.emplace_back(key);
        if (m_problem || !m_object.is_object() || !m_object.contains(key))
            return;
        try {
            take(m_object.at(key));
        } catch (const json::exception&) {
            refuse(key, "its value has the wrong type");
        }
    }

    void refuse(std::string_view key, std::string_view why) {
        if (!m_problem)
            m_problem = Error{ErrorCode::InvalidArgument, m_path + std::string(key), quoted(std::string(why))};
    }

    /// Call when every key that may stand here has been named.
    void refuseUnknown() {
        if (!m_object.is_object())
            return;
        for (const auto& [key, ignored] : m_object.items()) {
            if (std::find(m_known.begin(), m_known.end(), key) == m_known.end())
                refuse(key, "unknown key");
        }
    }

private:
    void nested(const json& found, const std::string& path, const std::function<void(ObjectReader&)>& fields) {
        ObjectReader reader(found, path + ".", m_problem);
        fields(reader);
        reader.refuseUnknown();
    }

    const json& m_object;
    std::string m_path;
    std::optional<Error>& m_problem;
    std::vector<std::string> m_known;
};

void readCategories(ObjectReader& reader, std::vector<Category>& categories) {
    reader.list("categories", [&](ObjectReader& element) {
        Category& category = categories.emplace_back();
        element.value("name", category.name);
        element.value("value", category.value);
        element.value("description", category.description);
    });
}

void readRubric(ObjectReader& rubric, Judge& judge) {
    rubric.name("policy", judge.rubricPolicy, rubricPolicyFrom);
    rubric.list("criteria", [&](ObjectReader& element) {
        Criterion& criterion = judge.criteria.emplace_back();
        element.value("name", criterion.name);
        element.value("description", criterion.description);
        element.value("weight", criterion.weight);
        element.name("type", criterion.type, criterionTypeFrom);
        element.value("min", criterion.min);
        element.value("max", criterion.max);
        readCategories(element, criterion.categories);
    });
}

void readReply(ObjectReader& reply, ReplySettings& settings) {
    reply.value("format", settings.format);
    reply.value("structured", settings.structured);
    reply.value("pattern", settings.pattern);
    reply.value("labels", settings.labels);
}

void readParameters(ObjectReader& reader, ModelParameters& parameters) {
    reader.value("temperature", parameters.temperature);
    reader.value("max_tokens", parameters.maxTokens);
    reader.read("seed", [&](const json& seed) {
        if (!seed.is_null() && !seed.is_number_integer())
            return reader.refuse("seed", "a whole number or null is needed");
        parameters.seed = seed.is_null() ? std::nullopt : std::optional(seed.get<std::int64_t>());
    });
    reader.value("stop", parameters.stop);
}

void readPolicies(ObjectReader& reader, Judge& judge) {
    reader.value("positive", judge.positive);
    reader.name("orders", judge.orders, ordersFrom);
    reader.name("mixed", judge.mixed, mixedFrom);
    reader.value("samples", judge.samples);
    reader.name("reference", judge.reference, referencePolicyFrom);
    reader.read("guard", [&](const json& guard) {
        const auto text = guard.get<std::string>();
        judge.guardNonce = text == "nonce";
        if (text != "nonce" && text != "none")
            reader.refuse("guard", "\"" + text + "\" is not one of its values");
    });
}

} // namespace

json judgeToJson(const Judge& judge) {
    json messages = json::array();
    for (const Message& message : judge.messages)
        messages.push_back({{"role", message.role}, {"content", message.content}});
    return {{"assize", FormatName}, {"name", judge.name}, {"title", judge.title}, {"task", taskName(judge.task)},
        {"messages", messages}, {"rubric", rubricToJson(judge)},
        {"scale", {{"min", judge.scaleMin}, {"max", judge.scaleMax}}},
        {"categories", categoriesToJson(judge.categories)}, {"positive", judge.positive},
        {"reply", {{"format", judge.reply.format}, {"structured", judge.reply.structured},
                      {"pattern", judge.reply.pattern}, {"labels", judge.reply.labels}}},
        {"orders", ordersName(judge.orders)}, {"mixed", mixedName(judge.mixed)}, {"samples", judge.samples},
        {"reference", referencePolicyName(judge.reference)}, {"guard", judge.guardNonce ? "nonce" : "none"},
        {"parameters", parametersToJson(judge.parameters)}, {"notes", judge.notes}};
}

Result<Judge> judgeFromJson(const json& document) {
    Judge judge;
    std::optional<Error> problem;
    ObjectReader reader(document, {}, problem);
    reader.read("assize", [&](const json& format) {
        if (format.get<std::string>() != FormatName)
            reader.refuse("assize", "only judge/1 is known");
    });
    reader.value("name", judge.name);
    reader.value("title", judge.title);
    reader.name("task", judge.task, taskFrom);
    reader.list("messages", [&](ObjectReader& element) {
        Message& message = judge.messages.emplace_back();
        element.value("role", message.role);
        element.value("content", message.content);
    });
    reader.object("rubric", [&](ObjectReader& rubric) { readRubric(rubric, judge); });
    reader.object("scale", [&](ObjectReader& scale) {
        scale.value("min", judge.scaleMin);
        scale.value("max", judge.scaleMax);
    });
    readCategories(reader, judge.categories);
    readPolicies(reader, judge);
    reader.object("reply", [&](ObjectReader& reply) { readReply(reply, judge.reply); });
    reader.object("parameters", [&](ObjectReader& parameters) { readParameters(parameters, judge.parameters); });
    reader.value("notes", judge.notes);
    reader.refuseUnknown();
    if (problem)
        return tl::unexpected(std::move(*problem));
    return judge;
}

std::string versionHash(const Judge& judge) {
    json document = judgeToJson(judge);
    document.erase("name");
    document.erase("title");
    document.erase("notes");
    return sha256Hex(canonicalJson(document));
}

} // namespace assize
