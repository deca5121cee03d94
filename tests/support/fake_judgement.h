// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace assize::test {

/// What a judge could say to a prompt, in the reply format that the prompt asks for, the same each time. It judges
/// nothing: the verdict depends on a hash of the prompt. Without a known output contract it says a few words.
[[nodiscard]] std::string fakeJudgement(std::string_view prompt);

/// A JSON text that a schema allows: the first of each enum (or another, by the hash), one element per array.
[[nodiscard]] std::string schemaInstance(std::string_view schema, std::string_view prompt);

} // namespace assize::test
