// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/label.h"
#include "core/session/connection.h"
#include "core/session/query.h"
#include <SQLiteCpp/Statement.h>
#include <concepts>
#include <optional>

namespace assize {

/// One use of a prepared statement: bind, step, read. Goes back to its connection's store at the end, also when the
/// same SQL is in use further up the stack. Throws SQLite::Exception.
class Query {
public:
    /// The statement is found again by its text, so texts made at run time should be few.
    Query(Connection& connection, std::string_view sql);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    /// Binds the next parameters; texts are copied.
    template <typename... Values>
    Query& with(const Values&... values) {
        (bind(values), ...);
        return *this;
    }
    /// Binds a text, or bytes, that stay alive and unchanged until run() returns.
    Query& withText(const std::string& text);
    Query& withBytes(const std::string& bytes);
    Query& withBlob(std::string_view bytes); ///< copied
    Query& with(const std::vector<std::variant<std::int64_t, double, std::string>>& values);

    [[nodiscard]] bool next(); ///< false: no more rows
    void run();                ///< to the end; then ready for new values

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] int number(int column) const { return static_cast<int>(integer(column)); }
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::optional<double> optionalReal(int column) const;
    [[nodiscard]] std::optional<int> optionalNumber(int column) const;
    [[nodiscard]] std::optional<std::string> optionalText(int column) const;
    [[nodiscard]] std::optional<Label> label(int column) const; ///< nothing for NULL and for text that is no label

private:
    void bind(std::nullopt_t);
    void bind(std::int64_t value);
    void bind(bool value) { bind(static_cast<std::int64_t>(value)); }
    void bind(int value) { bind(static_cast<std::int64_t>(value)); }
    void bind(double value);
    void bind(const std::string& value);
    void bind(std::string_view value) { bind(std::string(value)); }
    void bind(const char* value) { bind(std::string(value)); }
    void bind(Label value) { bind(labelText(value)); }
    template <typename T>
    void bind(const std::optional<T>& value) {
        if (value)
            bind(*value);
        else
            bind(std::nullopt);
    }

    Connection& m_connection;
    Connection::Idle* m_home = nullptr;
    std::unique_ptr<SQLite::Statement> m_statement;
    int m_bound = 0;
};

} // namespace assize
