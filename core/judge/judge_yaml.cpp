// SPDX-License-Identifier: Apache-2.0
// Reading goes by way of JSON: the YAML becomes a JSON document, core/model/judge_json reads that, and the path in its
// error is looked up in the YAML again for the line.
#include "core/judge/judge_yaml.h"

#include "core/base/control_characters.h"
#include "core/base/number_from.h"
#include "core/base/text.h"
#include "core/judge/validate.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <yaml-cpp/yaml.h>

namespace assize {
namespace {

using nlohmann::json;

constexpr int MaxDepth = 16;
constexpr std::size_t MostBytes = 16U << 20U; ///< of all values; aliases can make any number out of a few lines
constexpr std::size_t BytesOfNode = 64;

int lineOf(const YAML::Node& node) {
    return node.Mark().line + 1;
}

tl::unexpected<Error> failAt(std::string_view source, int line, std::string detail) {
    return fail(ErrorCode::InvalidArgument, fmt::format("{}:{}", source, std::max(line, 1)), quoted(std::move(detail)));
}

/// Plain scalars are typed as YAML 1.2 does it: "yes" and "no" are words, as classes are often called.
json scalarToJson(const YAML::Node& node) {
    const std::string& text = node.Scalar();
    if (node.Tag() == "!")
        return text;
    if (text == "true" || text == "false")
        return text == "true";
    if (text.empty() || text == "~" || text == "null")
        return nullptr;
    if (const auto whole = numberFrom<std::int64_t>(text))
        return *whole;
    if (const auto real = numberFrom<double>(text))
        return *real;
    return text;
}

class Converter {
public:
    explicit Converter(std::string_view source)
        : m_source(source) {}

    Result<json> convert(const YAML::Node& node, int depth = 0) {
        if (depth > MaxDepth)
            return failAt(m_source, lineOf(node), "it is nested too deeply");
        m_bytes += BytesOfNode + (node.IsScalar() ? node.Scalar().size() : 0);
        if (m_bytes > MostBytes)
            return failAt(m_source, lineOf(node), "it says too much: aliases repeat their texts");
        if (node.IsScalar())
            return scalarToJson(node);
        if (node.IsSequence())
            return convertList(node, depth);
        if (node.IsMap())
            return convertMap(node, depth);
        return json(nullptr);
    }

private:
    Result<json> convertList(const YAML::Node& node, int depth) {
        json list = json::array();
        for (const YAML::Node& element : node) {
            auto converted = convert(element, depth + 1);
            if (!converted)
                return converted;
            list.push_back(std::move(*converted));
        }
        return list;
    }

    Result<json> convertMap(const YAML::Node& node, int depth) {
        json map = json::object();
        for (const auto& entry : node) {
            if (!entry.first.IsScalar())
                return failAt(m_source, lineOf(entry.first), "a key must be one word");
            const std::string& key = entry.first.Scalar();
            if (map.contains(key))
                return failAt(m_source, lineOf(entry.first), fmt::format("\"{}\" stands here twice", key));
            auto converted = convert(entry.second, depth + 1);
            if (!converted)
                return converted;
            if (!converted->is_null() || key == "seed")
                map[key] = std::move(*converted);
        }
        return map;
    }

    std::string_view m_source;
    std::size_t m_bytes = 0;
};

/// The line of the deepest part of a path such as "rubric.criteria.2.weight" that is there.
int lineOfPath(const YAML::Node& root, std::string_view path) {
    YAML::Node node = root;
    int line = lineOf(root);
    while (!path.empty()) {
        const std::string part(path.substr(0, path.find('.')));
        path.remove_prefix(std::min(path.size(), part.size() + 1));
        YAML::Node next;
        std::size_t index = 0;
        for (auto entry = node.begin(); entry != node.end(); ++entry) {
            ++index;
            if (node.IsSequence() ? std::to_string(index) != part : entry->first.Scalar() != part)
                continue;
            next.reset(node.IsSequence() ? YAML::Node(*entry) : entry->second);
            line = lineOf(node.IsSequence() ? YAML::Node(*entry) : entry->first);
        }
        if (!next.IsDefined() || next.IsNull())
            return line;
        node.reset(next);
    }
    return line;
}

std::string explained(const Error& error, const json& document) {
    const std::size_t dot = error.subject.rfind('.');
    const std::string key = error.subject.substr(dot == std::string::npos ? 0 : dot + 1);
    if (error.detail != "unknown key")
        return error.subject.empty() ? error.detail.english()
                                     : fmt::format("{}: {}", error.subject, error.detail.english());
    std::vector<std::string> known;
    const json complete = judgeToJson(Judge{});
    json::json_pointer parent;
    if (dot != std::string::npos)
        parent = json::json_pointer("/" + error.subject.substr(0, error.subject.find('.')));
    const json& fields = complete.contains(parent) && complete.at(parent).is_object() ? complete.at(parent) : complete;
    for (const auto& [name, ignored] : fields.items()) {
        if (!document.contains(name))
            known.push_back(name);
    }
    const std::string nearest = nearestName(key, known);
    return fmt::format("unknown key \"{}\"{}", key, nearest.empty() ? "" : fmt::format("; is it \"{}\"?", nearest));
}

Result<Judge> judgeFromNode(const YAML::Node& root, std::string_view source) {
    if (!root.IsMap())
        return failAt(source, 1, "a judge definition is a map that begins with \"assize: judge/1\"");
    const auto document = Converter(source).convert(root);
    if (!document)
        return tl::unexpected(document.error());
    for (const char* required : {"assize", "name", "messages"}) {
        if (!document->contains(required))
            return failAt(source, 1, fmt::format("\"{}\" is missing", required));
    }
    auto judge = judgeFromJson(*document);
    if (!judge)
        return failAt(source, lineOfPath(root, judge.error().subject), explained(judge.error(), *document));
    if (const auto problem = findDefinitionProblem(*judge))
        return failAt(source, lineOfPath(root, problem->path), fmt::format("{}: {}", problem->path, problem->reason));
    return judge;
}

} // namespace

Result<Judge> judgeFromYaml(std::string_view yaml, std::string_view sourceName) {
    if (!isUtf8(yaml))
        return failAt(sourceName, 1, "it is not UTF-8 text");
    if (const auto at = findControlCharacter(yaml)) {
        const auto line = std::count(yaml.begin(), yaml.begin() + static_cast<std::ptrdiff_t>(*at), '\n') + 1;
        return failAt(sourceName, static_cast<int>(line),
            "a control character stands here; YAML takes it only as an escape in double quotes");
    }
    try {
        return judgeFromNode(YAML::Load(std::string(yaml)), sourceName);
    } catch (const YAML::Exception& problem) {
        return failAt(sourceName, problem.mark.line + 1, problem.msg);
    }
}

} // namespace assize
