// SPDX-License-Identifier: Apache-2.0
#include "core/judge/library.h"

#include "core/base/embedded_file.h"
#include "core/base/files.h"
#include "core/base/number_from.h"
#include "core/base/text.h"
#include "core/judge/judge_yaml.h"
#include "core/session/session_reader.h"

#include <algorithm>
#include <cassert>
#include <fmt/format.h>

namespace assize {

std::span<const EmbeddedFile> embeddedJudges(); // generated from resources/judges

namespace {

constexpr std::size_t LargestJudgeFile = 4U << 20U;

/// NAME@vN or NAME@hash-prefix, taken apart.
struct Reference {
    std::string name;
    int number = 0;
    std::string hashPrefix;

    [[nodiscard]] bool accepts(const Judge& judge, int judgeNumber) const {
        if (judge.name != name || (number != 0 && judgeNumber != number))
            return false;
        return hashPrefix.empty() || versionHash(judge).starts_with(hashPrefix);
    }
};

Reference referenceFrom(std::string_view text) {
    const std::size_t at = text.rfind('@');
    Reference reference{std::string(text.substr(0, at)), 0, {}};
    if (at == std::string_view::npos)
        return reference;
    const std::string_view version = text.substr(at + 1);
    const auto number = version.starts_with('v') ? numberFrom<int>(version.substr(1)) : std::nullopt;
    if (number)
        reference.number = *number;
    else
        reference.hashPrefix = version;
    return reference;
}

bool isPath(std::string_view name) {
    return name.find('/') != std::string_view::npos || name.ends_with(".yaml") || name.ends_with(".yml");
}

Result<std::vector<NamedJudge>> sessionJudges(SessionReader* session) {
    std::vector<NamedJudge> judges;
    if (session == nullptr)
        return judges;
    auto versions = session->judgeVersions();
    if (!versions)
        return tl::unexpected(versions.error());
    for (JudgeVersion& version : *versions)
        judges.push_back({std::move(version.definition), "session", version.number});
    std::stable_sort(
        judges.begin(), judges.end(), [](const NamedJudge& a, const NamedJudge& b) { return a.number > b.number; });
    return judges;
}

tl::unexpected<Error> noSuchJudge(std::string_view name, const std::vector<NamedJudge>& judges) {
    const Reference reference = referenceFrom(name);
    std::vector<std::string> names;
    names.reserve(judges.size());
    for (const NamedJudge& judge : judges)
        names.push_back(judge.judge.name);
    if (std::find(names.begin(), names.end(), reference.name) != names.end())
        return fail(
            ErrorCode::NotFound, std::string(name), said("the judge has no such version; \"judges list\" shows them"));
    const std::string nearest = nearestName(reference.name, names);
    return fail(ErrorCode::NotFound, std::string(name),
        nearest.empty() ? said("no judge has this name; \"judges list\" shows them")
                        : said("no judge has this name; is it \"%1\"?", nearest));
}

} // namespace

const std::vector<Judge>& presetJudges() {
    static const std::vector<Judge> presets = [] {
        std::vector<Judge> judges;
        for (const EmbeddedFile& file : embeddedJudges()) {
            auto judge = judgeFromYaml(file.text, file.name);
            assert(judge.has_value());
            if (judge)
                judges.push_back(std::move(*judge));
        }
        return judges;
    }();
    return presets;
}

Result<Judge> readJudgeFile(const std::filesystem::path& path) {
    const auto text = readFile(path, LargestJudgeFile);
    if (!text)
        return tl::unexpected(text.error());
    return judgeFromYaml(*text, path.string());
}

Library readLibrary(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code ignored;
    for (std::filesystem::directory_iterator entry(folder, ignored), end; !ignored && entry != end;
         entry.increment(ignored)) {
        if (entry->path().extension() == ".yaml" || entry->path().extension() == ".yml")
            files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end());
    Library library;
    for (const std::filesystem::path& file : files) {
        if (auto judge = readJudgeFile(file))
            library.judges.push_back({std::move(*judge), "library", 0});
        else
            library.problems.push_back(std::move(judge.error()));
    }
    return library;
}

Result<NamedJudge> findJudge(
    std::string_view name, const std::filesystem::path& libraryFolder, SessionReader* session) {
    if (isPath(name)) {
        auto judge = readJudgeFile(std::filesystem::path(name));
        if (!judge)
            return tl::unexpected(judge.error());
        return NamedJudge{std::move(*judge), "file", 0};
    }
    auto judges = sessionJudges(session);
    if (!judges)
        return tl::unexpected(judges.error());
    Library library = readLibrary(libraryFolder);
    std::move(library.judges.begin(), library.judges.end(), std::back_inserter(*judges));
    for (const Judge& preset : presetJudges())
        judges->push_back({preset, "preset", 0});
    const Reference reference = referenceFrom(name);
    const auto found = std::find_if(judges->begin(), judges->end(),
        [&](const NamedJudge& judge) { return reference.accepts(judge.judge, judge.number); });
    if (found == judges->end())
        return noSuchJudge(name, *judges);
    return std::move(*found);
}

} // namespace assize
