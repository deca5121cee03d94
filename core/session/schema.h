// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <string>
#include <string_view>

namespace assize {

class Connection;

/// "ASZE": what application_id of a session says.
constexpr int ApplicationId = 0x41535A45;
/// Major × 1000 + minor. A newer minor can be read, a newer major cannot (interfaces.md, Session file).
constexpr int SchemaVersion = 1001;
constexpr int MajorFactor = 1000;

/// Rows that belong to another row and have a position are keyed owner × 2^20 + position, so that they need no index of
/// their own and new ones are appended at the end of the table.
constexpr int PositionBits = 20;

/// All statements that make an empty session of the current version, user_version and application_id included.
[[nodiscard]] const std::string& schemaSql();

/// CorruptSession, naming the object, unless the file holds exactly the tables, indexes and views of the current
/// version. A file of a newer minor version may hold more tables, never triggers.
[[nodiscard]] Result<void> compareSchema(Connection& connection, int version);

} // namespace assize
