// SPDX-License-Identifier: Apache-2.0
// Everything a session holds, a row a line (interfaces.md, Session file). The `assize` importer reads it back.
#include "core/export/formats.h"

namespace assize {
namespace {

Result<std::int64_t> writeJsonl(SessionReader& reader, const ExportOptions& options, const ExportWrite& write) {
    std::int64_t items = 0;
    if (const auto header = write(std::string(exportHeader()) + "\n"); !header)
        return tl::unexpected(header.error());
    const Result<void> done = forEachStoredRow(reader, options.choice, [&](const StoredRow& row) -> Result<void> {
        if (options.stop.stop_requested())
            return fail(ErrorCode::Cancelled, "export");
        if (std::holds_alternative<Item>(row.row)) {
            ++items;
            if (options.progress)
                options.progress(items);
        }
        return write(storedRowToJson(row) + "\n");
    });
    if (!done)
        return tl::unexpected(done.error());
    return items;
}

} // namespace

Exporter jsonlExporter() {
    return {"jsonl", "everything, a row a line; importing it gives an equal session", writeJsonl};
}

} // namespace assize
