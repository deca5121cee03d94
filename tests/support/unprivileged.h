// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <unistd.h>

namespace assize::test {

/// While it lives, permissions count for this process and for the programs it starts, also where root runs the tests.
class Unprivileged {
public:
    Unprivileged() {
        if (!m_isRoot)
            return;
        m_isDropped = ::setresuid(Nobody, Nobody, 0) == 0;
        if (::access(std::filesystem::temp_directory_path().c_str(), W_OK) != 0)
            restore();
    }
    ~Unprivileged() { restore(); }
    Unprivileged(const Unprivileged&) = delete;
    Unprivileged& operator=(const Unprivileged&) = delete;

    /// False where root cannot become somebody else who may make temporary files.
    [[nodiscard]] bool isOne() const { return !m_isRoot || m_isDropped; }

private:
    void restore() {
        if (m_isDropped)
            m_isDropped = ::setresuid(0, 0, 0) != 0;
    }

    static constexpr uid_t Nobody = 65534;
    const bool m_isRoot = ::geteuid() == 0;
    bool m_isDropped = false;
};

} // namespace assize::test
