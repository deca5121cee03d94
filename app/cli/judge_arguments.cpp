// SPDX-License-Identifier: Apache-2.0
#include "app/cli/judge_arguments.h"

#include "core/base/byte_source.h"
#include "core/import/importer.h"
#include "core/model/presentation.h"
#include "core/model/stored_row.h"

#include <fmt/format.h>

namespace assize::cli {
namespace {

/// Keeps the first item and stops the import.
class FirstItem : public ImportSink {
public:
    Result<void> record(ImportRecord record, std::string_view) override {
        if (!record.item)
            return {};
        item = std::move(record.item);
        return fail(ErrorCode::Cancelled, {});
    }
    Result<void> stored(std::int64_t, StoredRow, std::string_view) override { return {}; }
    Result<void> skipped(std::int64_t, Sentence why, std::string_view) override {
        reason = std::move(why);
        return {};
    }
    void progress(std::int64_t, std::int64_t) override {}

    std::optional<Item> item;
    Sentence reason = said("it holds no item");
};

} // namespace

Result<OptionalSession> sessionFrom(const Arguments& arguments) {
    const auto path = arguments.value("--session");
    if (!path)
        return OptionalSession{};
    auto session = Session::open(*path, Session::Access::ReadOnly);
    if (!session)
        return tl::unexpected(session.error());
    auto reader = (*session)->reader();
    if (!reader)
        return tl::unexpected(reader.error());
    return OptionalSession{std::move(*session), std::move(*reader)};
}

std::filesystem::path judgeLibrary(const Terminal& terminal) {
    return terminal.places.data / "judges";
}

Result<NamedJudge> judgeNamed(std::string_view name, const Terminal& terminal, SessionReader* session) {
    return findJudge(name, judgeLibrary(terminal), session);
}

Result<std::string> presentationFrom(const Arguments& arguments, Task task, std::size_t responseCount) {
    const std::string order = arguments.valueOr("--order", "ab");
    std::size_t shown = responseCount;
    if (task == Task::Pairwise || task == Task::ScorePair)
        shown = 2;
    else if (task != Task::Select)
        shown = 1;
    if (order == "ab" || order == "ba") {
        const auto orders = presentationsFor(shown, order == "ab" ? Orders::AB : Orders::BA, {}, 1);
        return orders.empty() ? std::string() : orders.front();
    }
    const std::string_view letters = lettersOf(order);
    if (isPresentation(letters, letters.size()) && letters.size() <= shown)
        return order;
    return fail(ErrorCode::InvalidArgument, "--order",
        said("\"%1\" is neither ab, ba nor an order of the responses such as CAB", order));
}

Result<Item> itemFromFile(const std::string& path) {
    auto source = ByteSource::open(path);
    if (!source)
        return tl::unexpected(source.error());
    ImportOptions options;
    options.path = path == "-" ? std::string() : path;
    const auto guess = guessFormat(*source, options);
    if (!guess)
        return tl::unexpected(guess.error());
    FirstItem first;
    const auto done = guess->importer->read(*source, options, first);
    if (first.item)
        return std::move(*first.item);
    if (!done)
        return tl::unexpected(done.error());
    return fail(ErrorCode::NoUsableRow, path, first.reason);
}

} // namespace assize::cli
