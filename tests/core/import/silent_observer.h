// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/import/import_job.h"

namespace assize::test {

/// Listens and says nothing.
class SilentObserver final : public ImportObserver {
public:
    void importAdvanced(const std::string&, std::int64_t, std::int64_t, const ImportCounts&) override {}
    void rowSkipped(const SkippedRow&, std::string_view) override {}
};

} // namespace assize::test
