// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/judge.h"
#include <string>

namespace assize {

/// What {{> rubric}} stands for: the criteria of a fixed rubric, how to write a generated one, or scale and classes.
[[nodiscard]] std::string rubricText(const Judge& judge);

/// What {{> output_contract}} stands for: the reply that the judge's reply format reads, described for a model.
/// responseCount is how many responses are shown, for judges that choose among them.
[[nodiscard]] std::string outputContractText(const Judge& judge, std::size_t responseCount);

/// A mark of each reply format's contract, by which a prompt that spells it out itself can be recognised; empty for
/// formats without one.
[[nodiscard]] std::string_view contractMark(std::string_view replyFormat);

} // namespace assize
