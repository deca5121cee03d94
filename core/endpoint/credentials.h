// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/endpoint.h"
#include <functional>
#include <string>
#include <string_view>

namespace assize {

/// What proves to a server who asks. Lives in memory only: never logged, stored or shown.
struct Credentials {
    std::string key; ///< API key; empty: none is sent

    std::string awsAccessKey; ///< bedrock without an API key: what requests are signed with
    std::string awsSecretKey;
    std::string awsSessionToken;
};

/// Looks up an entry of the OS keychain by its name; NotFound says what is missing: the entry or the keychain.
using KeychainReader = std::function<Result<std::string>(const std::string& name)>;

/// The key that `endpoint.key` points to: env:NAME, file:PATH (only its owner may read it), keychain:NAME or none. For
/// bedrock without a key, the AWS variables, else the profile of the shared credentials file. KeyRefused says where it
/// looked and what to do; never holds any of the key.
[[nodiscard]] Result<Credentials> readCredentials(const Endpoint& endpoint, const KeychainReader& keychain = {});

/// From now on a crash of this process writes no core file: there would be the key in it. Called by whoever holds one.
void keepOutOfCoreFiles();

} // namespace assize
