// SPDX-License-Identifier: Apache-2.0
#include "core/base/text_window.h"

#include "core/base/text_records.h"

#include <cstring>

namespace assize {

Result<bool> TextWindow::more() {
    if (!m_damage.isEmpty())
        return false;
    if (m_begin > 0) {
        std::memmove(m_bytes.data(), m_bytes.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    const std::size_t wanted = m_end + ByteSource::BlockSize + RecordPadding;
    if (m_bytes.size() < wanted)
        m_bytes.resize(std::max(wanted, m_bytes.size() + m_bytes.size() / 2));
    const Result<std::size_t> got = m_source.read(m_bytes.data() + m_end, ByteSource::BlockSize);
    if (!got && got.error().code == ErrorCode::Cancelled)
        return tl::unexpected(got.error());
    if (!got) {
        m_damage = got.error().detail;
        return false;
    }
    m_end += *got;
    return *got > 0;
}

} // namespace assize
