// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/judge.h"
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

class SessionReader;

struct NamedJudge {
    Judge judge;
    std::string source; ///< "preset", "library", "session" or "file"
    int number = 0;     ///< the N of vN; 0 outside a session
};

/// The judges that come with the program, in the order they are listed. Their YAML files are compiled in.
[[nodiscard]] const std::vector<Judge>& presetJudges();

/// The *.yaml files of a library folder by name; files that cannot be read are reported beside. A folder that is not
/// there is an empty library.
struct Library {
    std::vector<NamedJudge> judges;
    std::vector<Error> problems;
};
[[nodiscard]] Library readLibrary(const std::filesystem::path& folder);

/// A judge file of any name.
[[nodiscard]] Result<Judge> readJudgeFile(const std::filesystem::path& path);

/// The judge that NAME, NAME@vN or NAME@hash-prefix means: in the session (the newest version, if none is named), the
/// library, the presets, in that order; or a YAML file's path. session may be null. InvalidArgument with the nearest
/// name if there is none, and with the file and line if a definition cannot be read.
[[nodiscard]] Result<NamedJudge> findJudge(
    std::string_view name, const std::filesystem::path& libraryFolder, SessionReader* session = nullptr);

} // namespace assize
