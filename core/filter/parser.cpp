// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filter_tree.h"

#include "core/filter/names.h"
#include "core/filter/tokens.h"

namespace assize {
namespace {

using Kind = FilterToken::Kind;

constexpr int DeepestNesting = 100;
constexpr int MostConditions = 400; ///< SQLite refuses expressions deeper than 1,000

/// Recursive descent over the grammar of interfaces.md, FILTER.
class Parser {
public:
    explicit Parser(std::vector<FilterToken> tokens)
        : m_tokens(std::move(tokens)) {}

    Result<FilterNode> parse() {
        auto node = either();
        if (node && token().kind != Kind::End)
            return failAt(token().column, said("\"and\", \"or\" or the end is expected here"));
        return node;
    }

private:
    [[nodiscard]] const FilterToken& token() const { return m_tokens[m_at]; }
    [[nodiscard]] bool isWord(std::string_view word) const {
        return token().kind == Kind::Word && token().text == word;
    }

    Result<FilterNode> either() {
        return joined("or", FilterNode::Kind::Or, [this] { return both(); });
    }

    Result<FilterNode> both() {
        return joined("and", FilterNode::Kind::And, [this] { return negated(); });
    }

    template <typename Part>
    Result<FilterNode> joined(std::string_view word, FilterNode::Kind kind, const Part& part) {
        auto first = part();
        if (!first || !isWord(word))
            return first;
        FilterNode node;
        node.kind = kind;
        node.children.push_back(std::move(*first));
        while (isWord(word)) {
            ++m_at;
            auto more = part();
            if (!more)
                return more;
            node.children.push_back(std::move(*more));
        }
        return node;
    }

    Result<FilterNode> negated() {
        bool isNegated = false;
        for (; isWord("not"); ++m_at)
            isNegated = !isNegated;
        auto inner = token().kind == Kind::Open ? nested() : condition();
        if (!inner || !isNegated)
            return inner;
        FilterNode node;
        node.kind = FilterNode::Kind::Not;
        node.children.push_back(std::move(*inner));
        return node;
    }

    Result<FilterNode> nested() {
        const std::size_t start = token().column;
        if (++m_depth > DeepestNesting)
            return failAt(start, said("parentheses are nested too deeply"));
        ++m_at;
        auto node = either();
        if (node && token().kind != Kind::Close)
            return failAt(token().column, said("the parenthesis of column %1 is not closed", start));
        ++m_at;
        --m_depth;
        return node;
    }

    Result<FilterNode> condition() {
        FilterNode node;
        if (++m_conditions > MostConditions)
            return failAt(token().column, said("a filter has at most 400 conditions"));
        if (token().kind == Kind::Tag) {
            node.kind = FilterNode::Kind::Tag;
            node.left.text = token().text;
            ++m_at;
            return node;
        }
        auto left = value();
        if (!left)
            return tl::unexpected(left.error());
        node.left = std::move(*left);
        const bool isFlag = node.left.kind == FilterValue::Kind::Name && filterFlag(node.left.text) != nullptr;
        if (isFlag && token().kind != Kind::Comparison) {
            node.kind = FilterNode::Kind::Flag;
            return node;
        }
        return comparison(std::move(node));
    }

    Result<FilterNode> comparison(FilterNode node) {
        node.kind = FilterNode::Kind::Compare;
        if (token().kind != Kind::Comparison)
            return failAt(token().column, said("a comparison is expected here: ==, !=, <, <=, >, >= or ~"));
        node.comparison = token().text;
        ++m_at;
        auto right = value();
        if (!right)
            return tl::unexpected(right.error());
        node.right = std::move(*right);
        return node;
    }

    Result<FilterValue> value() {
        FilterValue value;
        value.column = token().column;
        value.text = token().text;
        value.number = token().number;
        switch (token().kind) {
        case Kind::Number:
            value.kind = FilterValue::Kind::Number;
            break;
        case Kind::String:
            value.kind = FilterValue::Kind::Text;
            break;
        case Kind::Word:
            return name();
        default:
            return failAt(token().column, said("a name, a number or a text in quotes is expected here"));
        }
        ++m_at;
        return value;
    }

    Result<FilterValue> name() {
        const FilterToken start = token();
        ++m_at;
        if (start.text == "abs" && token().kind == Kind::Open)
            return absolute();
        if (start.text == "run" && token().kind == Kind::Open)
            return ofRun();
        return plainName(start);
    }

    Result<FilterValue> plainName(const FilterToken& start) {
        FilterValue value;
        value.column = start.column;
        value.text = start.text;
        if (filterName(start.text) == nullptr && filterFlag(start.text) == nullptr)
            return failAt(start.column, unknownName(start.text));
        if (start.text == "score")
            return withText(std::move(value), &FilterValue::argument);
        if (start.text != "metadata")
            return value;
        while (token().kind == Kind::Dot) {
            ++m_at;
            if (token().kind != Kind::Word && token().kind != Kind::String)
                return failAt(token().column, said("a key is expected here, as in metadata.source"));
            value.argument += ".\"" + token().text + "\"";
            ++m_at;
        }
        if (value.argument.empty())
            return failAt(start.column, said("metadata needs a key, as in metadata.source"));
        return value;
    }

    /// The ("…") after score or run.
    Result<FilterValue> withText(FilterValue value, std::string FilterValue::*field) {
        const bool isText = token().kind == Kind::Open && m_tokens[m_at + 1].kind == Kind::String;
        if (!isText || m_tokens[m_at + 2].kind != Kind::Close)
            return failAt(token().column, said("a name in parentheses and quotes is expected here: (\"name\")"));
        value.*field = m_tokens[m_at + 1].text;
        m_at += 3;
        return value;
    }

    Result<FilterValue> ofRun() {
        auto run = withText({}, &FilterValue::run);
        if (!run)
            return run;
        if (token().kind != Kind::Dot || m_tokens[m_at + 1].kind != Kind::Word)
            return failAt(token().column, said("what of the run? as in run(\"name\").label"));
        ++m_at;
        const FilterToken start = token();
        ++m_at;
        auto value = plainName(start);
        if (!value)
            return value;
        const FilterName* known = filterName(start.text) != nullptr ? filterName(start.text) : filterFlag(start.text);
        if (!known->needsRun)
            return failAt(start.column, said("\"%1\" does not belong to a run", start.text));
        value->run = run->run;
        return value;
    }

    Result<FilterValue> absolute() {
        ++m_at;
        if (token().kind != Kind::Word)
            return failAt(token().column, said("abs() takes a name, as in abs(margin)"));
        auto value = name();
        if (!value)
            return value;
        const FilterName* known = filterName(value->text);
        if (known == nullptr || (known->kind != FilterKind::Number && value->text != "metadata"))
            return failAt(value->column, said("abs() takes a number, and \"%1\" is none", value->text));
        if (token().kind != Kind::Close)
            return failAt(token().column, said("a closing parenthesis is expected here"));
        ++m_at;
        value->isAbsolute = true;
        return value;
    }

    std::vector<FilterToken> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
    int m_conditions = 0;
};

} // namespace

tl::unexpected<Error> failAt(std::size_t column, Sentence why) {
    return fail(ErrorCode::InvalidArgument, "filter, column " + std::to_string(column), std::move(why));
}

Result<FilterNode> parseFilter(std::string_view text) {
    auto tokens = filterTokens(text);
    if (!tokens)
        return tl::unexpected(tokens.error());
    return Parser(std::move(*tokens)).parse();
}

} // namespace assize
