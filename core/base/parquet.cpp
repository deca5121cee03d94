// SPDX-License-Identifier: Apache-2.0
// DuckDB is optional and large, so that it is neither linked nor shipped: eight functions of its C interface are looked
// up in the library where a person has it. It reads and writes files, here with JSON Lines on the other side.
#include "core/base/parquet.h"

#include "core/base/files.h"
#include "core/base/ulid.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <unistd.h>

namespace assize {
namespace {

/// duckdb_result is a structure of six words; there is room for it to grow.
struct alignas(16) DuckResult {
    std::array<std::byte, 256> words{};
};

/// duckdb.h, as far as it is used. Handles are pointers, and 0 is success.
struct DuckDb {
    int (*open)(const char* path, void** database) = nullptr;
    void (*close)(void** database) = nullptr;
    int (*connect)(void* database, void** connection) = nullptr;
    void (*disconnect)(void** connection) = nullptr;
    int (*query)(void* connection, const char* sql, DuckResult* result) = nullptr;
    const char* (*resultError)(DuckResult* result) = nullptr;
    void (*destroyResult)(DuckResult* result) = nullptr;
    void (*interrupt)(void* connection) = nullptr;
};

template <typename Function>
bool lookUp(void* library, const char* name, Function& function) {
    function = reinterpret_cast<Function>(::dlsym(library, name));
    return function != nullptr;
}

/// Loaded once and kept to the end of the program, as its threads may outlive any use of it.
const DuckDb* duckDb() {
    static const std::unique_ptr<DuckDb> loaded = []() -> std::unique_ptr<DuckDb> {
        const char* named = std::getenv("ASSIZE_DUCKDB");
        void* library = ::dlopen(named != nullptr && *named != '\0' ? named : "libduckdb.so", RTLD_NOW | RTLD_LOCAL);
        if (library == nullptr)
            return nullptr;
        auto found = std::make_unique<DuckDb>();
        const bool isComplete =
            lookUp(library, "duckdb_open", found->open) && lookUp(library, "duckdb_close", found->close) &&
            lookUp(library, "duckdb_connect", found->connect) &&
            lookUp(library, "duckdb_disconnect", found->disconnect) && lookUp(library, "duckdb_query", found->query) &&
            lookUp(library, "duckdb_result_error", found->resultError) &&
            lookUp(library, "duckdb_destroy_result", found->destroyResult) &&
            lookUp(library, "duckdb_interrupt", found->interrupt);
        return isComplete ? std::move(found) : nullptr;
    }();
    return loaded.get();
}

/// A database in memory that looks for nothing on the network.
class DuckConnection {
public:
    explicit DuckConnection(const DuckDb& duckdb)
        : m_duckdb(duckdb) {
        if (m_duckdb.open(nullptr, &m_database) == 0)
            static_cast<void>(m_duckdb.connect(m_database, &m_connection));
    }
    ~DuckConnection() {
        if (m_connection != nullptr)
            m_duckdb.disconnect(&m_connection);
        if (m_database != nullptr)
            m_duckdb.close(&m_database);
    }
    DuckConnection(const DuckConnection&) = delete;
    DuckConnection& operator=(const DuckConnection&) = delete;

    Result<void> run(const std::string& sql, const std::stop_token& stop) {
        if (m_connection == nullptr)
            return fail(ErrorCode::Internal, "DuckDB", said("it could not be started"));
        for (const char* setting :
            {"SET autoinstall_known_extensions = false", "SET autoload_known_extensions = false"}) {
            if (auto done = query(setting); !done)
                return done;
        }
        const std::stop_callback interrupt(stop, [this] { m_duckdb.interrupt(m_connection); });
        auto done = query(sql);
        return stop.stop_requested() ? fail(ErrorCode::Cancelled, "Parquet") : std::move(done);
    }

private:
    Result<void> query(const std::string& sql) {
        DuckResult result;
        const int state = m_duckdb.query(m_connection, sql.c_str(), &result);
        const char* problem = m_duckdb.resultError(&result);
        Result<void> done;
        if (state != 0)
            done = fail(
                ErrorCode::UnreadableInput, "Parquet", problem == nullptr ? said("DuckDB failed") : quoted(problem));
        m_duckdb.destroyResult(&result);
        return done;
    }

