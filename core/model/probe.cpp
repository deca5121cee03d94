// SPDX-License-Identifier: Apache-2.0
#include "core/model/probe.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace assize {

std::string_view probeName(Probe probe) {
    switch (probe) {
    case Probe::Swap:
        return "swap";
    case Probe::Criteria:
        return "criteria";
    case Probe::Whitespace:
        return "whitespace";
    case Probe::Length:
        return "length";
    case Probe::Markdown:
        return "markdown";
    case Probe::Models:
        return "models";
    case Probe::Injection:
        return "injection";
    }
    return {};
}

std::optional<Probe> probeFrom(std::string_view name) {
    const auto* found =
        std::find_if(AllProbes.begin(), AllProbes.end(), [&](Probe probe) { return probeName(probe) == name; });
    return found == AllProbes.end() ? std::nullopt : std::optional(*found);
}

std::string parametersUnder(Probe probe) {
    return nlohmann::json{{"probe", probeName(probe)}}.dump();
}

std::optional<Probe> probeOf(const Run& run) {
    const auto parameters = nlohmann::json::parse(run.parameters, nullptr, false);
    const auto found = parameters.is_object() ? parameters.find("probe") : parameters.end();
    return found != parameters.end() && found->is_string() ? probeFrom(found->get<std::string>()) : std::nullopt;
}

} // namespace assize
