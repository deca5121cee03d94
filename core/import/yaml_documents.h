// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/byte_source.h"
#include "core/base/text_records.h"
#include <memory>

namespace assize {

/// The documents of a YAML stream, one at a time, each from its "---" on. What is longer than any record may be is
/// a problem, and reading goes on behind it.
[[nodiscard]] std::unique_ptr<TextRecordReader> yamlDocuments(ByteSource& source);

} // namespace assize
