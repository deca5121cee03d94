// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace assize {

/// How a quotation was found: byte for byte, after folding case, blanks, quotes and full-width forms, as a passage that
/// has four fifths of its words, or not at all.
enum class QuotationMatch : std::uint8_t { Exact, Normalised, Near, None };
enum class QuotationSource : std::uint8_t { Response, Reference, Context, Turn };

/// Words that a justification puts in quotes, and where they stand. Offsets and lengths are bytes.
struct Quotation {
    std::size_t offset = 0; ///< in the justification, without the quotes
    std::size_t length = 0;
    QuotationMatch match = QuotationMatch::None;
    QuotationSource source = QuotationSource::Response;
    std::size_t sourceIndex = 0; ///< which response (in item order) or turn
    std::size_t sourceOffset = 0;
    std::size_t sourceLength = 0;
    bool isLong = false; ///< three words or six Han characters: short enough ones may be scare quotes or names
};

/// Looks quotations up in the texts of one item: the preferred response first, then the other responses, reference,
/// context and turns. Texts are folded once, when first needed, so keep it for the justifications of a verdict. The
/// item must outlive it. One thread at a time.
class QuotationFinder {
public:
    explicit QuotationFinder(const Item& item);
    ~QuotationFinder();
    QuotationFinder(const QuotationFinder&) = delete;
    QuotationFinder& operator=(const QuotationFinder&) = delete;

    /// Every quotation of a justification, in order; an ellipsis inside one makes two. At most 100, and fewer where
    /// long texts have been looked through often already.
    [[nodiscard]] std::vector<Quotation> find(
        std::string_view justification, std::optional<std::size_t> preferredResponse);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// The same for a single justification.
[[nodiscard]] std::vector<Quotation> findQuotations(
    std::string_view justification, const Item& item, std::optional<std::size_t> preferredResponse = std::nullopt);

} // namespace assize
