// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>

class QObject;

namespace assize::ui {

/// Brings calls from core's threads to an object on the GUI thread, and to nobody once the mailbox is gone. A member of
/// that object; its senders may outlive it.
class Mailbox {
public:
    explicit Mailbox(QObject* owner);
    ~Mailbox();
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    /// What a core thread holds. Any thread.
    class Sender {
    public:
        void post(std::function<void()> call) const;

    private:
        friend class Mailbox;
        struct State;
        std::shared_ptr<State> m_state; // shared: the mailbox empties it, senders look at it
    };

    [[nodiscard]] const Sender& sender() const { return m_sender; }

private:
    Sender m_sender;
};

} // namespace assize::ui
