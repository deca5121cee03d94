// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/judge.h"
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

struct NamedJudge {
    Judge judge;
    std::string source; ///< "preset" or "library"
};

/// The judges that come with the program, in the order they are listed. Their YAML files are compiled in.
[[nodiscard]] const std::vector<Judge>& presetJudges();

/// Presets, and the *.yaml files of a library folder; files that cannot be read are reported beside.
struct Library {
    std::vector<NamedJudge> judges;
    std::vector<Error> problems;
};
[[nodiscard]] Library readLibrary(const std::filesystem::path& folder);

/// The judge that a name means outside a session: a library judge, a preset, or a YAML file's path.
[[nodiscard]] Result<NamedJudge> findJudge(std::string_view name, const std::filesystem::path& libraryFolder);

} // namespace assize
