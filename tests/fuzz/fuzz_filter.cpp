// SPDX-License-Identifier: Apache-2.0
// Whatever is typed, it is a condition with as many values as places for them, or an error that says why.
#include "core/filter/filter.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto condition = assize::compileFilter(text, {1, "Maya", nullptr});
    if (!condition && condition.error().detail.isEmpty())
        std::abort();
    if (condition && std::ranges::count(condition->sql, '?') < static_cast<std::ptrdiff_t>(condition->values.size()))
        std::abort();
    return 0;
}
