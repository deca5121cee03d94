// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/judge/template.h"
#include "core/model/judge.h"
#include <string>

namespace assize {

/// Everything a template may name, for one item in one presentation (interfaces.md, Variables). Text from outside is
/// put between lines with the nonce where there is one. Every letter of the presentation must be one of the item's
/// responses.
[[nodiscard]] TemplateScope variablesFor(
    const Judge& judge, const Item& item, const std::string& presentation, const std::string& nonce);

/// The tags around a text from outside; they stand in the guard's notice too.
[[nodiscard]] std::string guardTag(const std::string& nonce);

} // namespace assize
