// SPDX-License-Identifier: Apache-2.0
#include "core/judge/judge_diff.h"

#include "core/base/text.h"
#include "core/model/judge_json.h"

#include <algorithm>
#include <dtl/dtl.hpp>
#include <map>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using Settings = std::map<std::string, std::string>;

/// The leaves of a definition by path. Empty lists and maps are leaves too.
void flatten(const nlohmann::json& node, const std::string& path, Settings& settings) {
    if (!node.is_structured() || node.empty()) {
        settings[path] = node.dump();
        return;
    }
    std::size_t number = 0;
    for (const auto& [key, child] : node.items()) {
        const std::string part = node.is_array() ? std::to_string(++number) : key;
        flatten(child, path.empty() ? part : path + "." + part, settings);
    }
}

Settings settingsOf(const Judge& judge) {
    nlohmann::json document = judgeToJson(judge);
    document.erase("messages");
    document.erase("assize");
    Settings settings;
    flatten(document, {}, settings);
    return settings;
}

std::vector<SettingDiff> diffSettings(const Settings& before, const Settings& after) {
    std::vector<SettingDiff> changes;
    for (const auto& [path, value] : before) {
        const auto other = after.find(path);
        if (other == after.end())
            changes.push_back({path, value, {}});
        else if (other->second != value)
            changes.push_back({path, value, other->second});
    }
    for (const auto& [path, value] : after) {
        if (!before.contains(path))
            changes.push_back({path, {}, value});
    }
    std::sort(
        changes.begin(), changes.end(), [](const SettingDiff& a, const SettingDiff& b) { return a.path < b.path; });
    return changes;
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    for (const std::string_view line : splitLines(text))
        lines.emplace_back(line);
    return lines;
}

std::vector<DiffLine> diffLines(const std::string& before, const std::string& after) {
    dtl::Diff<std::string, std::vector<std::string>> diff(linesOf(before), linesOf(after));
    diff.compose();
    std::vector<DiffLine> lines;
    for (const auto& [text, info] : diff.getSes().getSequence())
        lines.push_back({info.type == dtl::SES_ADD      ? LineChange::Added
                         : info.type == dtl::SES_DELETE ? LineChange::Removed
                                                        : LineChange::Same,
            text});
    // Where lines were replaced, the old ones stand before the new ones.
    for (auto begin = lines.begin(); begin != lines.end(); ++begin) {
        const auto end =
            std::find_if(begin, lines.end(), [](const DiffLine& line) { return line.change == LineChange::Same; });
        std::stable_partition(begin, end, [](const DiffLine& line) { return line.change == LineChange::Removed; });
        begin = end == lines.end() ? end - 1 : end;
    }
    return lines;
}

} // namespace

JudgeDiff diffJudges(const Judge& before, const Judge& after) {
    JudgeDiff diff;
    diff.isSameVersion = versionHash(before) == versionHash(after);
    diff.settings = diffSettings(settingsOf(before), settingsOf(after));
    const std::size_t count = std::max(before.messages.size(), after.messages.size());
    const Message none;
    for (std::size_t index = 0; index < count; ++index) {
        const Message& first = index < before.messages.size() ? before.messages[index] : none;
        const Message& second = index < after.messages.size() ? after.messages[index] : none;
        if (first == second)
            continue;
        diff.messages.push_back({index + 1, first.role, second.role, diffLines(first.content, second.content)});
    }
    return diff;
}

} // namespace assize
