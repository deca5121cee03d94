// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/cli/command.h"

/// One function per command, defined in the file of its name.
namespace assize::cli {
Command importCommand();
Command exportCommand();
} // namespace assize::cli
