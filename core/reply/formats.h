// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/reply/reply_format.h"

/// One function per reply format, each defined in the file of its name; registry.cpp lists them.
namespace assize {

[[nodiscard]] ReplyReading readRubricYaml(std::string_view reply, const ReplyContext& context);
[[nodiscard]] ReplyReading readRubricJson(std::string_view reply, const ReplyContext& context);
[[nodiscard]] ReplyReading readVerdictJson(std::string_view reply, const ReplyContext& context);
[[nodiscard]] ReplyReading readScoreJson(std::string_view reply, const ReplyContext& context);
[[nodiscard]] ReplyReading readScorePair(std::string_view reply, const ReplyContext& context);
[[nodiscard]] ReplyReading readReasoningResult(std::string_view reply, const ReplyContext& context);
[[nodiscard]] ReplyReading readLabel(std::string_view reply, const ReplyContext& context);
[[nodiscard]] ReplyReading readToken(std::string_view reply, const ReplyContext& context);
[[nodiscard]] ReplyReading readRegex(std::string_view reply, const ReplyContext& context);

} // namespace assize
