// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"
#include "core/export/formats.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assize {

const std::vector<Exporter>& exporters() {
    static const std::vector<Exporter> all = {
        jsonlExporter(),
        csvExporter(),
        yamlExporter(),
        dpoExporter(),
        judgelmExporter(),
        llmComparatorExporter(),
        parquetExporter(),
    };
    return all;
}

Result<const Exporter*> exporterNamed(std::string_view name) {
    std::vector<std::string> known;
    for (const Exporter& exporter : exporters()) {
        if (exporter.name == name)
            return &exporter;
        known.emplace_back(exporter.name);
    }
    const std::string nearest = nearestName(name, known);
    return fail(ErrorCode::InvalidArgument, fmt::format("format \"{}\"", name),
        fmt::format(
            "{}the formats are {}", nearest.empty() ? "" : "did you mean " + nearest + "? ", fmt::join(known, ", ")));
}

} // namespace assize
