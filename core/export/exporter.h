// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/session/stored_rows.h"
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace assize {

class SessionReader;

/// Where the bytes of an export go, in pieces; an error ends it and comes back.
using ExportWrite = std::function<Result<void>(std::string_view bytes)>;

struct ExportOptions {
    StoredRowChoice choice; ///< which items, and which run
    std::function<void(std::int64_t items)> progress;
    std::stop_token stop;
    double leastMargin = 0; ///< of preference pairs; 0: all, also those without a margin
};

/// One format. Stateless, any thread. Gives how many items it wrote; Cancelled when it was stopped.
struct Exporter {
    std::string_view name; ///< what --format takes
    std::string_view description;
    Result<std::int64_t> (*write)(SessionReader& reader, const ExportOptions& options, const ExportWrite& write);
};

/// Every format, one line each (core/export/registry.cpp).
[[nodiscard]] const std::vector<Exporter>& exporters();

/// By name; InvalidArgument lists the formats and the nearest.
[[nodiscard]] Result<const Exporter*> exporterNamed(std::string_view name);

} // namespace assize
