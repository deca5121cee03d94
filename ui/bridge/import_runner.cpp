// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/import_runner.h"

#include "ui/bridge/document.h"

#include <QTimer>
#include <chrono>
#include <memory>
#include <utility>

namespace assize::ui {

using namespace std::chrono_literals;

class ImportRunner::Observer final : public ImportObserver {
public:
    explicit Observer(ImportRunner& runner)
        : m_runner(runner) {}

    void importAdvanced(
        const std::string& file, std::int64_t bytesRead, std::int64_t bytesTotal, const ImportCounts& stored) override {
        m_runner.report(
            {file, bytesRead, bytesTotal, stored.items + stored.labels + stored.verdicts + stored.annotations});
    }
    void rowSkipped(const SkippedRow&, std::string_view) override {} // the summary lists them

private:
    ImportRunner& m_runner;
};

ImportRunner::ImportRunner(QObject* parent)
    : QObject(parent) {}

ImportRunner::~ImportRunner() {
    stop();
}

void ImportRunner::preview(const std::string& path, const std::vector<std::string>& paths,
    const ImportJobOptions& options, Previewed previewed) {
    constexpr std::size_t RecordsShown = 50;
    stop();
    m_stop = std::stop_source();
    ImportJobOptions asked = options;
    asked.stop = m_stop.get_token();
    m_thread.post(
        [this, path, paths, asked, previewed = std::move(previewed)] {
            auto preview = std::make_shared<Result<ImportPreview>>(previewFile(path, paths, asked, RecordsShown));
            if (asked.stop.stop_requested())
                return;
            QMetaObject::invokeMethod(
                this, [preview, previewed] { previewed(*preview); }, Qt::QueuedConnection);
        },
        "preview");
}

void ImportRunner::import(
    Document& document, const std::vector<std::string>& paths, const ImportJobOptions& options, Finished finished) {
    stop();
    m_stop = std::stop_source();
    ImportJobOptions asked = options;
    asked.stop = m_stop.get_token();
    m_thread.post([this, session = &document.session(), paths, asked, finished = std::move(finished)] {
        Observer observer(*this);
        auto files = openImportFiles(paths, asked);
        auto summary = std::make_shared<Result<ImportSummary>>(
            files ? importFiles(*session, std::move(*files), asked, observer) : tl::unexpected(files.error()));
        QMetaObject::invokeMethod(
            this, [summary, finished] { finished(*summary); }, Qt::QueuedConnection);
    });
}

void ImportRunner::stop() {
    m_stop.request_stop();
}

void ImportRunner::report(ImportProgress progress) {
    const std::lock_guard lock(m_mutex);
    m_progress = std::move(progress);
    if (std::exchange(m_isReportDue, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            QTimer::singleShot(50ms, this, [this] {
                std::unique_lock held(m_mutex);
                m_isReportDue = false;
                const ImportProgress newest = m_progress;
                held.unlock();
                Q_EMIT advanced(newest);
            });
        },
        Qt::QueuedConnection);
}

} // namespace assize::ui
