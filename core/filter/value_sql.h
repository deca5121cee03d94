// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/filter/filter.h"
#include "core/filter/filter_tree.h"
#include "core/filter/names.h"

namespace assize {

/// Where a condition's SQL and its bound values grow together, so that every "?" meets its value.
class SqlText {
public:
    SqlText& add(std::string_view sql) {
        m_condition.sql += sql;
        return *this;
    }
    /// One "?" with its value.
    SqlText& bind(std::variant<std::int64_t, double, std::string> value) {
        m_condition.sql += '?';
        m_condition.values.push_back(std::move(value));
        return *this;
    }
    SqlText& add(const SqlCondition& condition);
    [[nodiscard]] SqlCondition take() { return std::move(m_condition); }

private:
    SqlCondition m_condition;
};

/// The run that a name speaks of: run("…"), else the scope's, else the only one of the session. InvalidArgument at the
/// column where there is none or the choice is open.
[[nodiscard]] Result<RowKey> runOf(const FilterValue& value, const FilterScope& scope);

/// A name as an SQL expression over the query's tables (session/item_query.cpp); for names of several texts a
/// sub-select of one column, without its parentheses.
[[nodiscard]] Result<void> addValue(SqlText& sql, const FilterValue& value, const FilterScope& scope);

/// A flag as an SQL condition.
[[nodiscard]] Result<void> addFlag(SqlText& sql, const FilterValue& flag, const FilterScope& scope);

/// "annotations a" restricted to the current rows of the scope's annotator (of everybody, if there is none) on the
/// item.
void addCurrentAnnotations(SqlText& sql, const FilterScope& scope);

} // namespace assize
