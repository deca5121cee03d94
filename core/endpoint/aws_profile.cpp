// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/aws_profile.h"

#include "core/base/files.h"
#include "core/base/text.h"

#include <cstdlib>
#include <fmt/format.h>

namespace assize {
namespace {

constexpr std::size_t MaxFile = 1U << 20U;

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(trimmed(value));
}

std::string credentialsFile() {
    const std::string named = variable("AWS_SHARED_CREDENTIALS_FILE");
    return named.empty() ? variable("HOME") + "/.aws/credentials" : named;
}

} // namespace

Credentials awsProfile(std::string_view text, std::string_view profile) {
    Credentials credentials;
    bool isOurs = false;
    for (const std::string_view raw : splitLines(text)) {
        const std::string_view line = trimmed(raw);
        if (line.starts_with('[') && line.ends_with(']')) {
            isOurs = trimmed(line.substr(1, line.size() - 2)) == profile;
            continue;
        }
        const std::size_t equals = line.find('=');
        if (!isOurs || line.starts_with('#') || equals == std::string_view::npos)
            continue;
        const std::string_view key = trimmed(line.substr(0, equals));
        const std::string value(trimmed(line.substr(equals + 1)));
        if (key == "aws_access_key_id")
            credentials.awsAccessKey = value;
        else if (key == "aws_secret_access_key")
            credentials.awsSecretKey = value;
        else if (key == "aws_session_token")
            credentials.awsSessionToken = value;
    }
    return credentials;
}

Result<Credentials> awsCredentials() {
    Credentials credentials;
    credentials.key = variable("AWS_BEARER_TOKEN_BEDROCK");
    if (!credentials.key.empty())
        return credentials;
    credentials.awsAccessKey = variable("AWS_ACCESS_KEY_ID");
    credentials.awsSecretKey = variable("AWS_SECRET_ACCESS_KEY");
    credentials.awsSessionToken = variable("AWS_SESSION_TOKEN");
    if (!credentials.awsAccessKey.empty() && !credentials.awsSecretKey.empty())
        return credentials;
    const std::string file = credentialsFile();
    const std::string named = variable("AWS_PROFILE");
    const std::string profile = named.empty() ? "default" : named;
    if (const auto text = readFile(file, MaxFile))
        credentials = awsProfile(*text, profile);
    if (credentials.awsAccessKey.empty() || credentials.awsSecretKey.empty())
        return fail(ErrorCode::KeyRefused, "bedrock",
            said("no AWS credentials: neither AWS_BEARER_TOKEN_BEDROCK nor AWS_ACCESS_KEY_ID and "
                 "AWS_SECRET_ACCESS_KEY are set, and %1 has no profile \"%2\" with both",
                file, profile));
    return credentials;
}

} // namespace assize
