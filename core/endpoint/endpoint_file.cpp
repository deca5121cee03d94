// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/endpoint_file.h"

#include "core/base/files.h"
#include "core/base/number_from.h"
#include "core/base/text.h"
#include "core/endpoint/endpoint_kind.h"
#include "core/net/http_message.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <optional>
#include <type_traits>
#include <yaml-cpp/yaml.h>

namespace assize {
namespace {

constexpr const char* FileName = "endpoints.yaml";
constexpr std::size_t MaxFile = 1U << 20U;
constexpr double MostConnections = 1024;

/// Reads one file; the first problem is kept with its line.
class Reader {
public:
    explicit Reader(std::string_view source)
        : m_source(source) {}

    std::vector<Endpoint> readDocument(const YAML::Node& root) {
        std::vector<Endpoint> endpoints;
        if (root.IsNull())
            return endpoints;
        readMap(root, {{"endpoints", [&](const YAML::Node& list) {
                            if (!list.IsSequence() && !list.IsNull())
                                return refuse(list, said("endpoints has to be a list"));
                            for (const YAML::Node& entry : list)
                                endpoints.push_back(readEndpoint(entry, endpoints));
                        }}});
        return endpoints;
    }

    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }

private:
    using Fields = std::vector<std::pair<std::string, std::function<void(const YAML::Node&)>>>;

    void refuse(const YAML::Node& node, Sentence why) {
        if (!m_problem)
            m_problem =
                Error{ErrorCode::InvalidArgument, fmt::format("{}:{}", m_source, node.Mark().line + 1), std::move(why)};
    }

    void readMap(const YAML::Node& node, const Fields& fields) {
        if (!node.IsMap())
            return refuse(node, said("here has to be a map of keys and values"));
        for (const auto& entry : node) {
            const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
            const auto found =
                std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.first == key; });
            if (found != fields.end())
                found->second(entry.second);
            else
                refuse(entry.first, unknownKey(key, fields));
        }
    }

    static Sentence unknownKey(const std::string& key, const Fields& fields) {
        std::vector<std::string> known;
        std::string list;
        for (const auto& [name, read] : fields) {
            known.push_back(name);
            list += (list.empty() ? "" : ", ") + name;
        }
        const std::string nearest = nearestName(key, known);
        return nearest.empty() ? said("there is no key \"%1\"; known are %2", key, list)
                               : said("there is no key \"%1\", did you mean \"%2\"?; known are %3", key, nearest, list);
    }

    std::function<void(const YAML::Node&)> text(std::string& target) {
        return [this, &target](const YAML::Node& node) {
            if (!node.IsScalar())
                return refuse(node, said("here has to be a text"));
            target = node.Scalar();
        };
    }

    std::function<void(const YAML::Node&)> flag(bool& target) {
        return [this, &target](const YAML::Node& node) {
            const std::string value = node.IsScalar() ? node.Scalar() : std::string();
            if (value != "true" && value != "false")
                return refuse(node, said("\"%1\" is neither true nor false", value));
            target = value == "true";
        };
    }

    template <typename Number>
    std::function<void(const YAML::Node&)> number(Number& target, double low, double high) {
        return [this, &target, low, high](const YAML::Node& node) {
            const std::string value = node.IsScalar() ? node.Scalar() : std::string();
            const auto parsed = numberFrom<double>(value);
            if (!parsed || *parsed < low || *parsed > high ||
                (std::is_integral_v<Number> && *parsed != std::floor(*parsed)))
                return refuse(node, std::is_integral_v<Number>
                                        ? said("\"%1\" is not a whole number from %2 to %3", value, low, high)
                                        : said("\"%1\" is not a number from %2 to %3", value, low, high));
            target = static_cast<Number>(*parsed);
        };
    }

    Endpoint readEndpoint(const YAML::Node& node, const std::vector<Endpoint>& before) {
        Endpoint endpoint;
        EndpointLimits& limits = endpoint.limits;
        EndpointTimeouts& times = endpoint.timeouts;
        EndpointPrice& price = endpoint.price;
        readMap(node,
            {{"name", text(endpoint.name)}, {"kind", text(endpoint.kind)}, {"url", text(endpoint.url)},
                {"model", text(endpoint.model)}, {"key", text(endpoint.key)},
                {"concurrency", number(endpoint.concurrency, 1, MostConnections)}, {"stream", flag(endpoint.stream)},
                {"limits",
                    [&](const YAML::Node& map) {
                        readMap(map, {{"requests_per_minute", number(limits.requestsPerMinute, 0, 1e9)},
                                         {"tokens_per_minute", number(limits.tokensPerMinute, 0, 2e9)}});
                    }},
                {"timeout_s",
                    [&](const YAML::Node& map) {
                        readMap(map, {{"connect", number(times.connect, 0, 1e6)},
                                         {"first_token", number(times.firstToken, 0, 1e6)},
                                         {"idle", number(times.idle, 0, 1e6)}, {"total", number(times.total, 0, 1e6)}});
                    }},
                {"price", [&](const YAML::Node& map) {
                     readMap(
                         map, {{"input", number(price.input, 0, 1e9)}, {"output", number(price.output, 0, 1e9)},
                                  {"cached", number(price.cached, 0, 1e9)}, {"hourly", number(price.hourly, 0, 1e9)},
                                  {"currency", text(price.currency)}, {"per", number(price.per, 1, 1e12)}});
                 }}});
        if (const auto valid = validateEndpoint(endpoint); !valid)
            refuse(node, valid.error().detail);
        if (std::any_of(before.begin(), before.end(), [&](const Endpoint& one) { return one.name == endpoint.name; }))
            refuse(node, said("there are two endpoints \"%1\"", endpoint.name));
        return endpoint;
    }

    std::string_view m_source;
    std::optional<Error> m_problem;
};

