// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/document.h"

#include <QCoreApplication>
#include <QTimer>
#include <optional>

namespace assize::ui {

struct Document::Parts {
    std::unique_ptr<Session> session;
    std::array<std::unique_ptr<SessionReader>, LaneCount> readers;
    std::unique_ptr<WorkerThread> thread;

    /// On the document's writing thread, as closing is.
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
    void close() {
        for (std::unique_ptr<SessionReader>& reader : readers)
            reader.reset();
        session.reset();
    }
};

/// A file that is being opened. Owns the thread until a document takes it over, and belongs to the application, so that
/// an end of the program at any moment joins the thread here and never from itself. GUI thread, but for what it posts.
class Document::Opening final : public QObject {
public:
    Opening(QObject* context, Opened opened)
        : QObject(QCoreApplication::instance())
        , m_context(context)
        , m_opened(std::move(opened)) {}
    ~Opening() override {
        if (m_thread == nullptr)
            return;
        m_thread->post([this] { abandon(); });
        m_thread->finish();
    }

    void start(const std::filesystem::path& path, Session::Access access) {
        m_thread->post([this, path, access] {
            m_parts = Parts::open(path, access);
            QMetaObject::invokeMethod(
                this, [this] { answer(); }, Qt::QueuedConnection);
        });
    }

private:
    void answer() {
        deleteLater(); // closes what nobody takes over
        if (m_context == nullptr)
            return;
        if (!*m_parts) {
            m_opened(tl::unexpected(m_parts->error()));
            return;
        }
        Parts parts = std::move(**m_parts);
        parts.thread = std::move(m_thread);
        m_opened(std::unique_ptr<Document>(new Document(std::move(parts))));
    }

    /// On the thread.
    void abandon() {
        if (m_parts && *m_parts)
            (*m_parts)->close();
    }

    QPointer<QObject> m_context;
    Opened m_opened;
    std::optional<Result<Parts>> m_parts; ///< the thread's until answer() is due
    std::unique_ptr<WorkerThread> m_thread = std::make_unique<WorkerThread>();
};

void Document::open(const std::filesystem::path& path, Session::Access access, QObject* context, Opened opened) {
    auto* opening = new Opening(context, std::move(opened)); // the application's, and gone once it has answered
    opening->start(path, access);
}

Document::Document(Parts parts)
    : m_path(parts.session->path())
    , m_isReadOnly(parts.session->access() == Session::Access::ReadOnly)
    , m_session(std::move(parts.session))
    , m_readers(std::move(parts.readers))
    , m_writes(std::move(parts.thread)) {
    for (std::unique_ptr<WorkerThread>& lane : m_lanes)
        lane = std::make_unique<WorkerThread>();
    connect(this, &Document::contentChanged, this, [this] { ++m_changeCount; });
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

void Document::readNowFirst() {
    constexpr int AtTheLatest = 500;
    for (const Lane lane : {Lane::Later, Lane::Figures})
        threadOf(lane).hold();
    QTimer::singleShot(AtTheLatest, this, &Document::startLater);
}

void Document::startLater() {
    threadOf(Lane::Now).post([this] {
        for (const Lane lane : {Lane::Later, Lane::Figures})
            threadOf(lane).release();
    });
}

void Document::write(
    SessionWriter::Job job, SessionWriter::Urgency urgency, QObject* context, std::function<void(Result<>)> done) {
    ++m_changeCount;
    m_writes->post([this, job = std::move(job), urgency, guard = QPointer<QObject>(context), done = std::move(done)] {
        const Result<SessionWriter*> writer = m_session->writer();
        const Result<> result = writer ? (*writer)->run(job, urgency) : tl::unexpected(writer.error());
        deliver(guard, [result, done] { done(result); });
    });
}

void Document::work(std::function<Result<>(Session&)> job, QObject* context, std::function<void(Result<>)> done) {
    ++m_changeCount;
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
