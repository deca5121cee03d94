// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/report/report.h"
#include "core/session/session.h"
#include <QObject>
#include <QString>
#include <QThread>
#include <functional>
#include <memory>
#include <stop_token>

namespace assize::ui {

class Document;

/// Writes the report of a session to a file: HTML, or a PDF where the path ends in ".pdf". Any thread; the calling one
/// waits.
[[nodiscard]] Result<void> writeReportFile(const Session& session, ReportOptions options, const QString& path);

/// writeReportFile() on a thread of its own. The document must outlive it, or the writer be destroyed before. Lives on
/// the GUI thread; destroying it stops what is under way and waits for it.
class ReportWriter final : public QObject {
    Q_OBJECT

public:
    explicit ReportWriter(QObject* parent = nullptr);
    ~ReportWriter() override;

    using Finished = std::function<void(const Result<void>&)>;
    void write(Document& document, const ReportOptions& options, const QString& path, Finished finished);
    /// Ends what is under way; it finishes with Cancelled and leaves no file.
    void stop();

Q_SIGNALS:
    void advanced(const assize::ReportProgress& progress);

private:
    std::stop_source m_stop;
    std::unique_ptr<QThread> m_thread; ///< one of Qt's, since laying text out starts timers
};

} // namespace assize::ui