bool isName(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-';
    });
}

bool isKeySource(std::string_view key) {
    constexpr std::array<std::string_view, 3> Schemes = {"env:", "keychain:", "file:"};
    return key == "none" || std::any_of(Schemes.begin(), Schemes.end(), [&](std::string_view scheme) {
        return key.starts_with(scheme) && key.size() > scheme.size();
    });
}

/// A map in one line, of the values that differ from their defaults.
class FlowMap {
public:
    void add(std::string_view key, double value, double standard) {
        if (value != standard)
            m_text += fmt::format("{}{}: {}", m_text.empty() ? "" : ", ", key, value);
    }
    void add(std::string_view key, const std::string& value, std::string_view standard) {
        if (value != standard)
            m_text += fmt::format("{}{}: {}", m_text.empty() ? "" : ", ", key, quoted(value));
    }
    void writeTo(std::string& out, std::string_view key) const {
        if (!m_text.empty())
            out += fmt::format("    {}: {{{}}}\n", key, m_text);
    }
    static std::string quoted(const std::string& value) {
        YAML::Emitter emitter;
        emitter << YAML::DoubleQuoted << value;
        return emitter.c_str();
    }

private:
    std::string m_text;
};

std::string endpointYaml(const Endpoint& endpoint) {
    const Endpoint standard;
    std::string out = fmt::format("  - name: {}\n    kind: {}\n", endpoint.name, endpoint.kind);
    if (!endpoint.url.empty())
        out += fmt::format("    url: {}\n", FlowMap::quoted(endpoint.url));
    if (!endpoint.model.empty())
        out += fmt::format("    model: {}\n", FlowMap::quoted(endpoint.model));
    if (endpoint.key != standard.key)
        out += fmt::format("    key: {}\n", FlowMap::quoted(endpoint.key));
    if (endpoint.concurrency != standard.concurrency)
        out += fmt::format("    concurrency: {}\n", endpoint.concurrency);
    if (endpoint.stream)
        out += "    stream: true\n";
    FlowMap limits;
    limits.add("requests_per_minute", endpoint.limits.requestsPerMinute, 0);
    limits.add("tokens_per_minute", endpoint.limits.tokensPerMinute, 0);
    limits.writeTo(out, "limits");
    FlowMap times;
    times.add("connect", endpoint.timeouts.connect, standard.timeouts.connect);
    times.add("first_token", endpoint.timeouts.firstToken, standard.timeouts.firstToken);
    times.add("idle", endpoint.timeouts.idle, standard.timeouts.idle);
    times.add("total", endpoint.timeouts.total, standard.timeouts.total);
    times.writeTo(out, "timeout_s");
    FlowMap price;
    price.add("input", endpoint.price.input, 0);
    price.add("output", endpoint.price.output, 0);
    price.add("cached", endpoint.price.cached, 0);
    price.add("hourly", endpoint.price.hourly, 0);
    price.add("currency", endpoint.price.currency, standard.price.currency);
    price.add("per", endpoint.price.per, standard.price.per);
    price.writeTo(out, "price");
    return out;
}

} // namespace

