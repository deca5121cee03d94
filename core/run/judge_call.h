// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include "core/net/http_message.h"
#include "core/run/budget.h"
#include "core/run/plan.h"
#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace assize {

/// A call on its way from the plan to its verdict.
struct JudgeCall {
    OwedCall owed;
    int tries = 0;                    ///< made, the one under way included
    std::shared_ptr<const Item> item; ///< shared by the orders of the item
    std::string requestHash;
    bool hasEnded = false;  ///< it came back with status 200: another may be under way in its place
    bool hasSchema = false; ///< the request asks the server to keep to a JSON schema or a grammar
    Expense most;           ///< what it may take; 0 where nobody asks
    std::chrono::steady_clock::time_point sentAt{};
};

/// Calls of one item that somebody has to prepare.
struct CallGroup {
    std::vector<JudgeCall> calls; ///< items and hashes not filled in yet
};

/// A call that waits for its turn to be sent.
struct ReadyCall {
    JudgeCall call;
    HttpRequest request;
};

/// A call that was answered, or failed.
struct ReturnedCall {
    JudgeCall call;
    HttpResponse response;
};

} // namespace assize
