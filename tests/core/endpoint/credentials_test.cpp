// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/credentials.h"

#include "tests/support/temp_folder.h"

#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>

namespace assize::test {
namespace {

namespace fs = std::filesystem;

Endpoint withKey(std::string key) {
    Endpoint endpoint;
    endpoint.name = "e";
    endpoint.key = std::move(key);
    return endpoint;
}

std::string keyOf(const std::string& key, const KeychainReader& keychain = {}) {
    const auto credentials = readCredentials(withKey(key), keychain);
    return credentials ? credentials->key : "error: " + credentials.error().detail.english();
}

TEST(CredentialsTest, NoneIsNone) {
    EXPECT_EQ(keyOf("none"), "");
    EXPECT_EQ(keyOf(""), "");
}

TEST(CredentialsTest, ComesFromTheEnvironment) {
    ::setenv("ASSIZE_TEST_KEY", " canary \n", 1);
    EXPECT_EQ(keyOf("env:ASSIZE_TEST_KEY"), "canary");
    ::setenv("ASSIZE_TEST_KEY", "canary\r\nX-Evil: 1", 1);
    EXPECT_EQ(keyOf("env:ASSIZE_TEST_KEY").find("canary"), std::string::npos) << "a message never holds the key";
    ::unsetenv("ASSIZE_TEST_KEY");
    EXPECT_EQ(keyOf("env:ASSIZE_TEST_KEY"),
        "error: the environment has no ASSIZE_TEST_KEY; set it to the key before starting");
}

TEST(CredentialsTest, ComesFromAFileThatOnlyItsOwnerReads) {
    const TempFolder folder;
    const fs::path file = folder.write("key", "canary\n");
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(keyOf("file:" + file.string()), "canary");
    fs::permissions(file, fs::perms::group_read, fs::perm_options::add);
    EXPECT_EQ(keyOf("file:" + file.string()),
        "error: others may read the key file " + file.string() + "; protect it with: chmod 600 " + file.string());
    EXPECT_EQ(keyOf("file:/no/such"), "error: there is no key file /no/such");
    EXPECT_EQ(keyOf("file:" + folder.path().string()), "error: " + folder.path().string() + " is not a regular file");
}

TEST(CredentialsTest, ComesFromTheKeychain) {
    EXPECT_EQ(keyOf("keychain:judge", [](const std::string& name) { return Result<std::string>("canary-" + name); }),
        "canary-judge");
    EXPECT_EQ(keyOf("keychain:judge"), "error: this program has no keychain here; use key: env:NAME");
    EXPECT_EQ(
        keyOf("keychain:judge",
            [](const std::string&) -> Result<std::string> { return fail(ErrorCode::NotFound, "k", said("no entry")); }),
        "error: no entry");
}

TEST(CredentialsTest, RefusesAKeyWrittenIntoTheFile) {
    const auto credentials = readCredentials(withKey("sk-canary"));
    ASSERT_FALSE(credentials);
    EXPECT_EQ(credentials.error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(credentials.error().detail.english().find("canary"), std::string::npos);
}

TEST(CredentialsTest, FollowsAwsForBedrock) {
    const TempFolder folder;
    const fs::path file = folder.write("aws", "[p]\naws_access_key_id=AK\naws_secret_access_key=SK\n");
    for (const char* name : {"AWS_BEARER_TOKEN_BEDROCK", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"})
        ::unsetenv(name);
    ::setenv("AWS_SHARED_CREDENTIALS_FILE", file.c_str(), 1);
    Endpoint endpoint = withKey("none");
    endpoint.kind = "bedrock";
    EXPECT_FALSE(readCredentials(endpoint));
    ::setenv("AWS_PROFILE", "p", 1);
    EXPECT_EQ(readCredentials(endpoint)->awsAccessKey, "AK");
    ::setenv("AWS_ACCESS_KEY_ID", "AK2", 1);
    ::setenv("AWS_SECRET_ACCESS_KEY", "SK2", 1);
    EXPECT_EQ(readCredentials(endpoint)->awsSecretKey, "SK2");
    ::setenv("AWS_BEARER_TOKEN_BEDROCK", "B", 1);
    EXPECT_EQ(readCredentials(endpoint)->key, "B");
    for (const char* name : {"AWS_BEARER_TOKEN_BEDROCK", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE",
             "AWS_SHARED_CREDENTIALS_FILE"})
        ::unsetenv(name);
}

} // namespace
} // namespace assize::test
