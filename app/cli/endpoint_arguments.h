// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/cli/command.h"
#include "core/endpoint/credentials.h"
#include "core/model/endpoint.h"
#include "core/model/judge.h"
#include <memory>

namespace assize {
class HttpClient;
}

namespace assize::cli {

struct ChosenEndpoint {
    Endpoint endpoint;
    Credentials credentials;
};

/// The endpoint that --endpoint, --kind, --key and --model mean (interfaces.md, Endpoints), with its key looked up and
/// its model named: if nobody named one, the server must list exactly one. http is made if a server is met.
/// InvalidArgument lists what there is to choose from; KeyRefused and EndpointUnreachable as the server has it.
[[nodiscard]] Result<ChosenEndpoint> chooseEndpoint(const Arguments& arguments, const Judge& judge,
    const Places& places, std::unique_ptr<HttpClient>& http, const std::stop_token& stop);

} // namespace assize::cli
