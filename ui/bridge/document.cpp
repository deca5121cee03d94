// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/document.h"

#include <QCoreApplication>

namespace assize::ui {

struct Document::Parts {
    std::unique_ptr<Session> session;
    std::array<std::unique_ptr<SessionReader>, LaneCount> readers;
    std::unique_ptr<WorkerThread> thread;

    /// On the document's writing thread.
    static Result<Parts> open(const std::filesystem::path& path, Session::Access access) {
        Result<std::unique_ptr<Session>> session = access == Session::Access::ReadWrite
                                                       ? Session::openOrCreate(path)
                                                       : Session::open(path, Session::Access::ReadOnly);
        if (!session)
            return tl::unexpected(session.error());
        Parts parts;
        for (std::unique_ptr<SessionReader>& place : parts.readers) {
            Result<std::unique_ptr<SessionReader>> reader = (*session)->reader();
            if (!reader)
                return tl::unexpected(reader.error());
            place = std::move(*reader);
        }
        parts.session = std::move(*session);
        return parts;
    }
};

void Document::open(const std::filesystem::path& path, Session::Access access, QObject* context, Opened opened) {
    auto thread = std::make_shared<std::unique_ptr<WorkerThread>>(std::make_unique<WorkerThread>());
    WorkerThread& worker = **thread;
    worker.post([path, access, thread, guard = QPointer<QObject>(context), opened = std::move(opened)] {
        auto parts = std::make_shared<Result<Parts>>(Parts::open(path, access));
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [parts, thread, guard, opened] {
                // Taken here in every case, so that the thread is never the one that joins itself.
                std::unique_ptr<WorkerThread> owned = std::move(*thread);
                if (guard == nullptr)
                    return;
                if (!*parts) {
                    opened(tl::unexpected(parts->error()));
                    return;
                }
                (*parts)->thread = std::move(owned);
                opened(std::unique_ptr<Document>(new Document(std::move(**parts))));
            },
            Qt::QueuedConnection);
    });
}

Document::Document(Parts parts)
    : m_path(parts.session->path())
    , m_isReadOnly(parts.session->access() == Session::Access::ReadOnly)
    , m_session(std::move(parts.session))
    , m_readers(std::move(parts.readers))
    , m_writes(std::move(parts.thread)) {
    for (std::unique_ptr<WorkerThread>& lane : m_lanes)
        lane = std::make_unique<WorkerThread>();
}

Document::~Document() {
    for (std::unique_ptr<WorkerThread>& lane : m_lanes)
        lane.reset();
    m_writes->post([this] {
        for (std::unique_ptr<SessionReader>& reader : m_readers)
            reader.reset();
        m_session.reset();
    });
    m_writes->finish();
}

void Document::write(
    SessionWriter::Job job, SessionWriter::Urgency urgency, QObject* context, std::function<void(Result<>)> done) {
    m_writes->post([this, job = std::move(job), urgency, guard = QPointer<QObject>(context), done = std::move(done)] {
        const Result<SessionWriter*> writer = m_session->writer();
        const Result<> result = writer ? (*writer)->run(job, urgency) : tl::unexpected(writer.error());
        deliver(guard, [result, done] { done(result); });
    });
}

void Document::work(std::function<Result<>(Session&)> job, QObject* context, std::function<void(Result<>)> done) {
    m_writes->post([this, job = std::move(job), guard = QPointer<QObject>(context), done = std::move(done)] {
        const Result<> result = job(*m_session);
        deliver(guard, [result, done] { done(result); });
    });
}

void Document::saveCopy(const std::filesystem::path& target, QObject* context, std::function<void(Result<>)> done) {
    m_writes->post([this, target, guard = QPointer<QObject>(context), done = std::move(done)] {
        const Result<> result = m_session->saveCopy(target);
        deliver(guard, [result, done] { done(result); });
    });
}

void Document::deliver(QPointer<QObject> context, std::function<void()> call) {
    QMetaObject::invokeMethod(
        this,
        [guard = std::move(context), call = std::move(call)] {
            if (guard != nullptr)
                call();
        },
        Qt::QueuedConnection);
}

} // namespace assize::ui
