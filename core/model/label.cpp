// SPDX-License-Identifier: Apache-2.0
#include "core/model/label.h"

#include "core/base/text.h"

#include <array>

namespace assize {
namespace {

/// Lower case, without brackets, spaces, underscores and hyphens: "[[A=B (both bad)]]" and "a=b bothbad" become one.
std::string bare(std::string_view text) {
    std::string out;
    for (const char c : foldCase(text)) {
        if (std::string_view(" []()_-\t\r\n\"'.").find(c) == std::string_view::npos)
            out += c;
    }
    return out;
}

struct Spelling {
    std::string_view bare;
    Label label;
    int step;
};

constexpr std::array Spellings = {
    Spelling{"a>b", Label::A, 1},
    Spelling{"a>>b", Label::A, 2},
    Spelling{"a>>>b", Label::A, 3},
    Spelling{"b<a", Label::A, 1},
    Spelling{"b<<a", Label::A, 2},
    Spelling{"a", Label::A, 1},
    Spelling{"aa", Label::A, 2},
    Spelling{"modela", Label::A, 1},
    Spelling{"responsea", Label::A, 1},
    Spelling{"first", Label::A, 1},
    Spelling{"aisbetter", Label::A, 1},
    Spelling{"aisslightlybetter", Label::A, 1},
    Spelling{"aismuchbetter", Label::A, 2},
    Spelling{"amuchbetter", Label::A, 2},
    Spelling{"abetter", Label::A, 1},
    Spelling{"b>a", Label::B, -1},
    Spelling{"b>>a", Label::B, -2},
    Spelling{"b>>>a", Label::B, -3},
    Spelling{"a<b", Label::B, -1},
    Spelling{"a<<b", Label::B, -2},
    Spelling{"b", Label::B, -1},
    Spelling{"bb", Label::B, -2},
    Spelling{"modelb", Label::B, -1},
    Spelling{"responseb", Label::B, -1},
    Spelling{"second", Label::B, -1},
    Spelling{"bisbetter", Label::B, -1},
    Spelling{"bisslightlybetter", Label::B, -1},
    Spelling{"bismuchbetter", Label::B, -2},
    Spelling{"bmuchbetter", Label::B, -2},
    Spelling{"bbetter", Label::B, -1},
    Spelling{"a=b", Label::Tie, 0},
    Spelling{"b=a", Label::Tie, 0},
    Spelling{"tie", Label::Tie, 0},
    Spelling{"tied", Label::Tie, 0},
    Spelling{"same", Label::Tie, 0},
    Spelling{"equal", Label::Tie, 0},
    Spelling{"draw", Label::Tie, 0},
    Spelling{"tieinconsistent", Label::Tie, 0},
    Spelling{"a=bbothbad", Label::BothBad, 0},
    Spelling{"b=abothbad", Label::BothBad, 0},
    Spelling{"tiebothbad", Label::BothBad, 0},
    Spelling{"bothbad", Label::BothBad, 0},
};

const Spelling* find(std::string_view text) {
    const std::string key = bare(text);
    for (const Spelling& spelling : Spellings) {
        if (spelling.bare == key)
            return &spelling;
    }
    return nullptr;
}

} // namespace

std::string_view labelText(Label label) {
    switch (label) {
    case Label::A:
        return "A>B";
    case Label::B:
        return "B>A";
    case Label::Tie:
        return "A=B";
    case Label::BothBad:
        break;
    }
    return "A=B (both bad)";
}

std::optional<Label> labelFromText(std::string_view text) {
    const Spelling* spelling = find(text);
    return spelling == nullptr ? std::nullopt : std::optional(spelling->label);
}

Label swapped(Label label) {
    if (label == Label::A)
        return Label::B;
    return label == Label::B ? Label::A : label;
}

Label labelFromStep(int step) {
    if (step == 0)
        return Label::Tie;
    return step > 0 ? Label::A : Label::B;
}

std::optional<int> stepFromText(std::string_view text) {
    const Spelling* spelling = find(text);
    return spelling == nullptr ? std::nullopt : std::optional(spelling->step);
}

} // namespace assize
