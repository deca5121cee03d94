// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/exporter.h"
#include "core/model/item.h"
#include "core/model/judge.h"
#include "core/model/run.h"
#include "core/model/verdict.h"
#include <functional>

namespace assize {

/// One current verdict with all that a format may say of it.
struct VerdictRow {
    const Run& run;
    const JudgeVersion& judge;
    const Item& item;
    const Verdict& verdict; ///< with criteria, without the raw reply
};

/// Every current verdict of the chosen runs and items, run by run. The visitor says whether it wrote the row; gives how
/// many items it wrote something of. Cancelled when it was stopped.
[[nodiscard]] Result<std::int64_t> forEachVerdictRow(SessionReader& reader, const ExportOptions& options,
    const std::function<Result<bool>(const VerdictRow& row)>& visit);

} // namespace assize
