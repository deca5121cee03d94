// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/what_if.h"

#include <nlohmann/json.hpp>

namespace assize::ui {

std::string WhatIf::key(std::string_view criterion) const {
    return foldedCriterion(criterionGroupOf(groups, criterion));
}

std::optional<double> WhatIf::weightOf(std::string_view criterion) const {
    const auto tried = weights.find(key(criterion));
    return tried == weights.end() ? std::nullopt : std::optional(tried->second);
}

bool WhatIf::isOff(std::string_view criterion) const {
    return off.contains(key(criterion));
}

void WhatIf::setWeight(std::string_view criterion, double weight) {
    weights[key(criterion)] = weight;
}

void WhatIf::setOff(std::string_view criterion, bool isOff) {
    if (isOff)
        off.insert(key(criterion));
    else
        off.erase(key(criterion));
}

std::string whatIfToJson(const WhatIf& whatIf) {
    return nlohmann::json{{"weights", whatIf.weights}, {"off", whatIf.off}}.dump();
}

WhatIf whatIfFromJson(std::string_view json) {
    const nlohmann::json document = nlohmann::json::parse(json, nullptr, false);
    if (!document.is_object())
        return {};
    try {
        WhatIf whatIf;
        for (const auto& [criterion, weight] : document.value("weights", std::map<std::string, double>()))
            whatIf.setWeight(criterion, weight);
        for (const std::string& criterion : document.value("off", std::set<std::string>()))
            whatIf.setOff(criterion, true);
        return whatIf;
    } catch (const nlohmann::json::exception&) {
        return {};
    }
}

std::string whatIfSetting(std::string_view runId) {
    return "whatif." + std::string(runId);
}

} // namespace assize::ui
