// SPDX-License-Identifier: Apache-2.0
#include "core/session/connection.h"

#include "core/session/search.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <mutex>
#include <sqlite3.h>
#include <unistd.h>

namespace assize {
namespace {

constexpr int BusyMilliseconds = 10'000;
constexpr int LongestValue = 512 << 20;
constexpr int LongestStatement = 1 << 20;
constexpr int LookasideSize = 4096; ///< a usual row fits: it is put together without malloc()
constexpr int LookasideCount = 128;

/// Limits and switches that make an unknown file harmless.
void harden(SQLite::Database& database) {
    sqlite3* handle = database.getHandle();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_LOOKASIDE, nullptr, LookasideSize, LookasideCount);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, LongestValue);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, LongestStatement);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1);
    sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 0);
    sqlite3_extended_result_codes(handle, 1);
    database.setBusyTimeout(BusyMilliseconds);
    database.exec("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA secure_delete=OFF; PRAGMA temp_store=MEMORY");
}

/// A plain path as a URI, so that "immutable" can be said of it.
std::string immutableUri(const std::filesystem::path& path) {
    constexpr std::string_view Digits = "0123456789ABCDEF";
    std::error_code gone; // the folder one is in: then the path has to do as it is
    const std::filesystem::path whole = std::filesystem::absolute(path, gone);
    std::string uri = "file:";
    for (const char c : (gone ? path : whole).string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '/' || c == '.' || c == '-' || c == '_') {
            uri += c;
        } else {
            uri += '%';
            uri += Digits[byte >> 4U];
            uri += Digits[byte & 15U];
        }
    }
    return uri + "?immutable=1";
}

bool isWritable(const std::filesystem::path& path) {
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    return ::access(path.c_str(), W_OK) == 0 && ::access(folder.c_str(), W_OK) == 0;
}

std::unique_ptr<SQLite::Database> openDatabase(const std::filesystem::path& path, Connection::Mode mode) {
    const int extra = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (mode == Connection::Mode::Create)
        return std::make_unique<SQLite::Database>(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | extra);
    if (mode == Connection::Mode::ReadWrite || isWritable(path))
        return std::make_unique<SQLite::Database>(path.string(), SQLite::OPEN_READWRITE | extra);
    std::error_code unknown;
    const bool isPlain = !std::filesystem::exists(path.string() + "-wal", unknown) &&
                         !std::filesystem::exists(path.string() + "-journal", unknown);
    return std::make_unique<SQLite::Database>(
        isPlain ? immutableUri(path) : path.string(), SQLite::OPEN_READONLY | SQLite::OPEN_URI | extra);
}

ErrorCode codeFor(const SQLite::Exception& problem) {
    switch (problem.getErrorCode() & 0xFF) {
    case SQLITE_FULL:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_IOERR:
        return ErrorCode::NotWritable;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::SessionLocked;
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
        return ErrorCode::CorruptSession;
    case SQLITE_NOTADB:
        return ErrorCode::NotASession;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    default:
        return ErrorCode::Internal;
    }
}

/// SQLite need not count its memory under a lock. Only counts before its first use; later it changes nothing.
void configureLibrary() {
    static std::once_flag once;
    std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const std::filesystem::path& path, Mode mode) {
    configureLibrary();
    try {
        auto database = openDatabase(path, mode);
        harden(*database);
        addSearchFunction(database->getHandle());
        if (mode == Mode::ReadOnly)
            database->exec("PRAGMA query_only=ON; PRAGMA cache_size=-16000");
        return std::unique_ptr<Connection>(new Connection(path, std::move(database)));
    } catch (const SQLite::Exception& problem) {
        return tl::unexpected(errorFrom(problem, path));
    }
}

Connection::Connection(std::filesystem::path path, std::unique_ptr<SQLite::Database> database)
    : m_path(std::move(path))
    , m_database(std::move(database)) {}

Connection::~Connection() = default;

void Connection::execute(const std::string& sql) {
    m_database->exec(sql);
}

std::int64_t Connection::lastKey() const {
    return m_database->getLastInsertRowid();
}

std::int64_t Connection::changedRows() const {
    return m_database->getChanges();
}

bool Connection::isInTransaction() const {
    return sqlite3_get_autocommit(m_database->getHandle()) == 0;
}

bool Connection::fileWasReplaced() const {
    int moved = 0;
    sqlite3_file_control(m_database->getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
}

void Connection::emptyLog() {
    execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

std::unique_ptr<SQLite::Statement> Connection::take(std::string_view sql, Idle*& home) {
    constexpr std::size_t MostTexts = 256; // filters make texts of their own without end
    if (m_inUse == 0 && m_idle.size() >= MostTexts)
        m_idle.clear();
    auto found = m_idle.find(sql);
    if (found == m_idle.end())
        found = m_idle.emplace(sql, Idle{}).first;
    home = &found->second;
    std::unique_ptr<SQLite::Statement> statement;
    if (home->empty()) {
        statement = std::make_unique<SQLite::Statement>(*m_database, found->first);
    } else {
        statement = std::move(home->back());
        home->pop_back();
    }
    ++m_inUse;
    return statement;
}

void Connection::giveBack(std::unique_ptr<SQLite::Statement> statement, Idle& home) {
    --m_inUse;
    if ((statement->tryReset() & 0xFF) != SQLITE_MISUSE)
        home.push_back(std::move(statement));
}

Error errorFrom(const SQLite::Exception& problem, const std::filesystem::path& path) {
    return {codeFor(problem), path.string(), quoted(problem.what())};
}

} // namespace assize
