// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace assize::test {

/// A home folder with a session of so many pairs, s.assize, and the judge command to run on it. Prompts end in
/// "number N." with N from 0.
class ServerSession {
public:
    explicit ServerSession(int items, const std::string& name = "s.assize");

    /// assize-cli judge with these arguments after the session.
    [[nodiscard]] Finished judge(std::vector<std::string> arguments) const;
    /// The same with --json; the document, or null if there is none.
    [[nodiscard]] nlohmann::json judged(std::vector<std::string> arguments) const;
    [[nodiscard]] std::vector<std::string> judgeCommand(std::vector<std::string> arguments) const;
    [[nodiscard]] ProcessOptions options() const;

    [[nodiscard]] const TempFolder& home() const { return m_home; }
    [[nodiscard]] std::filesystem::path path() const { return m_home.path() / m_name; }
    void importInto(const std::string& name) const; ///< the same pairs into another session

    struct Stored {
        std::size_t rows = 0;  ///< every attempt
        std::size_t calls = 0; ///< different (item, presentation, sample)
    };
    [[nodiscard]] Stored stored() const;
    [[nodiscard]] bool isSound() const; ///< as `check` sees it

private:
    TempFolder m_home;
    std::string m_name;
};

/// planned = already + cached + sent + not_reached.
[[nodiscard]] bool addsUp(const nlohmann::json& report);

} // namespace assize::test
