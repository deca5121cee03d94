// SPDX-License-Identifier: Apache-2.0
#include "core/import/occurrences.h"

#include <charconv>

namespace assize {
namespace {

constexpr std::size_t FirstSize = 1U << 12U; // a power of two, as all sizes

/// Never 0, which marks a free slot.
std::uint64_t fingerprintOf(std::string_view contentHash) {
    std::uint64_t value = 0;
    const std::string_view digits = contentHash.substr(0, 16);
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return value == 0 ? 1 : value;
}

} // namespace

Occurrences::Occurrences()
    : m_seen(FirstSize, 0) {}

int Occurrences::next(std::string_view contentHash) {
    const std::uint64_t fingerprint = fingerprintOf(contentHash);
    std::uint64_t& slot = m_seen[slotOf(fingerprint)];
    if (slot != 0)
        return 2 + m_repeated[fingerprint]++;
    slot = fingerprint;
    if (++m_used * 4 > m_seen.size() * 3)
        grow();
    return 1;
}

std::size_t Occurrences::slotOf(std::uint64_t fingerprint) const {
    std::size_t slot = fingerprint & (m_seen.size() - 1);
    while (m_seen[slot] != 0 && m_seen[slot] != fingerprint)
        slot = (slot + 1) & (m_seen.size() - 1);
    return slot;
}

void Occurrences::grow() {
    std::vector<std::uint64_t> old(m_seen.size() * 2, 0);
    old.swap(m_seen);
    for (const std::uint64_t fingerprint : old) {
        if (fingerprint != 0)
            m_seen[slotOf(fingerprint)] = fingerprint;
    }
}

} // namespace assize
