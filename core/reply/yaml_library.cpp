// SPDX-License-Identifier: Apache-2.0
#include "core/reply/yaml_lines.h"

#include <yaml-cpp/yaml.h>

namespace assize {
namespace {

constexpr int DeepestNode = 32;

/// "[[A>B]]" without quotes is a list in a list to YAML; here it is the label it was meant as.
bool isBracketLabel(const YAML::Node& node) {
    return node.IsSequence() && node.size() == 1 && node[0].IsSequence() && node[0].size() == 1 &&
           node[0][0].IsScalar();
}

ReplyNode nodeFrom(const YAML::Node& node, int depth) {
    ReplyNode out;
    if (depth > DeepestNode)
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
            out.children.push_back(nodeFrom(element, depth + 1));
    } else if (node.IsMap()) {
        out.kind = ReplyNode::Kind::Map;
        for (const auto& entry : node) {
            ReplyNode child = nodeFrom(entry.second, depth + 1);
            child.key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
            out.children.push_back(std::move(child));
        }
    }
    return out;
}

} // namespace

std::optional<ReplyNode> readYamlByLibrary(std::string_view text) {
    try {
        return nodeFrom(YAML::Load(std::string(text)), 0);
    } catch (const YAML::Exception&) {
        return std::nullopt;
    }
}

} // namespace assize
