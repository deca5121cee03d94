// SPDX-License-Identifier: Apache-2.0
#include "core/run/run_identity.h"

#include "core/run/reply_cache.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

Run builtinRun() {
    Run run;
    run.endpointKind = "builtin";
    run.endpointUrl = "builtin:lexical";
    return run;
}

std::vector<RunSummary> runsWith(const std::vector<std::string>& identities) {
    std::vector<RunSummary> runs;
    for (const std::string& identity : identities) {
        RunSummary& summary = runs.emplace_back();
        summary.run.identity = identity;
        summary.run.number = static_cast<int>(runs.size());
    }
    return runs;
}

TEST(RunIdentity, DependsOnVersionEndpointAndParameters) {
    const std::string first = runIdentity("v1", builtinRun());
    EXPECT_EQ(first.size(), 64U);
    EXPECT_EQ(first, runIdentity("v1", builtinRun()));
    EXPECT_NE(first, runIdentity("v2", builtinRun()));
    auto other = builtinRun();
    other.model = "small";
    EXPECT_NE(first, runIdentity("v1", other));
    other = builtinRun();
    other.parameters = R"({"temperature":1})";
    EXPECT_NE(first, runIdentity("v1", other));
}

TEST(RunIdentity, NamesAndNumbersAreNoPartOfIt) {
    auto named = builtinRun();
    named.name = "second try";
    named.number = 9;
    EXPECT_EQ(runIdentity("v1", named), runIdentity("v1", builtinRun()));
}

TEST(RunIdentity, TheNewestOfItsFamilyIsContinued) {
    const auto runs = runsWith({"abc", "abcd", "abc:2", "imported:abc"});
    EXPECT_EQ(runToContinue(runs, "abc")->number, 3);
    EXPECT_EQ(runToContinue(runs, "abcd")->number, 2);
    EXPECT_FALSE(runToContinue(runs, "ab").has_value());
}

TEST(RunIdentity, ARunBesideGetsTheNextNumber) {
    EXPECT_EQ(identityBeside(runsWith({"abc"}), "abc"), "abc:2");
    EXPECT_EQ(identityBeside(runsWith({"abc", "abc:2"}), "abc"), "abc:3");
}

TEST(RunIdentity, ARunBesideCopiesNothing) {
    auto run = builtinRun();
    run.identity = "abc";
    EXPECT_TRUE(mayReuse(run));
    run.identity = "abc:2";
    EXPECT_FALSE(mayReuse(run));
}

TEST(RequestHash, DependsOnWhatIsAsked) {
    Item item;
    item.contentHash = "c1";
    const PlannedCall call{1, "AB", 1};
    const std::string first = requestHash("abc", item, call);
    EXPECT_EQ(first, requestHash("abc:2", item, call));
    EXPECT_EQ(first, requestHash("abc", item, {2, "AB", 1})); // another item of equal content
    EXPECT_NE(first, requestHash("abd", item, call));
    EXPECT_NE(first, requestHash("abc", item, {1, "BA", 1}));
    EXPECT_NE(first, requestHash("abc", item, {1, "AB", 2}));
    item.metadata = R"({"topic":"law"})";
    EXPECT_NE(first, requestHash("abc", item, call));
}

} // namespace
} // namespace assize
