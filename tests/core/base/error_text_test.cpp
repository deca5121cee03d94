// SPDX-License-Identifier: Apache-2.0
#include "core/base/error_text.h"

#include <gtest/gtest.h>
#include <set>

namespace assize {
namespace {

TEST(ErrorText, SaysWhatWhyAndWhatToDo) {
    EXPECT_EQ(errorText({ErrorCode::UnreadableInput, "items.jsonl:41", said("it is a folder")}),
        "items.jsonl:41: cannot read: it is a folder: check the file and its format");
}

TEST(ErrorText, EveryKindHasANameOfItsOwn) {
    std::set<std::string> names;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
        names.insert(errorName(static_cast<ErrorCode>(code)));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(ErrorCode::Internal) + 1);
}

} // namespace
} // namespace assize
