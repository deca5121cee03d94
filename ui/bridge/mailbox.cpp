// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/mailbox.h"

#include <QObject>
#include <mutex>

namespace assize::ui {

struct Mailbox::Sender::State {
    std::mutex mutex;
    QObject* owner = nullptr;
};

Mailbox::Mailbox(QObject* owner) {
    m_sender.m_state = std::make_shared<Sender::State>();
    m_sender.m_state->owner = owner;
}

Mailbox::~Mailbox() {
    const std::lock_guard lock(m_sender.m_state->mutex);
    m_sender.m_state->owner = nullptr;
}

void Mailbox::Sender::post(std::function<void()> call) const {
    const std::lock_guard lock(m_state->mutex);
    if (m_state->owner != nullptr) // Qt drops what is queued when the owner goes
        QMetaObject::invokeMethod(m_state->owner, std::move(call), Qt::QueuedConnection);
}

} // namespace assize::ui
