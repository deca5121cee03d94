// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/endpoint/credentials.h"
#include <string_view>

namespace assize {

/// What AWS requests are signed with: AWS_BEARER_TOKEN_BEDROCK as an API key, else AWS_ACCESS_KEY_ID and its
/// companions, else the profile AWS_PROFILE ("default") of AWS_SHARED_CREDENTIALS_FILE (~/.aws/credentials). KeyRefused
/// says where it looked.
[[nodiscard]] Result<Credentials> awsCredentials();

/// One profile of a credentials file in AWS's INI form; empty credentials if it is not there.
[[nodiscard]] Credentials awsProfile(std::string_view text, std::string_view profile);

} // namespace assize
