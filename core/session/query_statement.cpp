// SPDX-License-Identifier: Apache-2.0
#include "core/session/query_statement.h"

#include <SQLiteCpp/Column.h>

namespace assize {

Query::Query(Connection& connection, std::string_view sql)
    : m_connection(connection)
    , m_statement(connection.take(sql, m_home)) {}

Query::~Query() {
    m_connection.giveBack(std::move(m_statement), *m_home);
}

Query& Query::withText(const std::string& text) {
    m_statement->bindNoCopy(++m_bound, text);
    return *this;
}

Query& Query::withBytes(const std::string& bytes) {
    m_statement->bindNoCopy(++m_bound, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
    return *this;
}

Query& Query::withBlob(std::string_view bytes) {
    m_statement->bind(++m_bound, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
    return *this;
}

Query& Query::with(const std::vector<std::variant<std::int64_t, double, std::string>>& values) {
    for (const auto& value : values)
        std::visit([this](const auto& held) { bind(held); }, value);
    return *this;
}

bool Query::next() {
    return m_statement->executeStep();
}

void Query::run() {
    m_statement->exec();
    m_statement->reset();
    m_bound = 0;
}

bool Query::isNull(int column) const {
    return m_statement->isColumnNull(column);
}

std::int64_t Query::integer(int column) const {
    return m_statement->getColumn(column).getInt64();
}

double Query::real(int column) const {
    return m_statement->getColumn(column).getDouble();
}

std::string Query::text(int column) const {
    return m_statement->getColumn(column).getString();
}

std::optional<double> Query::optionalReal(int column) const {
    return isNull(column) ? std::nullopt : std::optional(real(column));
}

std::optional<int> Query::optionalNumber(int column) const {
    return isNull(column) ? std::nullopt : std::optional(number(column));
}

std::optional<std::string> Query::optionalText(int column) const {
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

std::optional<Label> Query::label(int column) const {
    if (isNull(column))
        return std::nullopt;
    const std::string stored = text(column);
    for (const Label known : {Label::A, Label::B, Label::Tie, Label::BothBad}) {
        if (stored == labelText(known)) // as this program writes it; reading every spelling takes longer
            return known;
    }
    return labelFromText(stored);
}

void Query::bind(std::nullopt_t) {
    m_statement->bind(++m_bound);
}

void Query::bind(std::int64_t value) {
    m_statement->bind(++m_bound, value);
}

void Query::bind(double value) {
    m_statement->bind(++m_bound, value);
}

void Query::bind(const std::string& value) {
    m_statement->bind(++m_bound, value);
}

} // namespace assize
