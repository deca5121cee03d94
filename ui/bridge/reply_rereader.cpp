// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/reply_rereader.h"

#include "ui/bridge/document.h"

#include <chrono>
#include <memory>
#include <utility>

namespace assize::ui {

ReplyRereader::ReplyRereader(QObject* parent)
    : QObject(parent) {}

ReplyRereader::~ReplyRereader() {
    stop();
}

void ReplyRereader::reread(
    Document& document, const Run& source, const Judge& judge, RereadOptions options, Finished finished) {
    using Clock = std::chrono::steady_clock;
    m_stop = std::stop_source();
    options.stop = m_stop.get_token();
    options.advanced = [this, told = Clock::now()](std::int64_t replies) mutable {
        constexpr std::chrono::milliseconds Pause(50);
        if (Clock::now() - told < Pause)
            return;
        told = Clock::now();
        QMetaObject::invokeMethod(
            this, [this, replies] { Q_EMIT advanced(replies); }, Qt::QueuedConnection);
    };
    m_thread.post([this, session = &document.session(), source, judge, options = std::move(options),
                      finished = std::move(finished)] {
        auto reread = std::make_shared<Result<Reread>>(rereadRun(*session, source, judge, options));
        QMetaObject::invokeMethod(
            this, [reread, finished] { finished(*reread); }, Qt::QueuedConnection);
    });
}

void ReplyRereader::stop() {
    m_stop.request_stop();
}

} // namespace assize::ui