    const DuckDb& m_duckdb;
    void* m_database = nullptr;
    void* m_connection = nullptr;
};

/// A path inside quotation marks.
std::string sqlText(const std::filesystem::path& path) {
    std::string quoted = "'";
    for (const char c : path.string())
        quoted.append(c == '\'' ? 2 : 1, c);
    return quoted + "'";
}

/// What DuckDB says, without the statement it shows below and without our folder.
std::string firstLine(std::string text, const std::filesystem::path& folder) {
    text.resize(std::min(text.find('\n'), text.size()));
    const std::string own = folder.string() + "/";
    for (std::size_t at = text.find(own); at != std::string::npos; at = text.find(own))
        text.erase(at, own.size());
    return text;
}

tl::unexpected<Error> systemFailure(ErrorCode code, const std::filesystem::path& path) {
    return fail(code, path.string(), quoted(std::strerror(errno)));
}

} // namespace

WorkFolder::WorkFolder() {
    std::error_code ignored; // a folder that could not be made shows where a file in it is opened
    m_path = temporaryFolder() / ("assize-" + newUlid());
    std::filesystem::create_directory(m_path, ignored);
    std::filesystem::permissions(m_path, std::filesystem::perms::owner_all, ignored);
}

WorkFolder::~WorkFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

Result<void> wantDuckDb() {
    if (duckDb() != nullptr)
        return {};
    return fail(ErrorCode::NotFound, "Parquet",
        said("the library that reads and writes it, DuckDB (libduckdb.so), is not installed; install it, name it in "
             "ASSIZE_DUCKDB, or use JSON Lines"));
}

Result<int> openParquetAsJsonLines(const std::filesystem::path& path, const std::stop_token& stop) {
    if (const auto wanted = wantDuckDb(); !wanted)
        return fail(
            ErrorCode::UnreadableInput, path.string(), said("it is a Parquet file, and %1", wanted.error().detail));
    // A plain name, because DuckDB takes * and [ in a path for patterns, and folders such as "a=b" for columns.
    const WorkFolder folder;
    std::error_code problem;
    std::filesystem::create_symlink(std::filesystem::absolute(path, problem), folder.path() / "in.parquet", problem);
    if (problem)
        return fail(ErrorCode::NotWritable, folder.path().string(), quoted(problem.message()));
    const auto rows = folder.path() / "rows.jsonl";
    const auto done = DuckConnection(*duckDb()).run(
        fmt::format("COPY (SELECT * FROM read_parquet({}, hive_partitioning = false)) TO {} (FORMAT JSON)",
            sqlText(folder.path() / "in.parquet"), sqlText(rows)),
        stop);
    if (!done)
        return fail(done.error().code, path.string(), quoted(firstLine(done.error().detail.english(), folder.path())));
    const int descriptor = ::open(rows.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return systemFailure(ErrorCode::UnreadableInput, rows);
    return descriptor;
}

Result<void> writeParquet(const std::filesystem::path& jsonLines, std::string_view columns,
    const std::function<Result<void>(std::string_view bytes)>& write, const std::stop_token& stop) {
    if (auto wanted = wantDuckDb(); !wanted)
        return wanted;
    const WorkFolder folder;
    const auto made = folder.path() / "out.parquet";
    auto done = DuckConnection(*duckDb()).run(
        fmt::format("COPY (SELECT * FROM read_json({}, format = 'newline_delimited', maximum_object_size = 268435456, "
                    "columns = {})) TO {} (FORMAT PARQUET)",
            sqlText(jsonLines), columns, sqlText(made)),
        stop);
    if (!done)
        return done;
    std::ifstream file(made, std::ios::binary);
    std::string block(1U << 20U, '\0');
    while (done && file.read(block.data(), static_cast<std::streamsize>(block.size())).gcount() > 0)
        done = write(std::string_view(block).substr(0, static_cast<std::size_t>(file.gcount())));
    return done;
}

} // namespace assize
