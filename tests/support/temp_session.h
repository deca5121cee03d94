// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/session/session.h"
#include "core/session/session_reader.h"
#include "core/session/session_writer.h"
#include "tests/support/temp_folder.h"

namespace assize::test {

/// A new session in a folder of its own. Its functions throw std::runtime_error where something fails, so that a test
/// reads straight on.
class TempSession {
public:
    TempSession();

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] Session& session() { return *m_session; }
    [[nodiscard]] SessionReader& reader() { return *m_reader; }
    [[nodiscard]] SessionWriter& writer();
    /// Runs a job and waits.
    void write(const SessionWriter::Job& job);
    /// Adds an item of one user turn and these responses; gives its key.
    RowKey addPair(const std::string& sourceId, const std::string& prompt, const std::string& a, const std::string& b,
        const std::string& category = {});
    /// A run of a judge of this name that has nothing planned yet.
    RowKey addRun(const std::string& name, const std::string& judge = "judge");
    /// A verdict with a label and margin.
    void addVerdict(RowKey run, RowKey item, const std::string& presentation, Label label, double margin);
    void close();  ///< as at the end of the program
    void reopen(); ///< close, and open again

private:
    TempFolder m_folder;
    std::filesystem::path m_path;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SessionReader> m_reader;
};

/// The value, or a std::runtime_error that says what failed.
template <typename T>
T valueOf(Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().subject + ": " + result.error().detail.english());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace assize::test
