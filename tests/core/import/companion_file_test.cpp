// SPDX-License-Identifier: Apache-2.0
#include "core/import/companion_file.h"

#include <cstdlib>
#include <gtest/gtest.h>

namespace assize {
namespace {

class Store : public testing::Test {
protected:
    void SetUp() override {
        if (const char* folder = std::getenv("TMPDIR"))
            m_before = folder;
    }
    void TearDown() override {
        if (m_before.empty())
            ::unsetenv("TMPDIR");
        else
            ::setenv("TMPDIR", m_before.c_str(), 1);
    }

private:
    std::string m_before;
};

TEST_F(Store, GivesTextsBackInAnyOrder) {
    TextStore store;
    const auto first = store.add("one");
    const auto empty = store.add("");
    const auto second = store.add(std::string("two\0", 4) + std::string(100'000, 'x'));
    ASSERT_TRUE(first && empty && second);
    EXPECT_EQ(store.text(*second).value().size(), 100'004U);
    EXPECT_EQ(store.text(*first).value(), "one");
    EXPECT_EQ(store.text(*empty).value(), "");
    EXPECT_TRUE(store.add("three"));
    EXPECT_EQ(store.text(*first).value(), "one");
}

// It lay in /tmp whatever TMPDIR said, and the error named TMPDIR.
TEST_F(Store, LiesWhereTemporaryFilesAreToLie) {
    ::setenv("TMPDIR", "/proc", 1); // nobody can make a file there
    TextStore store;
    const auto added = store.add("one");
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code, ErrorCode::NotWritable);
    EXPECT_EQ(added.error().subject, "/proc");
}

TEST_F(Store, DoesWithoutAFolderThatIsNone) {
    ::setenv("TMPDIR", "/nowhere", 1);
    EXPECT_TRUE(TextStore().add("one"));
}

} // namespace
} // namespace assize
