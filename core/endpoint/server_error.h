// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

namespace assize {

/// What a server says went wrong: its own name of the kind (type and code, lower case) and its message, shortened.
struct ServerError {
    std::string type;
    std::string message;

    /// True if the type holds one of these.
    [[nodiscard]] bool has(std::initializer_list<std::string_view> parts) const;
    [[nodiscard]] bool isQuota() const;   ///< the account has nothing left
    [[nodiscard]] bool isTooLong() const; ///< the prompt does not fit into the model's context
    [[nodiscard]] bool isNoModel() const; ///< the server does not have the model
};

/// Reads the error bodies of protocols.md, section 8: {error: {message, type, code}}, {error: "text"}, {object:
/// "error", message, type}, {message}, {detail}. Empty fields for anything else.
[[nodiscard]] ServerError serverError(std::string_view body);

/// One line of valid UTF-8 without control characters, at most 300 bytes: foreign text fit for a message.
[[nodiscard]] std::string shortened(std::string_view text);

} // namespace assize
