// SPDX-License-Identifier: Apache-2.0
#include "core/model/reconcile.h"

#include <algorithm>
#include <array>

namespace assize {
namespace {

Label folded(Label label, bool four) {
    return label == Label::BothBad && !four ? Label::Tie : label;
}

bool isDecisive(Label label) {
    return label == Label::A || label == Label::B;
}

} // namespace

Reconciled reconcile(std::optional<Label> forward, std::optional<Label> backward, MixedPolicy mixed, bool four) {
    if (!forward || !backward)
        return {};
    const Label first = folded(*forward, four);
    const Label second = folded(*backward, four);
    if (first == second)
        return {OrderAgreement::Consistent, *forward == *backward ? *forward : first};
    if (isDecisive(first) && isDecisive(second))
        return {OrderAgreement::Flipped, std::nullopt};
    if (mixed == MixedPolicy::Lean && isDecisive(first) != isDecisive(second))
        return {OrderAgreement::Mixed, isDecisive(first) ? first : second};
    return {OrderAgreement::Mixed, Label::Tie};
}

std::optional<Label> vote(std::span<const Label> votes, bool four) {
    std::array<int, 4> counts{};
    for (const Label label : votes)
        ++counts.at(static_cast<std::size_t>(folded(label, four)));
    const auto best = std::max_element(counts.begin(), counts.end());
    if (*best == 0 || std::count(counts.begin(), counts.end(), *best) > 1)
        return std::nullopt;
    return static_cast<Label>(best - counts.begin());
}

Label labelFromMargin(double margin, double band) {
    constexpr double Slack = 1e-9;
    if (margin > band + Slack)
        return Label::A;
    return margin < -band - Slack ? Label::B : Label::Tie;
}

} // namespace assize
