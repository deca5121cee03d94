// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <mutex>

namespace assize {

/// How somebody outside holds a run back while it goes: a paused run starts no further call, and those under way come
/// to their end. Made before the run and shared with it; any thread may call. To stop a run, use its stop token.
class RunControl {
public:
    void pause() { set(true); }
    void resume() { set(false); }
    [[nodiscard]] bool isPaused() const;

    /// What is told of changes, one listener at a time: the run, while it goes. It is told at once how things stand.
    /// An empty function takes it away; no call comes after that.
    void setListener(std::function<void(bool isPaused)> changed);

private:
    void set(bool paused);

    mutable std::mutex m_mutex;
    std::function<void(bool)> m_changed;
    bool m_isPaused = false;
};

} // namespace assize
