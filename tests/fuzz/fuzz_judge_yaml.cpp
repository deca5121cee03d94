// SPDX-License-Identifier: Apache-2.0
// A definition is refused with a place, or can be linted, written and read back equal.
#include "core/judge/judge_yaml.h"
#include "core/judge/lint.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace assize;
    const auto judge = judgeFromYaml({reinterpret_cast<const char*>(data), size}, "fuzz.yaml");
    if (!judge)
        return judge.error().subject.starts_with("fuzz.yaml:") ? 0 : (std::abort(), 1);
    static_cast<void>(lintJudge(*judge));
    const auto again = judgeFromYaml(judgeToYaml(*judge), "again.yaml");
    if (!again || !(*again == *judge) || versionHash(*again) != versionHash(*judge))
        std::abort();
    return 0;
}
