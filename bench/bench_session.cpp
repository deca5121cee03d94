// SPDX-License-Identifier: Apache-2.0
// What a list of the window asks of a session: to open it, and the first rows of a filter, a sort or a search. The
// goal is 100 ms of CPU at 100,000 items.
#include "core/base/ulid.h"
#include "core/filter/filter.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"
#include "core/session/session_writer.h"

#include <benchmark/benchmark.h>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <map>

namespace {

using namespace assize;

constexpr int RowsOnScreen = 100;
constexpr int ItemsOfAJob = 1000;

void require(bool isDone) {
    if (!isDone)
        std::abort();
}

Item itemOf(int number) {
    Item item;
    item.format = "pairs";
    item.sourceId = fmt::format("row-{}", number);
    item.category = fmt::format("category {}", number % 17);
    item.turns = {{"user", fmt::format("Question {}: how does a lock lift a boat?", number)}};
    const std::string_view rare = number % 500 == 0 ? " The lantern is 灯笼." : "";
    item.responses = {{fmt::format("{} Water from above fills the chamber, and the boat floats up to the next level "
                                   "until the gates are opened.{}",
                           number * 31 % 1000, rare),
                          {}},
        {std::string(static_cast<std::size_t>(40 + number % 200), 'x') + " and the keeper works the sluice.", {}}};
    return item;
}

/// Sessions that are made once and removed at the end.
class Sessions {
public:
    ~Sessions() {
        std::error_code ignored;
        for (const auto& [items, path] : m_paths)
            std::filesystem::remove(path, ignored);
    }

    const std::filesystem::path& of(int items) {
        auto& path = m_paths[items];
        if (!path.empty())
            return path;
        path = std::filesystem::temp_directory_path() / ("bench-session-" + newUlid() + ".assize");
        const auto session = Session::create(path);
        require(session.has_value());
        SessionWriter& writer = **(*session)->writer();
        for (int first = 0; first < items; first += ItemsOfAJob)
            require(
                writer.run([&](SessionTransaction& transaction) { return addItems(transaction, first); }).has_value());
        for (auto left = writer.indexMore(items); left && *left > 0; left = writer.indexMore(items)) {
        }
        return path;
    }

private:
    static Result<void> addItems(SessionTransaction& transaction, int first) {
        for (int number = first; number < first + ItemsOfAJob; ++number) {
            if (const auto added = transaction.addItem(itemOf(number), {}); !added)
                return tl::unexpected(added.error());
        }
        return {};
    }

    std::map<int, std::filesystem::path> m_paths;
};

Sessions& sessions() {
    static Sessions made;
    return made;
}

std::size_t firstRows(SessionReader& reader, const ItemQuery& query) {
    const auto keys = reader.itemKeys(query);
    require(keys.has_value());
    const std::size_t shown = std::min<std::size_t>(keys->size(), RowsOnScreen);
    require(reader.itemRows(std::span(*keys).first(shown), 0, "").has_value());
    return keys->size();
}

void openSession(benchmark::State& state) {
    const auto& path = sessions().of(static_cast<int>(state.range(0)));
    for (auto pass : state) {
        static_cast<void>(pass);
        const auto session = Session::open(path, Session::Access::ReadWrite);
        require(session.has_value());
        const auto reader = (*session)->reader();
        benchmark::DoNotOptimize(firstRows(**reader, {}));
    }
}

void listItems(benchmark::State& state, std::string_view filter, std::string_view search, ItemOrder order) {
    const auto session = Session::open(sessions().of(static_cast<int>(state.range(0))), Session::Access::ReadOnly);
    require(session.has_value());
    const auto reader = (*session)->reader();
    ItemQuery query;
    query.search = search;
    query.order = order;
    if (!filter.empty()) {
        const auto condition = compileFilter(filter, {0, {}, reader->get()});
        require(condition.has_value());
        query.condition = *condition;
    }
    std::size_t found = 0;
    for (auto pass : state) {
        static_cast<void>(pass);
        found = firstRows(**reader, query);
    }
    state.SetLabel(fmt::format("{} found", found));
}

void sizes(benchmark::internal::Benchmark* bench) {
    bench->ArgName("items")->Arg(10'000)->Arg(100'000)->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);
}
BENCHMARK(openSession)->Apply(sizes);
BENCHMARK_CAPTURE(listItems, filtered, "category == \"category 3\" and length_b > 150", "", ItemOrder::File)
    ->Apply(sizes);
BENCHMARK_CAPTURE(listItems, scanned, "response ~ \"lantern\"", "", ItemOrder::File)->Apply(sizes);
BENCHMARK_CAPTURE(listItems, sorted, "", "", ItemOrder::Category)->Apply(sizes);
BENCHMARK_CAPTURE(listItems, searched, "", "lantern", ItemOrder::File)->Apply(sizes);
BENCHMARK_CAPTURE(listItems, searchedChinese, "", "灯笼", ItemOrder::File)->Apply(sizes);

} // namespace

BENCHMARK_MAIN();
