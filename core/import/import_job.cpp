// SPDX-License-Identifier: Apache-2.0
#include "core/import/import_job.h"

#include "core/base/hash.h"
#include "core/base/ulid.h"
#include "core/import/occurrences.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"
#include "core/session/session_writer.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assize {
namespace {

bool hasNul(const std::string& text) {
    return text.find('\0') != std::string::npos;
}

bool holdsNul(const Item& item) {
    return hasNul(item.sourceId) || hasNul(item.category) || hasNul(item.reference.value_or("")) ||
           hasNul(item.context.value_or("")) ||
           std::any_of(item.turns.begin(), item.turns.end(),
               [](const Turn& turn) { return hasNul(turn.role) || hasNul(turn.content); }) ||
           std::any_of(item.responses.begin(), item.responses.end(),
               [](const Response& response) { return hasNul(response.text) || hasNul(response.model); });
}

bool holdsNul(const Judgement& judgement) {
    return hasNul(judgement.reason) || hasNul(judgement.result) || hasNul(judgement.overallJustification) ||
           std::any_of(judgement.criteria.begin(), judgement.criteria.end(), [](const CriterionScore& score) {
               return hasNul(score.criterion.name) || hasNul(score.criterion.description) ||
                      hasNul(score.justificationA) || hasNul(score.justificationB);
           });
}

/// No text of a session holds one, whatever the format lets through. Raw replies are kept as they came.
bool holdsNul(const ImportRecord& record) {
    return (record.item && holdsNul(*record.item)) ||
           std::any_of(record.labels.begin(), record.labels.end(),
               [](const ItemLabel& label) { return hasNul(label.annotator) || hasNul(label.result); }) ||
           std::any_of(record.verdicts.begin(), record.verdicts.end(), [](const ImportedVerdict& imported) {
               return hasNul(imported.run.name) || hasNul(imported.run.model) || holdsNul(imported.verdict.judgement);
           });
}

/// A batch that the writer has got.
struct Sent {
    std::future<void> handled;      ///< ready when its rows were stored, or never will be
    std::future<Result<void>> done; ///< ready when they are durable
    std::shared_ptr<ImportBatch> batch;
};

using Store = std::function<Sent(std::shared_ptr<ImportBatch>)>;

/// Collects what an importer gives into batches and sends them off; a few may be under way at a time.
class BatchingSink final : public ImportSink {
public:
    BatchingSink(const ImportFile& file, const ImportJobOptions& options, Store store, ImportSummary& summary,
        ImportObserver& observer)
        : m_file(file)
        , m_keepsText(options.keepsRefusedText)
        , m_store(std::move(store))
        , m_summary(summary)
        , m_observer(observer)
        , m_batch(std::make_shared<ImportBatch>()) {}
    /// Batches refer to what the caller owns: none may be under way when it goes.
    ~BatchingSink() override {
        for (Sent& sent : m_sent)
            sent.done.wait();
    }
    BatchingSink(const BatchingSink&) = delete;
    BatchingSink& operator=(const BatchingSink&) = delete;

    Result<void> record(ImportRecord record, std::string_view text) override {
        if (record.isPartOfOthers) {
            ++m_partsOfOthers;
            return {};
        }
        if (holdsNul(record))
            return skipped(record.line, said("a text holds a NUL character"), text);
        ImportBatch::Entry entry;
        entry.line = record.line;
        bool mayBeRefused = !record.remark.isEmpty() || !record.item;
        if (record.item) {
            Item& item = *record.item;
            mayBeRefused = mayBeRefused || !item.sourceId.empty();
            item.contentHash = contentHash(item);
            if (item.sourceId.empty())
                item.occurrence = occurrenceOf(item, record.rater);
            if (record.mayBeExchanged && item.responses.size() == 2)
                entry.exchanged = prepareItem(exchanged(item));
            entry.item = prepareItem(std::move(item), record.labels);
            record.item.reset();
        }
        if (mayBeRefused && m_keepsText)
            entry.text = text;
        entry.content = std::move(record);
        return add(std::move(entry), text.size());
    }

    Result<void> stored(std::int64_t line, StoredRow row, std::string_view text) override {
        constexpr std::size_t TypicalRow = 1024; // rows of a session file come without their text
        ImportBatch::Entry entry;
        entry.line = line;
        entry.content = std::move(row);
        if (m_keepsText)
            entry.text = text;
        return add(std::move(entry), std::max(text.size(), TypicalRow));
    }

    Result<void> skipped(std::int64_t line, Sentence reason, std::string_view text) override {
        constexpr std::size_t MostKept = 10000;
        SkippedRow row{m_file.source.name(), line, std::move(reason)};
        m_observer.rowSkipped(row, text);
        ++m_summary.skippedCount;
        if (m_summary.skipped.size() < MostKept)
            m_summary.skipped.push_back(std::move(row));
        return {};
    }

