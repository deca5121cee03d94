// SPDX-License-Identifier: Apache-2.0
// Whatever a file holds, an importer reads or refuses it. The first byte names the format; beyond the last one, the
// content decides.
#include "tests/core/import/collecting_sink.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const auto& formats = assize::importers();
    const std::size_t chosen = data[0] - std::size_t{'0'};
    const std::string_view format = chosen < formats.size() ? formats[chosen].name : std::string_view();
    const assize::test::ReadText read(std::string(reinterpret_cast<const char*>(data) + 1, size - 1), format);
    for (const assize::ImportRecord& record : read.sink.records) {
        if (record.line < 1 || (!record.item && record.joinSourceId.empty()))
            std::abort();
    }
    for (const auto& [line, reason] : read.sink.problems) {
        if (reason.empty())
            std::abort();
    }
    return 0;
}
