// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"
#include "core/session/session_writer.h"
#include "ui/bridge/worker_thread.h"
#include <QObject>
#include <QPointer>
#include <array>
#include <filesystem>
#include <functional>
#include <memory>

namespace assize::ui {

/// The open session as the window has it: every read and write goes to a thread of its own and comes back to the GUI
/// thread, to a context object, and to nobody once that object is gone. Lives on the GUI thread; destroying it commits
/// what was submitted and closes the file.
class Document final : public QObject {
    Q_OBJECT

public:
    enum class Lane {
        Now,    ///< what somebody waits for: rows on screen, the item shown
        Later,  ///< counts, history
        Figures ///< columns of the whole session
    };
    using Opened = std::function<void(Result<std::unique_ptr<Document>>)>;

    /// Opens (or makes, where there is none) a session off the GUI thread. A locked session opens read-only when
    /// asked for that. The context's end cancels the answer.
    static void open(const std::filesystem::path& path, Session::Access access, QObject* context, Opened opened);
    ~Document() override;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] bool isReadOnly() const { return m_isReadOnly; }

    /// The other lanes wait until startLater(), at most half a second: the first list of a large session has the disk
    /// and the processors to itself.
    void readNowFirst();
    /// Lets the other lanes go on once all is read that somebody waits for at this moment.
    void startLater();

    /// Runs the job on a lane's thread with its connection, then done on the GUI thread. A waiting job with the same
    /// key on the same lane is dropped: only the newest question of a kind is answered.
    template <typename T>
    void read(Lane lane, std::string key, QObject* context, std::function<Result<T>(SessionReader&)> job,
        std::function<void(Result<T>)> done) {
        SessionReader* reader = readerOf(lane);
        threadOf(lane).post(
            [this, reader, guard = QPointer<QObject>(context), job = std::move(job), done = std::move(done)] {
                auto result = std::make_shared<Result<T>>(job(*reader));
                deliver(guard, [result, done] { done(std::move(*result)); });
            },
            std::move(key));
    }

    /// Writes in one transaction, durable before done is called. InvalidArgument in a read-only session.
    void write(
        SessionWriter::Job job, SessionWriter::Urgency urgency, QObject* context, std::function<void(Result<>)> done);

    /// Runs a job that needs the whole session on the writing thread; short ones only, since writes wait for it.
    void work(std::function<Result<>(Session&)> job, QObject* context, std::function<void(Result<>)> done);

    /// Grows with each write that is asked for, and with what contentChanged() tells. GUI thread.
    [[nodiscard]] quint64 changeCount() const { return m_changeCount; }

    /// A complete copy at another place.
    void saveCopy(const std::filesystem::path& target, QObject* context, std::function<void(Result<>)> done);

    /// For importers and runs, which bring threads of their own. Any thread, while the document is open.
    [[nodiscard]] Session& session() { return *m_session; }

Q_SIGNALS:
    /// Rows were added or changed by something other than an annotation: lists ask again.
    void contentChanged();

private:
    struct Parts;
    class Opening;
    explicit Document(Parts parts);

    static constexpr std::size_t LaneCount = 3;
    [[nodiscard]] WorkerThread& threadOf(Lane lane) { return *m_lanes.at(static_cast<std::size_t>(lane)); }
    [[nodiscard]] SessionReader* readerOf(Lane lane) const {
        return m_readers.at(static_cast<std::size_t>(lane)).get();
    }
    void deliver(QPointer<QObject> context, std::function<void()> call);

    std::filesystem::path m_path;
    bool m_isReadOnly = false;
    quint64 m_changeCount = 0;
    std::unique_ptr<Session> m_session;
    std::array<std::unique_ptr<SessionReader>, LaneCount> m_readers;
    std::unique_ptr<WorkerThread> m_writes; ///< made the session and ends it
    std::array<std::unique_ptr<WorkerThread>, LaneCount> m_lanes;
};

} // namespace assize::ui
