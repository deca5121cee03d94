// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/cli/figure_session.h"
#include <string>

namespace assize::cli {

/// Who may be compared: a run by name, ULID or number; a judge or one version of it (NAME, NAME@v2, NAME@hash) where
/// one run has it; or an annotator. NotFound or InvalidArgument says what there is.
[[nodiscard]] Result<RunTable> loadContender(FigureSession& figures, const std::string& name);

} // namespace assize::cli
