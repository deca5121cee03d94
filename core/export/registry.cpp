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
        nearest.empty()
            ? said("the formats are %1", fmt::format("{}", fmt::join(known, ", ")))
            : said("did you mean %1? the formats are %2", nearest, fmt::format("{}", fmt::join(known, ", "))));
}

} // namespace assize
