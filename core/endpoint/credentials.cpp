// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/credentials.h"

#include "core/base/files.h"
#include "core/base/text.h"
#include "core/endpoint/aws_profile.h"

#include <cstdlib>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/stat.h>

namespace assize {
namespace {

constexpr std::size_t MaxKeyFile = 65536;

tl::unexpected<Error> refuse(const Endpoint& endpoint, Sentence why) {
    return fail(ErrorCode::KeyRefused, endpoint.name.empty() ? endpoint.url : endpoint.name, std::move(why));
}

/// A key goes into a header: nothing may be in it that ends one.
Result<std::string> usable(const Endpoint& endpoint, std::string_view text, const Sentence& source) {
    const std::string_view key = trimmed(text);
    if (key.empty())
        return refuse(endpoint, said("%1 is empty", source));
    for (const char c : key) {
        if (static_cast<unsigned char>(c) <= ' ' || c == '\x7f')
            return refuse(endpoint, said("%1 holds white space or control characters within the key", source));
    }
    return std::string(key);
}

Result<std::string> fromEnvironment(const Endpoint& endpoint, const std::string& name) {
    const char* value = std::getenv(name.c_str());
    if (value == nullptr)
        return refuse(endpoint, said("the environment has no %1; set it to the key before starting", name));
    return usable(endpoint, value, said("the variable %1", name));
}

/// Other people of the machine must not be able to read a key.
Result<std::string> fromFile(const Endpoint& endpoint, const std::string& path) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0)
        return refuse(endpoint, said("there is no key file %1", path));
    if (!S_ISREG(status.st_mode))
        return refuse(endpoint, said("%1 is not a regular file", path));
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return refuse(endpoint, said("others may read the key file %1; protect it with: chmod 600 %1", path));
    const auto text = readFile(path, MaxKeyFile);
    if (!text)
        return refuse(endpoint, said("the key file %1 cannot be read: %2", path, text.error().detail));
    return usable(endpoint, *text, said("the key file %1", path));
}

Result<std::string> fromKeychain(const Endpoint& endpoint, const std::string& name, const KeychainReader& keychain) {
    if (!keychain)
        return refuse(endpoint, said("this program has no keychain here; use key: env:NAME"));
    const auto key = keychain(name);
    if (!key)
        return refuse(endpoint, key.error().detail);
    return usable(endpoint, *key, said("the keychain's entry %1", name));
}

} // namespace

Result<Credentials> readCredentials(const Endpoint& endpoint, const KeychainReader& keychain) {
    if (endpoint.key.empty() || endpoint.key == "none")
        return endpoint.kind == "bedrock" ? awsCredentials() : Result<Credentials>(Credentials{});
    const std::size_t colon = endpoint.key.find(':');
    const std::string scheme = endpoint.key.substr(0, colon);
    const std::string rest = colon == std::string::npos ? std::string() : endpoint.key.substr(colon + 1);
    if (rest.empty() || (scheme != "env" && scheme != "file" && scheme != "keychain"))
        return fail(ErrorCode::InvalidArgument, endpoint.name,
            said("key has to be env:NAME, keychain:NAME, file:PATH or none; the key itself does not go there"));
    auto key = scheme == "env"    ? fromEnvironment(endpoint, rest)
               : scheme == "file" ? fromFile(endpoint, rest)
                                  : fromKeychain(endpoint, rest, keychain);
    if (!key)
        return tl::unexpected(key.error());
    Credentials credentials;
    credentials.key = std::move(*key);
    return credentials;
}

void keepOutOfCoreFiles() {
    ::prctl(PR_SET_DUMPABLE, 0);
}

} // namespace assize
