// SPDX-License-Identifier: Apache-2.0
#include "core/reply/reply_node.h"

#include <algorithm>

namespace assize {
namespace {

char foldedKeyCharacter(char c) {
    if (c == ' ' || c == '-')
        return '_';
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

bool keyMeans(std::string_view key, std::string_view name) {
    return key.size() == name.size() &&
           std::equal(key.begin(), key.end(), name.begin(), [](char a, char b) { return foldedKeyCharacter(a) == b; });
}

bool keyMeansAny(std::string_view key, std::initializer_list<std::string_view> names) {
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return keyMeans(key, name); });
}

const ReplyNode* childOf(const ReplyNode& node, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        for (const ReplyNode& child : node.children) {
            if (keyMeans(child.key, name))
                return &child;
        }
    }
    return nullptr;
}

} // namespace assize
