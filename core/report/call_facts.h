// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/report/report_data.h"

namespace assize {

/// Counts the calls of a run: failures by class, tokens, times, and a digest by which equal verdicts are recognised
/// wherever they lie. Cancelled when stop asks for it.
[[nodiscard]] Result<CallFacts> callFacts(SessionReader& reader, RowKey runKey, const std::stop_token& stop);

} // namespace assize
