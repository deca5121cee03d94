// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/net/http_message.h"
#include <cstdint>
#include <string>
#include <string_view>

namespace assize {

/// Who signs, and for what.
struct AwsSigner {
    std::string accessKey;
    std::string secretKey;
    std::string sessionToken; ///< empty for long-lived keys
    std::string region;
    std::string service;
};

/// Adds X-Amz-Date, X-Amz-Security-Token (with a session token) and Authorization to a request, which must not change
/// afterwards. Signs its headers and the host. AWS Signature Version 4 for services other than S3: the path, encoded as
/// it is sent, is encoded once more.
void signAwsRequest(HttpRequest& request, const AwsSigner& signer, std::int64_t nowMilliseconds);

/// Percent-encoded as AWS wants it: all but letters, digits, '-', '.', '_' and '~', in upper-case hex.
[[nodiscard]] std::string awsUriEncoded(std::string_view text);

} // namespace assize
