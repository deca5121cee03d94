// SPDX-License-Identifier: Apache-2.0
// Which published prompt a text is. JudgeLM's are known by what they give for sample texts, Selene's as they stand,
// FastChat's (lm-sys/FastChat at 0e6d3e4) by their system and user message in one.
#include "core/base/hash.h"
#include "core/judge/prompt_import.h"

#include <array>

namespace assize {
namespace {

struct Original {
    std::string_view name;
    std::size_t bytes;
    std::string_view hashStart;
};

constexpr std::array Originals = {
    Original{"JudgeLM, pair", 977, "0231011e2dea4f79bdba1061e0f0fb27"},
    Original{"JudgeLM, pair with reference", 999, "27618c111c0a0bb27c0d77539c2bbe9b"},
    Original{"JudgeLM, single", 979, "c089ad282c4cbd19326ded86e35a6850"},
    Original{"JudgeLM, single with reference", 1001, "46fb72cdef417da943934808b9864137"},
    Original{"JudgeLM, VQA", 1333, "4cdd4241b99b8e390f0be0426daf3b10"},
    Original{"JudgeLM, many", 1060, "c13343710d991f6804ee68c9c1833e45"},
    Original{"JudgeLM, many with reference", 1082, "9764ec96bed06e5760076e402b783ce8"},
    Original{"Selene, absolute scoring", 1226, "d36edffcbddc41242b6a099695ea173c"},
    Original{"Selene, absolute scoring with reference", 1381, "7fdb6a8d127f7e57d554a41391e995f8"},
    Original{"Selene, classification", 980, "dd94055542683600c0145b4cada31130"},
    Original{"Selene, classification with reference", 1173, "305e27d44709febab2b407596484f2ad"},
    Original{"Selene, pairwise", 1522, "ff04067fcefde457c63883a892ea9140"},
    Original{"FastChat, pair-v2", 1128, "5de01ccfc11506b5a47d365ab15b1c95"},
    Original{"FastChat, pair-v2-multi-turn", 1455, "527852c4b25e2114fca61873bf87b804"},
    Original{"FastChat, pair-math-v1", 1195, "7347e1b3637c2da6ded9bb5861fa9f64"},
    Original{"FastChat, pair-math-v1-multi-turn", 1593, "727f28d534f47a8ff4fff73fef7d08a7"},
    Original{"FastChat, single-v1", 669, "af99f16e3a72170582e80a0208c376ef"},
    Original{"FastChat, single-math-v1", 795, "02dc87ce306b1a84256257bbc69a3335"},
    Original{"FastChat, single-v1-multi-turn", 825, "3157be86ff5b9e52c211b59d5d3da935"},
    Original{"FastChat, single-math-v1-multi-turn", 1045, "89deb10e74f2fd458b536b35c99c1a84"},
};

/// The rendering that the table's hashes are of: three answers where there may be many.
std::string filled(std::string_view prompt) {
    const bool isMany = prompt.find("{answer_more}") != std::string_view::npos;
    const std::string third = "[The Start of Assistant 3's Answer]\nC\n\n[The End of Assistant 3's Answer]\n\n";
    const FieldMap samples = {
        {"question", "Q"}, {"answer_1", "A"}, {"answer_2", "B"}, {"reference", "R"}, {"answer_more", third}};
    return fillFields(isMany ? withAnswerCount(prompt, "three", "1, 2 and 3") : std::string(prompt), samples);
}

} // namespace

std::string publishedPrompt(std::string_view prompt) {
    for (const std::string& text : {std::string(prompt), filled(prompt)}) {
        const std::string hash = sha256Hex(text);
        for (const Original& original : Originals) {
            if (original.bytes == text.size() && hash.starts_with(original.hashStart))
                return std::string(original.name);
        }
    }
    return {};
}

} // namespace assize
