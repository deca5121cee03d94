// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/worker_thread.h"
#include <QObject>
#include <QPointer>
#include <functional>
#include <memory>
#include <string>

namespace assize::ui {

/// One thread for work that needs no session: parsing, comparing, decoding. Answers come back to the GUI thread, to a
/// context object, and to nobody once that is gone. Lives on the GUI thread; destroying it waits for the job under way.
class Background final : public QObject {
    Q_OBJECT

public:
    explicit Background(QObject* parent = nullptr);

    /// Runs the job on the thread, then done on the GUI thread. A waiting job with the same key is dropped.
    template <typename T>
    void run(std::string key, QObject* context, std::function<T()> job, std::function<void(T)> done) {
        m_thread.post(
            [this, guard = QPointer<QObject>(context), job = std::move(job), done = std::move(done)] {
                auto result = std::make_shared<T>(job());
                deliver(guard, [result, done] { done(std::move(*result)); });
            },
            std::move(key));
    }

private:
    void deliver(QPointer<QObject> context, std::function<void()> call);

    WorkerThread m_thread;
};

} // namespace assize::ui