Result<void> validateEndpoint(const Endpoint& endpoint) {
    if (!isName(endpoint.name))
        return fail(ErrorCode::InvalidArgument, endpoint.name,
            said("the name of an endpoint is made of letters, digits, dots, hyphens and underscores"));
    const EndpointKind* kind = findEndpointKind(endpoint.kind);
    if (kind == nullptr) {
        std::string known;
        for (const EndpointKind& one : endpointKinds())
            known += fmt::format("{}{}", known.empty() ? "" : ", ", one.name);
        return fail(ErrorCode::InvalidArgument, endpoint.name,
            said("there is no kind \"%1\"; known are %2", endpoint.kind, known));
    }
    if (kind->server != nullptr && !parseHttpUrl(endpoint.url))
        return fail(ErrorCode::InvalidArgument, endpoint.name,
            said("its url has to begin with http:// or https:// and hold no user, password or space"));
    if (!isKeySource(endpoint.key))
        return fail(ErrorCode::InvalidArgument, endpoint.name,
            said("key has to be env:NAME, keychain:NAME, file:PATH or none; the key itself does not go there"));
    return {};
}

Result<std::vector<Endpoint>> readEndpointsYaml(std::string_view text, std::string_view source) {
    try {
        Reader reader(source);
        auto endpoints = reader.readDocument(YAML::Load(std::string(text)));
        if (reader.problem())
            return tl::unexpected(*reader.problem());
        return endpoints;
    } catch (const YAML::Exception& problem) {
        return fail(ErrorCode::InvalidArgument, fmt::format("{}:{}", source, std::max(problem.mark.line + 1, 1)),
            quoted(problem.msg));
    }
}

std::string endpointsYaml(const std::vector<Endpoint>& endpoints) {
    std::string out = "endpoints:";
    out += endpoints.empty() ? " []\n" : "\n";
    for (const Endpoint& endpoint : endpoints)
        out += endpointYaml(endpoint);
    return out;
}

Result<std::vector<Endpoint>> loadEndpoints(const std::filesystem::path& configFolder) {
    const std::filesystem::path path = configFolder / FileName;
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return std::vector<Endpoint>();
    const auto text = readFile(path, MaxFile);
    if (!text)
        return tl::unexpected(text.error());
    return readEndpointsYaml(*text, path.string());
}

Result<void> saveEndpoints(const std::filesystem::path& configFolder, const std::vector<Endpoint>& endpoints) {
    std::error_code problem;
    std::filesystem::create_directories(configFolder, problem);
    if (problem)
        return fail(ErrorCode::NotWritable, configFolder.string(), quoted(problem.message()));
    return writeFileAtomically(configFolder / FileName, endpointsYaml(endpoints));
}

} // namespace assize
