// SPDX-License-Identifier: Apache-2.0
// Another session: the file itself, or its JSON Lines export. Ids, times and attempts are kept.
#include "core/base/byte_source.h"
#include "core/base/text_records.h"
#include "core/import/formats.h"
#include "core/model/stored_row.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"
#include "core/session/stored_rows.h"

namespace assize {
namespace {

Guess guessSession(const FileHead& head) {
    if (head.text.substr(0, 15) == "SQLite format 3")
        return {100, said("it is an SQLite file, as sessions are")};
    const std::string_view first = head.text.substr(0, head.text.find_first_of("\r\n"));
    if (isExportHeader(first))
        return {100, said("its first line is the header of a session's export")};
    return {};
}

Result<void> readSession(const ImportOptions& options, ImportSink& sink) {
    if (options.path.empty())
        return fail(ErrorCode::UnreadableInput, "standard input", said("a session has to be named as a file"));
    const auto session = Session::open(options.path, Session::Access::ReadOnly);
    if (!session)
        return tl::unexpected(session.error());
    const auto reader = (*session)->reader();
    if (!reader)
        return tl::unexpected(reader.error());
    std::int64_t count = 0;
    return forEachStoredRow(**reader, {}, [&](StoredRow row) -> Result<void> {
        if (options.stop.stop_requested())
            return fail(ErrorCode::Cancelled, options.path);
        return sink.stored(++count, std::move(row), {});
    });
}

Result<void> readLines(ByteSource& source, const ImportOptions& options, ImportSink& sink) {
    const auto lines = lineRecords(source);
    TextRecord line;
    while (true) {
        if (options.stop.stop_requested())
            return fail(ErrorCode::Cancelled, source.name());
        const Result<bool> more = lines->next(line);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return {};
        if (isExportHeader(line.text))
            continue;
        auto row = line.problem.isEmpty() ? storedRowFromJson(line.text)
                                          : Result<StoredRow>(fail(ErrorCode::UnreadableInput, {}, line.problem));
        const Result<void> handled = row ? sink.stored(line.line, std::move(*row), line.text)
                                         : sink.skipped(line.line, row.error().detail, line.text);
        if (!handled)
            return handled;
        sink.progress(source.bytesRead(), source.bytesTotal());
    }
}

} // namespace

Importer sessionImporter() {
    return {"assize", "another session, or its JSON Lines export", {}, guessSession,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            return source.isDatabase() ? readSession(options, sink) : readLines(source, options, sink);
        }};
}

} // namespace assize
