// SPDX-License-Identifier: Apache-2.0
#include "core/report/page.h"

#include "core/base/embedded_file.h"
#include "core/base/markup.h"

#include <cassert>
#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>
#include <span>

namespace assize {

std::span<const EmbeddedFile> embeddedReportPages(); // generated from resources/report

namespace {

namespace mustache = kainjow::mustache;

mustache::data mustacheData(const nlohmann::json& value) {
    if (value.is_object()) {
        mustache::data object{mustache::data::type::object};
        for (const auto& [name, member] : value.items())
            object.set(name, mustacheData(member));
        return object;
    }
    if (value.is_array()) {
        mustache::data list{mustache::data::type::list};
        for (const nlohmann::json& element : value)
            list.push_back(mustacheData(element));
        return list;
    }
    if (value.is_boolean())
        return mustache::data(value.get<bool>());
    assert(value.is_string() || value.is_null());
    const std::string text = value.is_string() ? value.get<std::string>() : std::string();
    return text.empty() ? mustache::data(false) : mustache::data(text);
}

std::string_view pageText(std::string_view page) {
    for (const EmbeddedFile& file : embeddedReportPages()) {
        if (file.name.substr(0, file.name.rfind('.')) == page)
            return file.text;
    }
    assert(false);
    return {};
}

} // namespace

std::string renderPage(std::string_view page, const nlohmann::json& data) {
    mustache::data values = mustacheData(data);
    for (const EmbeddedFile& file : embeddedReportPages()) {
        const std::string_view name = file.name.substr(0, file.name.rfind('.'));
        values.set(std::string(name) + "_page",
            mustache::data(mustache::partial([text = file.text] { return std::string(text); })));
    }
    mustache::mustache sheet{std::string(pageText(page))};
    assert(sheet.is_valid());
    sheet.set_custom_escape([](const std::string& text) { return escapedMarkup(text); });
    return sheet.render(values);
}

} // namespace assize
