// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes, repaired text is UTF-8, and words lie within it.
#include "core/base/text.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = assize::toValidUtf8({reinterpret_cast<const char*>(data), size});
    if (!assize::isUtf8(text) || assize::codePointCount(text) > text.size())
        std::abort();
    for (const assize::Word& word : assize::words(text)) {
        if (word.length == 0 || word.offset + word.length > text.size())
            std::abort();
    }
    for (const std::string_view line : assize::splitLines(text)) {
        if (line.find('\n') != std::string_view::npos)
            std::abort();
    }
    return 0;
}
