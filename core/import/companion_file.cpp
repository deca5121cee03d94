// SPDX-License-Identifier: Apache-2.0
#include "core/import/companion_file.h"

#include "core/base/files.h"
#include "core/base/text_records.h"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace assize {
namespace {

Error storeFailure() {
    return {ErrorCode::NotWritable, temporaryFolder().string(),
        said("records of another file cannot be kept there while they are joined")};
}

/// std::tmpfile() would not look at TMPDIR, which may lead to where there is more room. Null if it cannot be made.
std::FILE* openNameless() {
    std::string name = (temporaryFolder() / "assize-XXXXXX").string();
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0)
        return nullptr;
    ::unlink(name.c_str());
    return ::fdopen(descriptor, "w+");
}

} // namespace

Result<void> readCompanionFile(const std::string& path, const std::stop_token& stop, const RecordFunction& take) {
    std::error_code problem;
    if (!std::filesystem::is_regular_file(path, problem))
        return {};
    Result<ByteSource> source = ByteSource::open(path, stop);
    const auto layout = source ? jsonLayoutOf(source->head()) : std::nullopt;
    if (!layout)
        return {};
    const auto records = *layout == JsonLayout::Lines ? lineRecords(*source) : elementRecords(*source, *layout);
    simdjson::dom::parser parser;
    TextRecord record;
    for (;;) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, path);
        const Result<bool> more = records->next(record);
        if (!more || !*more)
            return {};
        simdjson::dom::element element;
        if (!record.problem.isEmpty() ||
            parser.parse(record.text.data(), record.text.size(), false).get(element) != simdjson::SUCCESS)
            continue;
        if (!take(RowValue(element)))
            return {};
    }
}

Result<TextStore::Place> TextStore::add(std::string_view text) {
    if (m_file == nullptr)
        m_file.reset(openNameless());
    if (m_file == nullptr || std::fseek(m_file.get(), 0, SEEK_END) != 0)
        return tl::unexpected(storeFailure());
    const Place place{std::ftell(m_file.get()), text.size()};
    if (std::fwrite(text.data(), 1, text.size(), m_file.get()) != text.size())
        return tl::unexpected(storeFailure());
    return place;
}

Result<std::string> TextStore::text(const Place& place) {
    std::string text(place.size, '\0');
    if (m_file == nullptr || std::fseek(m_file.get(), place.begin, SEEK_SET) != 0 ||
        std::fread(text.data(), 1, text.size(), m_file.get()) != text.size())
        return tl::unexpected(storeFailure());
    return text;
}

} // namespace assize
