// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

namespace assize::cli {

const std::vector<Command>& commands() {
    static const std::vector<Command> all = {
        checkCommand(),
        compareCommand(),
        endpointsAddCommand(),
        endpointsDetectCommand(),
        endpointsListCommand(),
        endpointsRemoveCommand(),
        endpointsTestCommand(),
        exportCommand(),
        importCommand(),
        indexCommand(),
        judgeCommand(),
        judgesDiffCommand(),
        judgesExportCommand(),
        judgesImportCommand(),
        judgesLintCommand(),
        judgesListCommand(),
        judgesShowCommand(),
        mergeCommand(),
        metricsCommand(),
        parseCommand(),
        renderCommand(),
        reportCommand(),
        whatifCommand(),
    };
    return all;
}

} // namespace assize::cli
