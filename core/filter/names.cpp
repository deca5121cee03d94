// SPDX-License-Identifier: Apache-2.0
#include "core/filter/names.h"

#include "core/base/text.h"

#include <algorithm>

namespace assize {
namespace {

const FilterName* find(const std::vector<FilterName>& names, std::string_view name) {
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& known) { return known.name == name; });
    return found == names.end() ? nullptr : &*found;
}

/// A name as one writes it: score and metadata are not complete by themselves.
std::string spelled(std::string_view name) {
    if (name == "score")
        return "score(\"criterion\")";
    return name == "metadata" ? "metadata.KEY" : std::string(name);
}

} // namespace

const std::vector<FilterName>& filterNames() {
    static const std::vector<FilterName> names = {
        {"id", FilterKind::Several, false},
        {"category", FilterKind::Text, false},
        {"label", FilterKind::Label, true},
        {"forward", FilterKind::Label, true},
        {"backward", FilterKind::Label, true},
        {"gold", FilterKind::Label, false},
        {"annotation", FilterKind::Label, false},
        {"human", FilterKind::Label, false},
        {"margin", FilterKind::Number, true},
        {"margin_forward", FilterKind::Number, true},
        {"margin_backward", FilterKind::Number, true},
        {"outcome", FilterKind::Outcome, true},
        {"annotator", FilterKind::Several, false},
        {"judge", FilterKind::Several, false},
        {"model", FilterKind::Several, false},
        {"language", FilterKind::Text, false},
        {"length_a", FilterKind::Number, false},
        {"length_b", FilterKind::Number, false},
        {"score", FilterKind::Number, true},
        {"prompt", FilterKind::Search, false},
        {"response", FilterKind::Search, false},
        {"text", FilterKind::Search, false},
        {"metadata", FilterKind::Text, false},
    };
    return names;
}

const FilterName* filterName(std::string_view name) {
    return find(filterNames(), name);
}

const std::vector<FilterName>& filterFlags() {
    static const std::vector<FilterName> flags = {
        {"flipped", FilterKind::Text, true},
        {"consistent", FilterKind::Text, true},
        {"mixed", FilterKind::Text, true},
        {"disagree", FilterKind::Text, true},
        {"failed", FilterKind::Text, true},
        {"annotated", FilterKind::Text, false},
        {"stale", FilterKind::Text, false},
        {"flagged", FilterKind::Text, false},
    };
    return flags;
}

const FilterName* filterFlag(std::string_view name) {
    return find(filterFlags(), name);
}

Sentence unknownName(std::string_view name) {
    std::vector<std::string> known;
    std::string list;
    for (const auto* names : {&filterNames(), &filterFlags()}) {
        for (const FilterName& entry : *names) {
            known.emplace_back(entry.name);
            list += spelled(entry.name) + ", ";
        }
    }
    const std::string nearest = nearestName(name, known);
    return nearest.empty()
               ? said("unknown name \"%1\"; known are %2tag:WORD and run(\"NAME\").label", name, list)
               : said("unknown name \"%1\", did you mean \"%2\"? known are %3tag:WORD and run(\"NAME\").label", name,
                     nearest, list);
}

} // namespace assize
