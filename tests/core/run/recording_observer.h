// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/run/run_engine.h"
#include <functional>
#include <vector>

namespace assize::test {

/// Keeps what a run announces.
class RecordingObserver final : public RunObserver {
public:
    void onPlanned(const Run& run, const RunProgress& progress) override {
        planned = progress;
        runName = run.name;
    }

    void onStored(std::span<const Verdict> verdicts, const RunProgress& progress) override {
        stored.insert(stored.end(), verdicts.begin(), verdicts.end());
        last = progress;
        if (afterStored)
            afterStored();
    }

    RunProgress planned;
    RunProgress last;
    std::string runName;
    std::vector<Verdict> stored;
    std::function<void()> afterStored;
};

} // namespace assize::test
