// SPDX-License-Identifier: Apache-2.0
// Whatever a file holds, an importer reads or refuses it. The first line names the format; if it names none, the
// content behind it decides.
#include "tests/core/import/collecting_sink.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t lineEnd = input.find('\n');
    if (lineEnd == std::string_view::npos)
        return 0;
    const std::string_view named = input.substr(0, lineEnd);
    const std::string_view format = assize::importerNamed(named) ? named : std::string_view();
    const assize::test::ReadText read(std::string(input.substr(lineEnd + 1)), format);
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
