// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/aws_sigv4.h"

#include "core/endpoint/aws_profile.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

/// AWS's published test suite for Signature Version 4: one signer, one moment, 30 August 2015, 12:36 UTC.
std::string signatureOf(
    std::string method, std::string url, std::vector<HttpHeader> headers = {}, std::string body = {}) {
    HttpRequest request;
    request.method = std::move(method);
    request.url = std::move(url);
    request.headers = std::move(headers);
    request.body = std::move(body);
    signAwsRequest(request, {"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", {}, "us-east-1", "service"},
        1'440'938'160'000);
    const std::string& value = request.headers.back().value;
    return value.substr(value.find("SignedHeaders="));
}

TEST(AwsSigV4, AgreesWithAwsOnPlainRequests) {
    EXPECT_EQ(signatureOf("GET", "https://example.amazonaws.com/"),
        "SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    EXPECT_EQ(signatureOf("POST", "https://example.amazonaws.com/"),
        "SignedHeaders=host;x-amz-date, Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
}

TEST(AwsSigV4, AgreesWithAwsOnQueries) {
    EXPECT_EQ(signatureOf("GET", "https://example.amazonaws.com/?Param2=value2&Param1=value1"),
        "SignedHeaders=host;x-amz-date, Signature=b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500");
}

TEST(AwsSigV4, AgreesWithAwsOnHeadersAndBodies) {
    EXPECT_EQ(signatureOf("POST", "https://example.amazonaws.com/",
                  {{"Content-Type", "application/x-www-form-urlencoded"}}, "Param1=value1"),
        "SignedHeaders=content-type;host;x-amz-date, "
        "Signature=ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
}

TEST(AwsSigV4, AgreesWithAwsOnPathsBeyondAscii) {
    EXPECT_EQ(signatureOf("GET", "https://example.amazonaws.com/\u1234"),
        "SignedHeaders=host;x-amz-date, Signature=8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85");
}

// The path of a model id with a colon is encoded twice in what is signed. The expected value was worked out step by
// step from AWS's description with another implementation of SHA-256 and HMAC.
TEST(AwsSigV4, SignsModelIdsWithAColonAndSessionTokens) {
    HttpRequest request;
    request.url = "https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-v2-v1%3A0/converse";
    request.headers = {{"Content-Type", "application/json"}};
    request.body = R"({"messages":[]})";
    signAwsRequest(request,
        {"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "TOKEN", "us-east-1", "bedrock"},
        1'440'938'160'000);
    EXPECT_EQ(request.headers.back().value,
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/bedrock/aws4_request, "
        "SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, "
        "Signature=c589d2b18874cc9be19131b971d60f6d29e4cf9e6e720017d3d1c05262ae3986");
}

TEST(AwsSigV4, EncodesModelIds) {
    EXPECT_EQ(awsUriEncoded("a.b-v1:0/x~_ é"), "a.b-v1%3A0%2Fx~_%20%C3%A9");
}

TEST(AwsProfile, ReadsOneProfile) {
    constexpr std::string_view File =
        "# mine\r\n[default]\r\naws_access_key_id = AK1\r\naws_secret_access_key=S1\r\n\r\n"
        "[ judge ]\naws_access_key_id=AK2\naws_secret_access_key=a=b\naws_session_token = T\n";
    const Credentials first = awsProfile(File, "default");
    EXPECT_EQ(first.awsAccessKey, "AK1");
    EXPECT_EQ(first.awsSecretKey, "S1");
    EXPECT_EQ(first.awsSessionToken, "");
    const Credentials second = awsProfile(File, "judge");
    EXPECT_EQ(second.awsSecretKey, "a=b");
    EXPECT_EQ(second.awsSessionToken, "T");
    EXPECT_EQ(awsProfile(File, "other").awsAccessKey, "");
}

} // namespace
} // namespace assize