    void progress(std::int64_t bytesRead, std::int64_t bytesTotal) override {
        m_observer.importAdvanced(m_file.source.name(), bytesRead, bytesTotal, m_summary.counts);
    }

    /// Sends the rest off and waits until all of it is durable.
    Result<void> finish() {
        Result<void> sent = send();
        while (sent && !m_sent.empty())
            sent = takeFront();
        return sent;
    }

    /// Whether the file was of any use.
    [[nodiscard]] bool hasRows() const {
        return m_partsOfOthers + m_counts.items + m_counts.labels + m_counts.verdicts + m_counts.annotations > 0;
    }

private:
    /// Raters of a file are counted each for himself: what two of them say of equal content is about one item.
    int occurrenceOf(const Item& item, const std::string& rater) {
        return m_occurrences.next(rater.empty() ? item.contentHash : sha256Hex(item.contentHash + rater));
    }

    static Item exchanged(Item item) {
        std::swap(item.responses[0], item.responses[1]);
        item.contentHash = contentHash(item);
        return item;
    }

    Result<void> add(ImportBatch::Entry entry, std::size_t bytes) {
        constexpr std::size_t MostEntries = 1024;
        constexpr std::size_t MostBytes = 1U << 20U;
        m_batch->entries.push_back(std::move(entry));
        m_batch->bytes += bytes + sizeof(ImportBatch::Entry);
        return m_batch->entries.size() < MostEntries && m_batch->bytes < MostBytes ? Result<void>() : send();
    }

    /// The writer commits many batches together (session_writer.h), but what it has stored need not stay in memory
    /// until then: enough wait for it to keep it busy, and few enough to fit into memory when records are long.
    Result<void> send() {
        constexpr std::size_t MostBytesWaiting = 16U << 20U;
        if (m_batch->entries.empty())
            return {};
        m_bytesWaiting += m_batch->bytes;
        m_sent.push_back(m_store(std::exchange(m_batch, std::make_shared<ImportBatch>())));
        while (m_bytesWaiting > MostBytesWaiting || (m_handled < m_sent.size() && isReady(m_sent[m_handled].handled)))
            forgetHandled();
        Result<void> taken;
        while (taken && !m_sent.empty() && isReady(m_sent.front().done))
            taken = takeFront();
        return taken;
    }

    template <typename T>
    [[nodiscard]] static bool isReady(const std::future<T>& future) {
        return future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    }

    /// Waits for the next batch to be stored, and lets its rows go.
    void forgetHandled() {
        Sent& sent = m_sent[m_handled++];
        sent.handled.wait();
        sent.batch->entries = {};
        m_bytesWaiting -= sent.batch->bytes;
    }

    Result<void> takeFront() {
        if (m_handled == 0)
            forgetHandled();
        Sent front = std::move(m_sent.front());
        m_sent.pop_front();
        --m_handled;
        Result<void> done = front.done.get();
        if (!done)
            return done;
        m_counts += front.batch->counts;
        m_summary.counts += front.batch->counts;
        for (ImportBatch::Refusal& refusal : front.batch->refused)
            done = skipped(refusal.line, std::move(refusal.reason), refusal.text);
        return done;
    }

    const ImportFile& m_file;
    bool m_keepsText;
    Store m_store;
    ImportSummary& m_summary;
    ImportObserver& m_observer;
    std::shared_ptr<ImportBatch> m_batch;
    std::deque<Sent> m_sent;        ///< and not yet known to be durable
    std::size_t m_handled = 0;      ///< so many of them are stored
    std::size_t m_bytesWaiting = 0; ///< of the others
    Occurrences m_occurrences;
    ImportCounts m_counts; ///< of this file
    std::int64_t m_partsOfOthers = 0;
};

/// A session that is filled for the first time is filled the cheaper way, if nothing else has it open.
class Filling {
public:
    explicit Filling(SessionWriter& writer)
        : m_writer(writer)
        , m_isFilling(writer.startFilling()) {}
    ~Filling() {
        if (m_isFilling)
            m_writer.stopFilling();
    }
    Filling(const Filling&) = delete;
    Filling& operator=(const Filling&) = delete;

private:
    SessionWriter& m_writer;
    bool m_isFilling;
};

/// Everything one call of importFiles() needs at hand.
class Job {
public:
    Job(Session& session, const ImportJobOptions& options, ImportObserver& observer)
        : m_session(session)
        , m_options(options)
        , m_observer(observer) {
        m_summary.batch = options.batch.empty() ? newUlid() : options.batch;
    }

