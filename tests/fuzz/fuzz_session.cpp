// SPDX-License-Identifier: Apache-2.0
// A session from a stranger is opened, checked, read and written to, or refused with a reason. The input is a list of
// changes to a real session: bytes of the file, or values of its rows that no Assize would write.
#include "core/base/files.h"
#include "core/session/check.h"
#include "tests/support/temp_session.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sqlite3.h>

namespace assize {
namespace {

using test::valueOf;

struct Column {
    std::string table;
    std::string name;
};

/// A closed session with a row of every kind, its bytes, and the columns a stranger may change.
struct Original {
    Original() {
        sqlite3_initialize();
        test::TempSession session;
        const RowKey item = session.addPair("1", "Which river?", "The \"Rhine\"", "莱茵河", "geo");
        session.addPair("2", "And which lake?", std::string(9000, 'x'), "none");
        const RowKey run = session.addRun("run");
        session.addVerdict(run, item, "AB", Label::A, 0.5);
        session.write([&](SessionTransaction& transaction) { return addRest(transaction, run, item); });
        valueOf(session.writer().indexMore(10));
        session.close();
        bytes = valueOf(readFile(session.path()));
        SQLite::Database database(session.path().string(), SQLite::OPEN_READWRITE);
        SQLite::Statement names(database, "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c "
                                          "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'");
        while (names.executeStep())
            columns.push_back({names.getColumn(0).getString(), names.getColumn(1).getString()});
    }

    static Result<void> addRest(SessionTransaction& transaction, RowKey run, RowKey item) {
        Verdict verdict;
        verdict.runKey = run;
        verdict.itemKey = item;
        verdict.presentation = "BA";
        verdict.judgement.outcome = Outcome::Verdict;
        verdict.judgement.label = Label::B;
        verdict.judgement.criteria.resize(2);
        verdict.judgement.criteria[0].criterion.name = "clarity";
        verdict.judgement.criteria[0].justificationA = "It says \"Rhine\"";
        verdict.judgement.criteria[1].criterion.name = "length";
        verdict.judgement.flags = {"invented-quotation"};
        verdict.requestHash = std::string(64, 'a');
        verdict.rawReply = std::string(3000, 'r');
        valueOf(transaction.addVerdict(verdict));
        ItemLabel label;
        label.itemKey = item;
        label.annotator = "Ann";
        label.label = Label::Tie;
        valueOf(transaction.addLabel(label));
        Annotation annotation;
        annotation.itemKey = item;
        annotation.annotator = "Maya";
        annotation.label = Label::A;
        annotation.tags = {"odd"};
        annotation.comment = "see";
        valueOf(transaction.addAnnotation(annotation));
        return transaction.setSetting("name", "value");
    }

