// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/what_if.h"

#include <nlohmann/json.hpp>

namespace assize::ui {

std::string whatIfToJson(const WhatIf& whatIf) {
    return nlohmann::json{{"weights", whatIf.weights}, {"off", whatIf.off}}.dump();
}

WhatIf whatIfFromJson(std::string_view json) {
    const nlohmann::json document = nlohmann::json::parse(json, nullptr, false);
    if (!document.is_object())
        return {};
    try {
        return {
            document.value("weights", std::map<std::string, double>()), document.value("off", std::set<std::string>())};
    } catch (const nlohmann::json::exception&) {
        return {};
    }
}

std::string whatIfSetting(std::string_view runId) {
    return "whatif." + std::string(runId);
}

} // namespace assize::ui
