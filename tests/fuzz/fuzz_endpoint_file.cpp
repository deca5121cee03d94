// SPDX-License-Identifier: Apache-2.0
// endpoints.yaml is refused with a line, or can be written and read back as the same endpoints.
#include "core/endpoint/endpoint_file.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace assize;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto endpoints = readEndpointsYaml(text, "endpoints.yaml");
    if (!endpoints)
        return endpoints.error().subject.starts_with("endpoints.yaml") ? 0 : (std::abort(), 1);
    const auto again = readEndpointsYaml(endpointsYaml(*endpoints), "again.yaml");
    if (!again || again->size() != endpoints->size() || endpointsYaml(*again) != endpointsYaml(*endpoints))
        std::abort();
    return 0;
}
