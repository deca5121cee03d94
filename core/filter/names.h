// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/sentence.h"
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// What a name of the filter language stands for, which decides how it may be compared.
enum class FilterKind {
    Text,    ///< one text
    Label,   ///< a label, class or score as text; label spellings are understood
    Outcome, ///< one of the outcomes' names
    Number,
    Several, ///< several texts, of which one must match
    Search   ///< long texts that are only searched
};

struct FilterName {
    std::string_view name;
    FilterKind kind;
    bool needsRun; ///< speaks of a run's verdicts
};

[[nodiscard]] const std::vector<FilterName>& filterNames();
[[nodiscard]] const FilterName* filterName(std::string_view name); ///< nullptr if it is not known

[[nodiscard]] const std::vector<FilterName>& filterFlags(); ///< kind means nothing for them
[[nodiscard]] const FilterName* filterFlag(std::string_view name);

/// "unknown name "lable", did you mean "label"? Known are: …"
[[nodiscard]] Sentence unknownName(std::string_view name);

} // namespace assize
