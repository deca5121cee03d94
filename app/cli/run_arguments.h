// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/cli/command.h"
#include "core/run/run_request.h"

namespace assize {
class SessionReader;
}

namespace assize::cli {

/// Everything that the judge command's arguments say about a run, save the endpoint: judge, orders, samples, limits,
/// what to retry. InvalidArgument names the flag and what is allowed.
[[nodiscard]] Result<RunRequest> runRequestFrom(
    const Arguments& arguments, SessionReader& reader, const Places& places);

/// The request with --items; verdict names in it mean the run that the request continues, so the endpoint has to be
/// there.
[[nodiscard]] Result<RunRequest> withItems(const Arguments& arguments, SessionReader& reader, RunRequest request);

/// The options that these functions and endpointFrom() (endpoint_arguments.h) read.
[[nodiscard]] std::vector<Option> runOptions();

} // namespace assize::cli
