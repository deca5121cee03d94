// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace assize {

/// Counts equal rows of one file: the k-th with equal content is the k-th such item (interfaces.md, Import). Keeps 8
/// bytes of each content hash and no texts, so that a million rows take some 16 MB. Two contents that share those 8
/// bytes (once in 10^7 files of a million rows) would only be numbered 1 and 2, the same in every import.
class Occurrences {
public:
    Occurrences();

    /// 1 for the first row with this content hash (hex digits), 2 for the second, …
    [[nodiscard]] int next(std::string_view contentHash);

private:
    [[nodiscard]] std::size_t slotOf(std::uint64_t fingerprint) const;
    void grow();

    std::vector<std::uint64_t> m_seen; ///< open addressing, 0 is free
    std::size_t m_used = 0;
    std::unordered_map<std::uint64_t, int> m_repeated;
};

} // namespace assize
