// SPDX-License-Identifier: Apache-2.0
#include "core/session/prepared_item.h"

#include "core/base/text.h"
#include "core/session/language.h"
#include "core/session/rows.h"

#include <algorithm>

namespace assize {
namespace {

std::optional<std::int64_t> lengthOf(const Item& item, std::size_t response) {
    if (response >= item.responses.size())
        return std::nullopt;
    return static_cast<std::int64_t>(codePointCount(item.responses[response].text));
}

std::string hashBytesOf(const Item& item) {
    if (auto bytes = bytesFromHex(item.contentHash); bytes && !bytes->empty())
        return *bytes;
    return bytesFromHex(contentHash(item)).value_or(std::string());
}

} // namespace

PreparedItem prepareItem(Item item, const std::vector<ItemLabel>& labels) {
    PreparedItem prepared;
    prepared.hashBytes = hashBytesOf(item);
    prepared.language = languageOf(item);
    prepared.lengthA = lengthOf(item, 0);
    prepared.lengthB = lengthOf(item, 1);
    prepared.item = std::move(item);
    for (const ItemLabel& label : labels) {
        if (std::find(prepared.labels.begin(), prepared.labels.end(), label) == prepared.labels.end())
            prepared.labels.push_back(label);
    }
    return prepared;
}

} // namespace assize
