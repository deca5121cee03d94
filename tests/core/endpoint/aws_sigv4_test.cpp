// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/aws_sigv4.h"

#include "core/endpoint/aws_profile.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

/// AWS's published test suite for Signature Version 4: one signer, one moment, 30 August 2015, 12:36 UTC.
std::string signatureOf(std::string method, std::string url, std::vector<HttpHeader> headers = {},
    std::string body = {}, std::string sessionToken = {}) {
    HttpRequest request;
    request.method = std::move(method);
    request.url = std::move(url);
    request.headers = std::move(headers);
    request.body = std::move(body);
    signAwsRequest(request,
        {"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", std::move(sessionToken), "us-east-1", "service"},
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

constexpr std::string_view Unreserved = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

TEST(AwsSigV4, AgreesWithAwsOnWhatIsEncodedInAQuery) {
    const std::string url = "https://example.amazonaws.com/?";
    const std::string unreserved(Unreserved);
    EXPECT_EQ(signatureOf("GET", url + unreserved + "=" + unreserved),
        "SignedHeaders=host;x-amz-date, Signature=9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197");
    EXPECT_EQ(signatureOf("GET", url + "%E1%88%B4=bar"),
        "SignedHeaders=host;x-amz-date, Signature=2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04");
    EXPECT_EQ(signatureOf("GET", url + "Param1=value2&Param1=value1"),
        "SignedHeaders=host;x-amz-date, Signature=5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694");
    EXPECT_EQ(signatureOf("POST", url + "Param1=value1"),
        "SignedHeaders=host;x-amz-date, Signature=28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11");
}

TEST(AwsSigV4, AgreesWithAwsOnMoreHeaders) {
    const std::string url = "https://example.amazonaws.com/";
    EXPECT_EQ(signatureOf("POST", url, {{"My-Header1", "value1"}}),
        "SignedHeaders=host;my-header1;x-amz-date, "
        "Signature=c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c");
    EXPECT_EQ(signatureOf("POST", url, {{"My-Header1", "VALUE1"}}),
        "SignedHeaders=host;my-header1;x-amz-date, "
        "Signature=cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d");
    EXPECT_EQ(signatureOf("GET", url, {{"My-Header1", " value1"}, {"My-Header2", R"( "a   b   c")"}}),
        "SignedHeaders=host;my-header1;my-header2;x-amz-date, "
        "Signature=acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736");
    EXPECT_EQ(signatureOf(
                  "POST", url, {{"Content-Type", "application/x-www-form-urlencoded; charset=utf8"}}, "Param1=value1"),
        "SignedHeaders=content-type;host;x-amz-date, "
        "Signature=1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe");
}

TEST(AwsSigV4, AgreesWithAwsOnSessionTokens) {
    const std::string token =
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUu"
        "wthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQc"
        "HNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/o"
        "LxBA==";
    EXPECT_EQ(signatureOf("POST", "https://example.amazonaws.com/", {}, {}, token),
        "SignedHeaders=host;x-amz-date;x-amz-security-token, "
        "Signature=85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead");
}

TEST(AwsSigV4, AgreesWithAwsOnUnreservedCharactersOfAPath) {
    EXPECT_EQ(signatureOf("GET", "https://example.amazonaws.com/" + std::string(Unreserved)),
        "SignedHeaders=host;x-amz-date, Signature=07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f");
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
