// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include <cstdint>
#include <string>

namespace assize {

/// One judge version × one endpoint × a selection of items. identity is what makes a second call continue it
/// (interfaces.md, Run identity).
struct Run {
    RowKey key = 0;
    std::string id; ///< ULID
    int number = 0; ///< what the window shows
    std::string name;
    RowKey judgeVersionKey = 0;
    std::string endpointKind; ///< empty for an imported run
    std::string endpointUrl;
    std::string model;
    std::string parameters = "{}"; ///< canonical JSON of what was sent beside the messages
    std::string identity;          ///< hash of judge version, endpoint and parameters; "imported:NAME" for imports
    std::int64_t createdAt = 0;
};

/// One call that a run owes: it is missing while no stored outcome of it is final.
struct PlannedCall {
    RowKey itemKey = 0;
    std::string presentation = "AB";
    int sample = 1;

    auto operator<=>(const PlannedCall&) const = default;
};

} // namespace assize
