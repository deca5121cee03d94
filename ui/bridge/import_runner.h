// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/import/import_job.h"
#include "ui/bridge/worker_thread.h"
#include <QObject>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <vector>

namespace assize::ui {

class Document;

struct ImportProgress {
    std::string file;
    std::int64_t bytesRead = 0;
    std::int64_t bytesTotal = 0; ///< 0: not known
    std::int64_t records = 0;    ///< items, labels, verdicts and annotations so far
};

/// Looks at files and imports them on a thread of its own. The document must outlive it, or stop() be called and the
/// runner destroyed before. Lives on the GUI thread; destroying it stops what is under way and waits for it.
class ImportRunner final : public QObject {
    Q_OBJECT

public:
    explicit ImportRunner(QObject* parent = nullptr);
    ~ImportRunner() override;

    using Previewed = std::function<void(const Result<ImportPreview>&)>;
    using Finished = std::function<void(const Result<ImportSummary>&)>;

    /// The first records of a file that is imported together with these others. A preview that is asked for while
    /// another runs takes its place.
    void preview(const std::string& path, const std::vector<std::string>& paths, const ImportJobOptions& options,
        Previewed previewed);

    /// Reads the files into the session, or with dryRun only counts what would come of it.
    void import(
        Document& document, const std::vector<std::string>& paths, const ImportJobOptions& options, Finished finished);

    /// Ends what is under way; it finishes with Cancelled. What was stored stays and can be undone.
    void stop();

Q_SIGNALS:
    void advanced(const assize::ui::ImportProgress& progress); ///< at most some twenty a second

private:
    class Observer;
    void report(ImportProgress progress);

    std::stop_source m_stop;
    std::mutex m_mutex;
    ImportProgress m_progress;
    bool m_isReportDue = false;
    WorkerThread m_thread; // last: joins before all it uses
};

} // namespace assize::ui
