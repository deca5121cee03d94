// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/exporter.h"
#include "tests/support/temp_session.h"
#include <string>

namespace assize::test {

/// What a format writes of a session, and of how many items.
struct Exported {
    std::string text;
    std::int64_t items = 0;

    Exported(TempSession& session, std::string_view format, const ExportOptions& options = {}) {
        const auto exporter = valueOf(exporterNamed(format));
        items = valueOf(exporter->write(session.reader(), options, [&](std::string_view bytes) -> Result<void> {
            text += bytes;
            return {};
        }));
    }
};

} // namespace assize::test