    Result<ImportSummary> run(std::vector<ImportFile> files) {
        const Result<SessionWriter*> writer = m_session.writer();
        if (!writer)
            return tl::unexpected(writer.error());
        m_summary.format = files.front().importer->name;
        m_summary.isGuessed = files.front().isGuessed;
        m_summary.reason = files.front().reason;
        for (const ImportFile& file : files)
            m_paths.push_back(file.path);
        std::stable_partition(files.begin(), files.end(), [](const ImportFile& file) { return !file.needsItems; });
        const Result<void> done = m_options.dryRun ? rehearse(**writer, files) : store(**writer, files);
        if (!done)
            return tl::unexpected(done.error());
        return std::move(m_summary);
    }

private:
    using Submit = std::function<std::future<Result<void>>(SessionWriter::Job)>;

    /// All of it in one job of the writer, which then fails and takes everything back.
    Result<void> rehearse(SessionWriter& writer, std::vector<ImportFile>& files) {
        Result<void> outcome;
        const Result<void> takenBack = writer.run([&](SessionTransaction& transaction) -> Result<void> {
            outcome = readAll(files, [&](const SessionWriter::Job& job) {
                std::promise<Result<void>> done;
                done.set_value(job(transaction));
                return done.get_future();
            });
            return fail(ErrorCode::Cancelled, "dry run");
        });
        return takenBack || takenBack.error().code == ErrorCode::Cancelled ? outcome : takenBack;
    }

    Result<void> store(SessionWriter& writer, std::vector<ImportFile>& files) {
        const Filling filling(writer);
        return readAll(files, [&](auto job) { return writer.submit(std::move(job)); });
    }

    Result<void> readAll(std::vector<ImportFile>& files, const Submit& submit) {
        for (ImportFile& file : files) {
            if (const auto read = readOne(file, submit); !read)
                return read;
        }
        return {};
    }

    Result<void> readOne(ImportFile& file, const Submit& submit) {
        const auto names = namesFor(file);
        if (!names)
            return tl::unexpected(names.error());
        ImportBatchWriter writer(*names);
        BatchingSink sink(
            file, m_options,
            [&](const std::shared_ptr<ImportBatch>& batch) {
                const auto handled = std::make_shared<std::promise<void>>(); // broken where the job never runs
                Sent sent{handled->get_future(), {}, batch};
                sent.done = submit([&writer, batch, handled](SessionTransaction& session) {
                    const Result<void> stored = writer.store(session, *batch);
                    handled->set_value();
                    return stored;
                });
                return sent;
            },
            m_summary, m_observer);
        const Result<void> read =
            file.importer->read(file.source, importOptionsFor(file.path, m_options, m_paths), sink);
        const Result<void> stored = sink.finish();
        const std::set<std::string> runNames = writer.runNames();
        for (const std::string& name : runNames) {
            if (std::find(m_summary.runs.begin(), m_summary.runs.end(), name) == m_summary.runs.end())
                m_summary.runs.push_back(name);
        }
        if (!stored || !read)
            return stored ? read : stored;
        return sink.hasRows() ? Result<void>() : nothingIn(file);
    }

    [[nodiscard]] Result<void> nothingIn(const ImportFile& file) const {
        const Sentence first = m_summary.skipped.empty()
                                   ? said("it holds no record")
                                   : said("none of its rows can be used; line %1: %2", m_summary.skipped.front().line,
                                         m_summary.skipped.front().reason);
        return fail(ErrorCode::NoUsableRow, file.source.name(), first);
    }

    Result<ImportBatchWriter::Names> namesFor(const ImportFile& file) const {
        ImportBatchWriter::Names names;
        names.batch = m_summary.batch;
        names.format = file.importer->name;
        const std::string stem = std::filesystem::path(file.path).stem().string();
        names.defaultRun = !m_options.runName.empty() ? m_options.runName : stem.empty() ? "imported" : stem;
        names.overridesRun = !m_options.runName.empty();
        const auto reader = m_session.reader();
        if (!reader)
            return tl::unexpected(reader.error());
        const auto settings = (*reader)->settings();
        if (!settings)
            return tl::unexpected(settings.error());
        for (const auto& [name, value] : *settings)
            names.keptSettings.insert(name);
        return names;
    }

    Session& m_session;
    const ImportJobOptions& m_options;
    ImportObserver& m_observer;
    std::vector<std::string> m_paths; ///< of all files of the call; empty for standard input
    ImportSummary m_summary;
};

} // namespace

Result<ImportSummary> importFiles(
    Session& session, std::vector<ImportFile> files, const ImportJobOptions& options, ImportObserver& observer) {
    return Job(session, options, observer).run(std::move(files));
}

} // namespace assize
