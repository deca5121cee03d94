// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/report_writer.h"

#include "core/base/files.h"
#include "core/session/session_reader.h"
#include "ui/bridge/document.h"
#include "ui/support/report_paper.h"
#include "ui/support/text.h"

namespace assize::ui {

Result<void> writeReportFile(const Session& session, ReportOptions options, const QString& path) {
    const bool isPdf = path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
    options.medium = isPdf ? ReportMedium::Print : ReportMedium::Page;
    const auto reader = session.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto report = writeReport(**reader, options);
    if (!report)
        return tl::unexpected(report.error());
    if (!isPdf)
        return writeFileAtomically(toUtf8(path), report->html);
    return printReport(*report, fromUtf8(options.language), path, options.stop);
}

ReportWriter::ReportWriter(QObject* parent)
    : QObject(parent) {}

ReportWriter::~ReportWriter() {
    stop();
    if (m_thread != nullptr)
        m_thread->wait();
}

void ReportWriter::write(Document& document, const ReportOptions& options, const QString& path, Finished finished) {
    stop();
    if (m_thread != nullptr)
        m_thread->wait();
    m_stop = std::stop_source();
    ReportOptions asked = options;
    asked.stop = m_stop.get_token();
    asked.progress = [this](const ReportProgress& progress) {
        QMetaObject::invokeMethod(
            this, [this, progress] { Q_EMIT advanced(progress); }, Qt::QueuedConnection);
    };
    m_thread.reset(QThread::create([this, session = &document.session(), asked, path, finished = std::move(finished)] {
        const Result<void> written = writeReportFile(*session, asked, path);
        QMetaObject::invokeMethod(
            this, [written, finished] { finished(written); }, Qt::QueuedConnection);
    }));
    m_thread->start();
}

void ReportWriter::stop() {
    m_stop.request_stop();
}

} // namespace assize::ui
