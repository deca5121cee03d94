// SPDX-License-Identifier: Apache-2.0
#include "app/cli/usage_error.h"

#include "app/cli/command.h"
#include "core/base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assize::cli {
namespace {

const std::vector<std::string> GlobalValues = {"--log-level", "--config-dir"};
const std::vector<std::string> Switches = {"--help", "--version", "--json"};

bool isIn(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Words that are neither options nor values of the two options that stand before a command.
std::vector<std::string> plainWords(const std::vector<std::string>& words) {
    std::vector<std::string> plain;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (isIn(GlobalValues, words[at]))
            ++at;
        else if (!words[at].starts_with('-'))
            plain.push_back(words[at]);
    }
    return plain;
}

/// First words of all commands, or second words of those in a group ("list", "show", …).
std::vector<std::string> namesIn(std::string_view group) {
    std::vector<std::string> names;
    for (const Command& command : commands()) {
        const std::size_t space = command.name.find(' ');
        if (group.empty())
            names.emplace_back(command.name.substr(0, space));
        else if (space != std::string_view::npos && command.name.substr(0, space) == group)
            names.emplace_back(command.name.substr(space + 1));
    }
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

const Command* commandNamed(std::string_view name) {
    const auto& all = commands();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Command& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::string suggestion(std::string_view mistyped, const std::vector<std::string>& known) {
    const std::string nearest = nearestName(mistyped, known);
    return nearest.empty() ? fmt::format("there are {}", fmt::join(known, ", "))
                           : fmt::format("did you mean {}?", nearest);
}

Error unknownCommand(const std::string& word, std::string_view group) {
    const std::string subject = group.empty() ? word : fmt::format("{} {}", group, word);
    return {
        ErrorCode::InvalidArgument, subject, said("no command has this name; %1", suggestion(word, namesIn(group)))};
}

} // namespace

Error usageError(const std::vector<std::string>& words, std::string_view parserSays) {
    const std::vector<std::string> plain = plainWords(words);
    if (plain.empty())
        return {ErrorCode::InvalidArgument, {}, said("a command is missing; %1", suggestion("", namesIn("")))};
    std::string name = plain.front();
    const std::vector<std::string> group = namesIn(name);
    if (group.empty() && commandNamed(name) == nullptr)
        return unknownCommand(name, "");
    if (!group.empty() && plain.size() < 2)
        return {ErrorCode::InvalidArgument, name, said("say which: %1", fmt::format("{}", fmt::join(group, ", ")))};
    if (!group.empty() && !isIn(group, plain[1]))
        return unknownCommand(plain[1], name);
    if (!group.empty())
        name += " " + plain[1];
    std::vector<std::string> known = GlobalValues;
    known.insert(known.end(), Switches.begin(), Switches.end());
    for (const Option& option : commandNamed(name)->options)
        known.emplace_back(option.flag);
    for (const std::string& word : words) {
        const std::string flag = word.substr(0, word.find('='));
        if (flag.starts_with("--") && flag != "--" && !isIn(known, flag))
            return {ErrorCode::InvalidArgument, fmt::format("{} {}", name, flag),
                said("no option has this name; %1", suggestion(flag, known))};
    }
    return {ErrorCode::InvalidArgument, name, quoted(std::string(parserSays))};
}

} // namespace assize::cli
