// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/exporter.h"

/// One function per format, defined in the file of its name (formats.md).
namespace assize {
Exporter jsonlExporter();
Exporter csvExporter();
Exporter yamlExporter();
Exporter dpoExporter();
Exporter judgelmExporter();
Exporter llmComparatorExporter();
Exporter parquetExporter();
} // namespace assize
