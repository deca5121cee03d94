// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/verdict.h"
#include "core/reply/reply_node.h"
#include <functional>
#include <string_view>
#include <vector>

namespace assize {

struct JsonReading {
    std::vector<ReplyNode> objects; ///< the maps that were found and accepted, in the order of the text
    bool isCutOff = false;          ///< none was, and the last object is not closed
    bool isOther = false;           ///< none was, though the reply holds JSON
};

/// Finds the JSON objects in a reply: the whole text, or balanced braces inside fences and prose, the last sixteen of
/// them; trailing commas are taken out. Keeps those that accept() likes, and notes in the judgement what was repaired
/// for them. Linear.
[[nodiscard]] JsonReading readJsonObjects(
    std::string_view reply, const std::function<bool(const ReplyNode&)>& accept, Judgement& notes);

/// What a reply is as long as none of its objects has been read: cut off, JSON without a verdict, or no JSON.
void refuseUnread(Judgement& judgement, const JsonReading& json);

} // namespace assize
