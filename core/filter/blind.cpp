// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filter.h"
#include "core/filter/filter_tree.h"
#include "core/filter/names.h"

#include <algorithm>

namespace assize {
namespace {

bool isLabel(const FilterValue& value) {
    return value.kind == FilterValue::Kind::Name && filterName(value.text) != nullptr &&
           filterName(value.text)->kind == FilterKind::Label;
}

/// What blind labelling hides: everything of a run but that there is no verdict, and the labels of others.
bool isHidden(const FilterValue& value) {
    if (value.kind != FilterValue::Kind::Name || filterName(value.text) == nullptr)
        return false;
    const FilterName& name = *filterName(value.text);
    return (name.needsRun && name.kind != FilterKind::Outcome) || value.text == "gold" || value.text == "human";
}

bool tells(const FilterNode& node) {
    if (node.kind != FilterNode::Kind::Compare)
        return std::any_of(node.children.begin(), node.children.end(), tells);
    const bool isDispute = isLabel(node.left) && isLabel(node.right);
    return !isDispute && (isHidden(node.left) || isHidden(node.right));
}

} // namespace

bool tellsVerdict(std::string_view text) {
    const auto tree = parseFilter(text);
    return tree && tells(*tree);
}

} // namespace assize
