// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assize::test {

/// One line of resources/sample/items.jsonl.
struct SampleItem {
    Item item;
    std::optional<Label> gold;
    std::map<std::string, Label> annotators;
};

/// One line of resources/sample/replies/<judge>.jsonl.
struct SampleReply {
    std::string id;
    std::string presentation;
    std::string text;
    bool truncated = false;
    bool refused = false;
};

/// The files as they are; a fault in them throws and so fails the test.
[[nodiscard]] std::map<std::string, SampleItem> sampleItems();
[[nodiscard]] std::vector<SampleReply> sampleReplies(std::string_view judge);
[[nodiscard]] std::string sampleJudgeYaml(std::string_view judge);

} // namespace assize::test
