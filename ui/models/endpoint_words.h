// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QString>
#include <string_view>

namespace assize::ui {

enum class ServerState;

/// A kind of endpoint as people call it: "Chat (OpenAI form)"; an unknown one as it is.
[[nodiscard]] QString endpointKindText(std::string_view kind);

/// What a kind speaks to, in one clause.
[[nodiscard]] QString endpointKindDetail(std::string_view kind);

/// "answers", "no answer", …
[[nodiscard]] QString serverStateText(ServerState state);

} // namespace assize::ui
