// SPDX-License-Identifier: Apache-2.0
// Tokens cover a template without gaps, and a try always renders.
#include "core/judge/template.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace assize;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    std::size_t at = 0;
    for (const TemplateToken& token : scanTemplate(text)) {
        if (token.offset != at || token.length == 0)
            std::abort();
        at += token.length;
    }
    if (at != size)
        std::abort();
    const TemplateScope variables = {
        {"a", {"{{a}}", {}, false, false}}, {"l", {{}, {{{"x", {"1", {}, false, false}}}}, true, false}}};
    static_cast<void>(renderTemplate(text, variables, {}, false));
    if (!renderTemplate(text, variables, {}, true))
        std::abort();
    return 0;
}
