// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/run_choices.h"

#include "core/endpoint/endpoint_client.h"

#include <algorithm>

namespace assize::ui {

Result<RunChoices> readRunChoices(SessionReader& reader, const std::filesystem::path& libraryFolder) {
    RunChoices choices;
    auto versions = reader.judgeVersions();
    const auto items = reader.itemCount();
    if (!versions || !items)
        return tl::unexpected(versions ? items.error() : versions.error());
    choices.itemCount = *items;
    std::stable_sort(versions->begin(), versions->end(),
        [](const JudgeVersion& left, const JudgeVersion& right) { return left.key > right.key; });
    for (JudgeVersion& version : *versions)
        choices.judges.push_back({std::move(version.definition), "session", version.number});
    Library library = readLibrary(libraryFolder);
    std::move(library.judges.begin(), library.judges.end(), std::back_inserter(choices.judges));
    choices.problems = std::move(library.problems);
    for (const Judge& preset : presetJudges()) {
        const bool isThere = std::any_of(choices.judges.begin(), choices.judges.end(),
            [&](const NamedJudge& other) { return other.judge == preset; });
        if (!isThere)
            choices.judges.push_back({preset, "preset", 0});
    }
    return choices;
}

Result<std::vector<std::string>> modelsOf(
    HttpClient& http, const Endpoint& endpoint, Credentials credentials, std::stop_token stop) {
    const auto client = EndpointClient::create(http, endpoint, std::move(credentials));
    if (!client)
        return tl::unexpected(client.error());
    return client->models(std::move(stop));
}

} // namespace assize::ui
