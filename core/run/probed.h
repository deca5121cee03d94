// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/item.h"
#include "core/model/judge.h"
#include "core/model/probe.h"
#include "core/run/run_request.h"

namespace assize {

/// The item as a judge sees it under a probe: only the texts of its responses differ. The same every time. Ids and the
/// content hash stay those of the item. Any thread.
[[nodiscard]] Item probedItem(Item item, Probe probe);

/// The judge as it is asked under a probe.
[[nodiscard]] Judge probedJudge(Judge judge, Probe probe);

/// True if the probe changes anything that the judge is shown of the item; asking again would say nothing else.
[[nodiscard]] bool changesAnything(const Item& item, Probe probe);

/// The request under a probe. The swap is both orders of the ordinary run. InvalidArgument where the judge has nothing
/// that the probe could change: no orders, no fixed rubric.
[[nodiscard]] Result<RunRequest> underProbe(RunRequest request, Probe probe);

} // namespace assize
