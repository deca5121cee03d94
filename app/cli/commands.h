// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/cli/command.h"

/// One function per command, defined in the file of its name.
namespace assize::cli {

[[nodiscard]] Command checkCommand();
[[nodiscard]] Command compareCommand();
[[nodiscard]] Command endpointsAddCommand();
[[nodiscard]] Command endpointsDetectCommand();
[[nodiscard]] Command endpointsListCommand();
[[nodiscard]] Command endpointsRemoveCommand();
[[nodiscard]] Command endpointsTestCommand();
[[nodiscard]] Command exportCommand();
[[nodiscard]] Command importCommand();
[[nodiscard]] Command indexCommand();
[[nodiscard]] Command judgeCommand();
[[nodiscard]] Command judgesDiffCommand();
[[nodiscard]] Command judgesExportCommand();
[[nodiscard]] Command judgesImportCommand();
[[nodiscard]] Command judgesLintCommand();
[[nodiscard]] Command judgesListCommand();
[[nodiscard]] Command judgesShowCommand();
[[nodiscard]] Command mergeCommand();
[[nodiscard]] Command metricsCommand();
[[nodiscard]] Command parseCommand();
[[nodiscard]] Command renderCommand();
[[nodiscard]] Command reportCommand();
[[nodiscard]] Command whatifCommand();

} // namespace assize::cli
