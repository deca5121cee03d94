// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace assize {

/// The family a model's name tells, in lower case: "openai/gpt-4-turbo" is "gpt", "Meta-Llama-3-8B" is "llama". For a
/// name of no known family, its first word without the maker ("foo/bar-7b" is "bar"); empty for a name without letters.
[[nodiscard]] std::string modelFamily(std::string_view model);

} // namespace assize
