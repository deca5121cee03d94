// SPDX-License-Identifier: Apache-2.0
#include "core/run/run_control.h"

#include <utility>

namespace assize {

bool RunControl::isPaused() const {
    const std::lock_guard lock(m_mutex);
    return m_isPaused;
}

void RunControl::setListener(std::function<void(bool isPaused)> changed) {
    const std::lock_guard lock(m_mutex);
    m_changed = std::move(changed);
    if (m_changed)
        m_changed(m_isPaused);
}

void RunControl::set(bool paused) {
    const std::lock_guard lock(m_mutex);
    if (std::exchange(m_isPaused, paused) != paused && m_changed)
        m_changed(paused);
}

} // namespace assize
