// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"
#include "core/filter/known_values.h"
#include "core/filter/value_sql.h"
#include "core/model/verdict.h"
#include "core/session/search.h"

#include <fmt/format.h>
#include <map>

namespace assize {
namespace {

bool isName(const FilterValue& value) {
    return value.kind == FilterValue::Kind::Name;
}

FilterKind kindOf(const FilterValue& name) {
    const FilterName* known = filterName(name.text);
    return known == nullptr ? FilterKind::Text : known->kind;
}

std::string literalText(const FilterValue& literal) {
    return literal.kind == FilterValue::Kind::Number ? fmt::format("{}", literal.number) : literal.text;
}

std::string mirrored(const std::string& comparison) {
    static const std::map<std::string, std::string> mirrors = {{"<", ">"}, {"<=", ">="}, {">", "<"}, {">=", "<="}};
    const auto found = mirrors.find(comparison);
    return found == mirrors.end() ? comparison : found->second;
}

std::string sqlComparison(const std::string& comparison) {
    if (comparison == "==")
        return " = ";
    return comparison == "!=" ? " <> " : " " + comparison + " ";
}

/// LIKE finds parts of text whatever the case of ASCII letters.
std::string containing(const std::string& text) {
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

/// Every text that a label may stand as: "tie" finds both-bad too, as it does where they are counted.
std::vector<std::string> labelTexts(const FilterValue& literal) {
    std::vector<std::string> texts = {literalText(literal)};
    if (const auto label = labelFromText(literal.text); label && literal.kind == FilterValue::Kind::Text) {
        texts.emplace_back(labelText(*label));
        if (*label == Label::Tie)
            texts.emplace_back(labelText(Label::BothBad));
    }
    return texts;
}

class Compiler {
public:
    explicit Compiler(const FilterScope& scope)
        : m_scope(scope) {}

    Result<void> node(const FilterNode& node) {
        switch (node.kind) {
        case FilterNode::Kind::And:
            return joined(node, " AND ");
        case FilterNode::Kind::Or:
            return joined(node, " OR ");
        case FilterNode::Kind::Not:
            m_sql.add("NOT ");
            return joined(node, "");
        case FilterNode::Kind::Flag:
            return addFlag(m_sql, node.left, m_scope);
        case FilterNode::Kind::Tag:
            tag(node.left.text);
            return {};
        case FilterNode::Kind::Compare:
            break;
        }
        return compare(node.left, node.comparison, node.right);
    }

    [[nodiscard]] SqlCondition take() { return m_sql.take(); }

private:
    Result<void> joined(const FilterNode& parent, std::string_view word) {
        m_sql.add("(");
        for (std::size_t index = 0; index < parent.children.size(); ++index) {
            m_sql.add(index == 0 ? "" : word);
            if (auto done = node(parent.children[index]); !done)
                return done;
        }
        m_sql.add(")");
        return {};
    }

    void tag(const std::string& word) {
        m_sql.add("EXISTS (SELECT 1 FROM ");
        FilterScope anybody = m_scope;
        anybody.annotator.clear();
        addCurrentAnnotations(m_sql, anybody);
        m_sql.add(" AND json_valid(a.tags) AND EXISTS (SELECT 1 FROM json_each(a.tags) t WHERE t.value = ");
        m_sql.bind(word).add(" COLLATE NOCASE))");
    }

    /// What is not there compares with nothing: the condition is then false, and its negation true.
    Result<void> compare(const FilterValue& left, const std::string& comparison, const FilterValue& right) {
        if (!isName(left) && !isName(right))
            return failAt(left.column, said("one side of a comparison must be a name"));
        if (!isName(left) && comparison == "~")
            return failAt(left.column, said("the name stands left of ~, the text right of it"));
        if (!isName(left))
            return compare(right, mirrored(comparison), left);
        if (kindOf(left) == FilterKind::Search && !isName(right))
            return search(left, comparison, right); // never unknown, and a bare list of keys may drive the query
        m_sql.add("coalesce(");
        auto done = isName(right) ? compareNames(left, comparison, right) : compareLiteral(left, comparison, right);
        m_sql.add(", 0)");
        return done;
    }

    Result<void> compareNames(const FilterValue& left, const std::string& comparison, const FilterValue& right) {
        for (const FilterValue* side : {&left, &right}) {
            if (kindOf(*side) == FilterKind::Several || kindOf(*side) == FilterKind::Search || comparison == "~")
                return failAt(right.column, said("\"%1\" is compared with a text in quotes only", side->text));
        }
        const bool areLabels = kindOf(left) == FilterKind::Label && kindOf(right) == FilterKind::Label;
        if (auto done = side(left, areLabels); !done)
            return done;
        m_sql.add(sqlComparison(comparison));
        return side(right, areLabels);
    }

    /// Between two labels, both-bad counts as a tie.
    Result<void> side(const FilterValue& value, bool isFolded) {
        m_sql.add(isFolded ? "replace(" : "(");
        auto done = addValue(m_sql, value, m_scope);
        m_sql.add(isFolded ? ", ' (both bad)', '')" : ")");
        return done;
    }

    Result<void> compareLiteral(const FilterValue& name, const std::string& comparison, const FilterValue& literal) {
        const bool isEquality = comparison == "==" || comparison == "!=";
        switch (kindOf(name)) {
        case FilterKind::Search:
            break; // compare() has done it
        case FilterKind::Several:
            return several(name, comparison, literal);
        case FilterKind::Number:
            return number(name, comparison, literal);
        case FilterKind::Label:
            if (const auto known = isEquality ? wantLabel(literal, m_scope) : Result<void>(); !known)
                return known;
            if (isEquality)
                return labels(name, comparison, literal);
            break;
        case FilterKind::Outcome:
            if (isEquality && !outcomeFrom(literal.text))
                return unknownOutcome(literal);
            break;
        case FilterKind::Text:
            break;
        }
        return text(name, comparison, literal);
    }

    Result<void> search(const FilterValue& name, const std::string& comparison, const FilterValue& literal) {
        if (comparison != "~")
            return failAt(name.column, said("\"%1\" is searched with ~, as in %1 ~ \"word\"", name.text));
        const SearchField field = name.text == "prompt"     ? SearchField::Prompt
                                  : name.text == "response" ? SearchField::Response
                                                            : SearchField::Text;
        m_sql.add(searchCondition(field, literalText(literal), false));
        return {};
    }

    Result<void> several(const FilterValue& name, const std::string& comparison, const FilterValue& literal) {
        if (comparison == "~") {
            m_sql.add("EXISTS (SELECT 1 FROM (SELECT NULL AS held UNION ALL ");
            auto done = addValue(m_sql, name, m_scope);
            m_sql.add(") WHERE held LIKE ").bind(containing(literalText(literal))).add(" ESCAPE '\\')");
            return done;
        }
        if (comparison != "==" && comparison != "!=")
            return failAt(name.column, said("\"%1\" is compared with ==, != or ~", name.text));
        // EXISTS, since NOT IN would be unknown where one of several is absent.
        m_sql.add(comparison == "!=" ? "NOT EXISTS " : "EXISTS ");
        m_sql.add("(SELECT 1 FROM (SELECT NULL AS held UNION ALL ");
        auto done = addValue(m_sql, name, m_scope);
        m_sql.add(") WHERE held = ").bind(literalText(literal)).add(")");
        return done;
    }

    Result<void> number(const FilterValue& name, const std::string& comparison, const FilterValue& literal) {
        if (comparison == "~")
            return failAt(name.column, said("\"%1\" is a number, and ~ looks into texts", name.text));
        if (literal.kind != FilterValue::Kind::Number)
            return failAt(literal.column, said("\"%1\" is a number: write it without quotes", name.text));
        auto done = addValue(m_sql, name, m_scope);
        m_sql.add(sqlComparison(comparison)).bind(literal.number);
        return done;
    }

    Result<void> labels(const FilterValue& name, const std::string& comparison, const FilterValue& literal) {
        auto done = side(name, false);
        m_sql.add(comparison == "!=" ? " NOT IN (" : " IN (");
        const std::vector<std::string> texts = labelTexts(literal);
        for (std::size_t index = 0; index < texts.size(); ++index)
            m_sql.add(index == 0 ? "" : ", ").bind(texts[index]);
        m_sql.add(")");
        return done;
    }

    Result<void> unknownOutcome(const FilterValue& literal) {
        std::string known;
        for (int value = 0; value <= static_cast<int>(Outcome::Skipped); ++value)
            known += (value == 0 ? "" : ", ") + std::string(outcomeName(static_cast<Outcome>(value)));
        return failAt(literal.column, said("\"%1\" is no outcome; they are %2", literalText(literal), known));
    }

    /// Texts that are numbers (a gold score, a number in metadata) compare as numbers with a number.
    Result<void> text(const FilterValue& name, const std::string& comparison, const FilterValue& literal) {
        const bool isNumber = literal.kind == FilterValue::Kind::Number;
        const bool mayBeNumber = name.text == "metadata" || kindOf(name) == FilterKind::Label;
        if (isNumber && mayBeNumber && comparison != "~") {
            m_sql.add("(SELECT CASE WHEN typeof(held) <> 'text' OR held GLOB '[0-9.+-]*' THEN CAST(held AS REAL) END"
                      " FROM (SELECT (");
            auto done = addValue(m_sql, name, m_scope);
            m_sql.add(") AS held) WHERE held IS NOT NULL)").add(sqlComparison(comparison)).bind(literal.number);
            return done;
        }
        m_sql.add("CAST((");
        auto done = addValue(m_sql, name, m_scope);
        m_sql.add(") AS TEXT)");
        if (comparison == "~")
            m_sql.add(" LIKE ").bind(containing(literalText(literal))).add(" ESCAPE '\\'");
        else
            m_sql.add(sqlComparison(comparison)).bind(literalText(literal));
        return done;
    }

    const FilterScope& m_scope;
    SqlText m_sql;
};

} // namespace

Result<SqlCondition> compileFilter(std::string_view text, const FilterScope& scope) {
    if (trimmed(text).empty())
        return SqlCondition{};
    const auto tree = parseFilter(text);
    if (!tree)
        return tl::unexpected(tree.error());
    Compiler compiler(scope);
    if (auto done = compiler.node(*tree); !done)
        return tl::unexpected(done.error());
    return compiler.take();
}

} // namespace assize
