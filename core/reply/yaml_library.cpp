// SPDX-License-Identifier: Apache-2.0
#include "core/base/control_characters.h"
#include "core/reply/yaml_lines.h"

#include <yaml-cpp/yaml.h>

namespace assize {
namespace {

constexpr int DeepestNode = 32;
constexpr int MostLibraryNodes = 20'000; ///< aliases can make any number out of a few lines

/// "[[A>B]]" without quotes is a list in a list to YAML; here it is the label it was meant as.
bool isBracketLabel(const YAML::Node& node) {
    return node.IsSequence() && node.size() == 1 && node[0].IsSequence() && node[0].size() == 1 &&
           node[0][0].IsScalar();
}

/// Counts the nodes down; below zero the tree is not whole.
ReplyNode nodeFrom(const YAML::Node& node, int depth, int& left) {
    ReplyNode out;
    if (depth > DeepestNode || --left < 0)
        return out;
    if (isBracketLabel(node)) {
        out.kind = ReplyNode::Kind::Scalar;
        out.text = "[[" + node[0][0].Scalar() + "]]";
    } else if (node.IsScalar()) {
        out.kind = ReplyNode::Kind::Scalar;
        out.text = node.Scalar();
        out.isQuoted = node.Tag() == "!";
    } else if (node.IsSequence()) {
        out.kind = ReplyNode::Kind::List;
        for (const YAML::Node& element : node)
            out.children.push_back(nodeFrom(element, depth + 1, left));
    } else if (node.IsMap()) {
        out.kind = ReplyNode::Kind::Map;
        for (const auto& entry : node) {
            ReplyNode child = nodeFrom(entry.second, depth + 1, left);
            child.key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
            out.children.push_back(std::move(child));
        }
    }
    return out;
}

} // namespace

std::optional<ReplyNode> readYamlByLibrary(std::string_view text) {
    if (findControlCharacter(text))
        return std::nullopt;
    try {
        int left = MostLibraryNodes;
        ReplyNode root = nodeFrom(YAML::Load(std::string(text)), 0, left);
        return left < 0 ? std::nullopt : std::optional(std::move(root));
    } catch (const YAML::Exception&) {
        return std::nullopt;
    }
}

} // namespace assize
