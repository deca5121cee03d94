// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/byte_source.h"
#include "core/base/result.h"
#include <cstdint>
#include <string>
#include <string_view>

namespace assize {

/// The part of a source that a record reader is looking at: grows at the end by blocks, shrinks at the front as records
/// are taken. Bytes move only when a block is read, so that a long record costs no more than its length.
class TextWindow {
public:
    explicit TextWindow(ByteSource& source)
        : m_source(source) {}

    /// What is read and not taken. Padding bytes behind it are readable. Valid until more() or take().
    [[nodiscard]] std::string_view text() const { return {m_bytes.data() + m_begin, m_end - m_begin}; }
    /// Reads on; false at the end. A damaged source ends here too and leaves its reason; Cancelled is an error.
    [[nodiscard]] Result<bool> more();
    void take(std::size_t count) { m_begin += count; }
    [[nodiscard]] const Sentence& damage() const { return m_damage; }

private:
    ByteSource& m_source;
    std::string m_bytes;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    Sentence m_damage;
};

} // namespace assize
