// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <SQLiteCpp/Exception.h>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace SQLite {
class Database;
class Statement;
} // namespace SQLite

namespace assize {

/// One SQLite connection, set up as for a file from a stranger: defensive, no trusted schema, no extensions, bounded
/// lengths. Keeps its prepared statements. One thread at a time. Everything but open() may throw SQLite::Exception,
/// which guarded() turns into an Error at the edge of the file that calls it.
class Connection {
public:
    enum class Mode { Create, ReadWrite, ReadOnly };

    /// ReadOnly connections may still fold the WAL back when they close last, so that one file is left; on a medium
    /// that cannot be written the file is read as it stands.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const std::filesystem::path& path, Mode mode);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    void execute(const std::string& sql);
    [[nodiscard]] std::int64_t lastKey() const;     ///< of the last inserted row
    [[nodiscard]] std::int64_t changedRows() const; ///< by the last statement
    [[nodiscard]] bool isInTransaction() const;     ///< a disk error may have ended it
    [[nodiscard]] bool fileWasReplaced() const;     ///< the path no longer leads to the open file
    /// Moves the log into the open file and empties it, so that it is never taken for the log of a file that has taken
    /// this one's place.
    void emptyLog();
    [[nodiscard]] SQLite::Database& database() const { return *m_database; }

private:
    friend class Query;
    Connection(std::filesystem::path path, std::unique_ptr<SQLite::Database> database);

    /// Prepared statements of one SQL text that are not in use. Stays where it is while a statement of it is in use.
    using Idle = std::vector<std::unique_ptr<SQLite::Statement>>;
    /// Looks at a few characters only: one statement is asked for several times for every imported row.
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            constexpr std::size_t Sample = 16;
            return std::hash<std::string_view>()(text.substr(text.size() / 2, Sample)) + text.size();
        }
    };
    [[nodiscard]] std::unique_ptr<SQLite::Statement> take(std::string_view sql, Idle*& home);
    void giveBack(std::unique_ptr<SQLite::Statement> statement, Idle& home);

    std::filesystem::path m_path;
    std::unique_ptr<SQLite::Database> m_database;
    std::unordered_map<std::string, Idle, TextHash, std::equal_to<>> m_idle;
    int m_inUse = 0;
};

/// Why nothing can be written any more when fileWasReplaced().
[[nodiscard]] inline Sentence fileWasReplacedText() {
    return said("the file was moved, removed or replaced while it was open");
}

/// What a SQLite failure means to the caller: disk full and the like NotWritable, damage CorruptSession, …
[[nodiscard]] Error errorFrom(const SQLite::Exception& problem, const std::filesystem::path& path);

/// Runs work, which gives a Result, and turns an exception of SQLite into its error.
template <typename Work>
[[nodiscard]] auto guarded(const Connection& connection, const Work& work) -> decltype(work()) {
    try {
        return work();
    } catch (const SQLite::Exception& problem) {
        return tl::unexpected(errorFrom(problem, connection.path()));
    }
}

} // namespace assize
