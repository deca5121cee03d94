// SPDX-License-Identifier: Apache-2.0
// A prompt file of others is refused with a place, or gives judges that can be written, read back and linted.
#include "core/judge/judge_yaml.h"
#include "core/judge/lint.h"
#include "core/judge/prompt_import.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace assize;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto judges = importJudges(text, "prompts.txt", {{"rubric_objective", "Is it kind?"}});
    if (!judges)
        return judges.error().detail.isEmpty() ? (std::abort(), 1) : 0;
    for (const ImportedJudge& imported : *judges) {
        if (imported.origin.empty() || imported.judge.messages.empty())
            std::abort();
        static_cast<void>(lintJudge(imported.judge));
        const auto again = judgeFromYaml(judgeToYaml(imported.judge), "again.yaml");
        if (!again || versionHash(*again) != versionHash(imported.judge))
            std::abort();
    }
    static_cast<void>(publishedPrompt(text));
    return 0;
}