    std::string bytes;
    std::vector<Column> columns;
};

class Input {
public:
    explicit Input(std::string_view bytes)
        : m_bytes(bytes) {}
    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }
    std::size_t number(std::size_t bytes) {
        std::size_t value = 0;
        for (const char c : take(bytes))
            value = value << 8U | static_cast<unsigned char>(c);
        return value;
    }
    std::string_view take(std::size_t size) {
        const std::string_view taken = m_bytes.substr(0, size);
        m_bytes.remove_prefix(taken.size());
        return taken;
    }

private:
    std::string_view m_bytes;
};

/// One value of any type into one column, of one row or of all.
void changeColumn(SQLite::Database& database, const Column& column, Input& input) {
    const std::size_t kind = input.number(1);
    try {
        SQLite::Statement change(database,
            "UPDATE " + column.table + " SET " + column.name + " = ?" + (kind % 2 == 0 ? "" : " WHERE rowid = 1"));
        const std::string_view bytes = input.take(input.number(1));
        if (kind % 5 == 0)
            change.bind(1, static_cast<std::int64_t>(Input(bytes).number(8)));
        else if (kind % 5 == 1)
            change.bind(1, bytes.data(), static_cast<int>(bytes.size()));
        else if (kind % 5 == 2)
            change.bind(1);
        else if (kind % 5 == 3)
            change.bind(1, 1e300 * static_cast<double>(Input(bytes).number(8)));
        else
            change.bind(1, std::string(bytes));
        change.exec();
    } catch (const SQLite::Exception&) {
        return; // its constraints, or earlier changes, do not allow it
    }
}

void makeHostile(const Original& original, const std::filesystem::path& path, Input input) {
    std::string bytes = original.bytes;
    const std::size_t patches = input.number(1) % 8;
    for (std::size_t patch = 0; patch < patches && !input.isEmpty(); ++patch) {
        const std::size_t at = input.number(3) % bytes.size();
        const std::string_view changed = input.take(input.number(1) % 32);
        bytes.replace(at, std::min(changed.size(), bytes.size() - at), changed.substr(0, bytes.size() - at));
    }
    std::ofstream(path, std::ios::binary) << bytes;
    if (input.isEmpty())
        return;
    try {
        SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
        while (!input.isEmpty())
            changeColumn(database, original.columns[input.number(1) % original.columns.size()], input);
    } catch (const SQLite::Exception&) {
        return; // the patches made it something else than a database
    }
}

/// What a call gives does not matter; that it comes back, and says why if it fails, does.
template <typename T>
bool wantReason(const Result<T>& result) {
    if (!result && result.error().detail.isEmpty() && result.error().subject.empty())
        std::abort();
    return result.has_value();
}

void readAll(SessionReader& reader) {
    ItemQuery query;
    query.search = "river";
    query.annotator = "Maya";
    const auto keys = reader.itemKeys({});
    wantReason(reader.itemCount());
    wantReason(reader.countItems(query));
    if (wantReason(keys))
        wantReason(reader.itemRows(*keys, 1, "Maya"));
    wantReason(reader.forEachItem({}, [](const Item& item) { return static_cast<void>(titleOf(item)), true; }));
    wantReason(reader.forEachLabel([](const ItemLabel&) { return true; }));
    wantReason(reader.forEachAnnotation(true, [](const Annotation&) { return true; }));
    wantReason(reader.judgeVersions());
    wantReason(reader.runs());
    wantReason(reader.missingCalls(1));
    wantReason(reader.verdictsOf(1));
    wantReason(reader.forEachRunItem(1, [](const RunItem&) { return true; }));
    wantReason(reader.forEachVerdict(1, {true, true, true, false, true}, [](const Verdict&) { return true; }));
    wantReason(reader.verdictByRequest(std::string(64, 'a')));
    wantReason(reader.settings());
    for (const auto& facets : {reader.categories(), reader.tags(), reader.annotators()})
        wantReason(facets);
}

void writeSome(Session& session) {
    const auto writer = session.writer();
    if (!wantReason(writer))
        return;
    Item item;
    item.format = "pairs";
    item.sourceId = "1";
    wantReason((*writer)->run([&](SessionTransaction& transaction) -> Result<void> {
        const auto added = transaction.addItem(item, "batch");
        return added ? transaction.setBatchHidden("batch", true) : tl::unexpected(added.error());
    }));
    wantReason((*writer)->indexMore(10));
}

} // namespace
} // namespace assize

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace assize;
    static const Original original;
    static const test::TempFolder folder;
    const std::filesystem::path path = folder.path() / "hostile.assize";
    makeHostile(original, path, Input({reinterpret_cast<const char*>(data), size}));
    wantReason(checkSession(path));
    if (const auto session = Session::open(path, Session::Access::ReadOnly); wantReason(session)) {
        if (const auto reader = (*session)->reader(); wantReason(reader))
            readAll(**reader);
    }
    if (const auto session = Session::open(path, Session::Access::ReadWrite); wantReason(session))
        writeSome(**session);
    for (const auto& left : std::filesystem::directory_iterator(folder.path()))
        std::filesystem::remove(left.path());
    return 0;
}
