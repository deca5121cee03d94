// SPDX-License-Identifier: Apache-2.0
#include "core/judge/lint.h"

#include "core/base/text.h"
#include "core/judge/partials.h"
#include "core/judge/template.h"
#include "core/judge/template_names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace assize {
namespace {

constexpr std::size_t UsualContext = 8192;
constexpr double WeightSlack = 0.01;
constexpr std::size_t MostFindings = 200; ///< of one definition; nobody reads on, and each costs a look at the text
constexpr std::array<std::string_view, 7> Formats = {
    "rubric-yaml", "rubric-json", "verdict-json", "score-json", "score-pair", "reasoning-result", "label"};

bool comparesTwo(const Judge& judge) {
    return judge.task == Task::Pairwise || judge.task == Task::ScorePair;
}

std::string_view withoutAlias(std::string_view name) {
    for (const auto& [alias, meant] : templateAliases()) {
        if (alias == name)
            return meant;
    }
    return name;
}

class Linter {
public:
    Linter(const Judge& judge, const LintSettings& settings)
        : m_judge(judge)
        , m_settings(settings) {}

    std::vector<LintFinding> run() {
        for (m_message = 1; m_message <= static_cast<int>(m_judge.messages.size()); ++m_message)
            checkNames(text());
        m_message = 0;
        checkUnused();
        checkSymmetry();
        checkContract();
        checkWeights();
        checkLength();
        return std::move(m_findings);
    }

private:
    [[nodiscard]] const std::string& text() const {
        return m_judge.messages[static_cast<std::size_t>(m_message) - 1].content;
    }

    LintFinding& add(LintRule rule, bool isError, std::string subject) {
        LintFinding& finding = m_findings.emplace_back();
        finding.rule = rule;
        finding.isError = isError;
        finding.message = m_message;
        finding.subject = std::move(subject);
        return finding;
    }

    LintFinding& addAt(LintRule rule, const TemplateToken& token, std::string subject) {
        LintFinding& finding = add(rule, true, std::move(subject));
        finding.offset = token.offset;
        finding.length = token.length;
        finding.line = lineAt(text(), token.offset);
        return finding;
    }

    void checkNames(const std::string& content) {
        std::vector<std::string_view> open;
        for (const TemplateToken& token : scanTemplate(content)) {
            if (m_findings.size() >= MostFindings)
                return;
            if (token.kind == TokenKind::Broken)
                addAt(LintRule::BrokenTag, token, std::string(token.problem));
            if (token.kind == TokenKind::SectionEnd)
                open.pop_back();
            if (token.kind == TokenKind::Partial)
                checkPartial(token);
            const bool isSection = token.kind == TokenKind::Section || token.kind == TokenKind::InvertedSection;
            if (token.kind == TokenKind::Variable || isSection)
                checkName(token, open);
            if (isSection)
                open.push_back(token.name);
        }
    }

    void checkPartial(const TemplateToken& token) {
        m_used.emplace_back(token.name == "output_contract" ? "> output_contract" : "> rubric");
        if (token.name != "rubric" && token.name != "output_contract")
            suggest(
                addAt(LintRule::UnknownVariable, token, std::string(token.name)), token, {"rubric", "output_contract"});
    }

    void checkName(const TemplateToken& token, const std::vector<std::string_view>& open) {
        m_used.emplace_back(withoutAlias(token.name));
        std::vector<std::string> known = m_settings.extraNames;
        for (const TemplateName& name : templateNames()) {
            if (name.list.empty() || std::find(open.begin(), open.end(), name.list) != open.end())
                known.emplace_back(name.name);
        }
        for (const auto& [alias, ignored] : templateAliases())
            known.emplace_back(alias);
        const bool isKnown = std::find(known.begin(), known.end(), token.name) != known.end() ||
                             token.name.starts_with("metadata.") || token.name.starts_with("turn.") ||
                             (token.name == "." && !open.empty());
        if (!isKnown)
            suggest(addAt(LintRule::UnknownVariable, token, std::string(token.name)), token, known);
    }

    static void suggest(LintFinding& finding, const TemplateToken& token, const std::vector<std::string>& known) {
        finding.suggestion = nearestName(token.name, known);
        if (finding.suggestion.empty() || token.kind == TokenKind::Section || token.kind == TokenKind::InvertedSection)
            return;
        const std::string sigil = token.kind == TokenKind::Partial ? "> " : "";
        finding.fix = LintFix{token.offset, token.length, "{{" + sigil + finding.suggestion + "}}"};
    }

    [[nodiscard]] bool uses(std::string_view name) const {
        return std::find(m_used.begin(), m_used.end(), name) != m_used.end();
    }

    void checkUnused() {
        const bool showsAll = uses("responses");
        std::vector<std::string_view> needed = {"response"};
        if (comparesTwo(m_judge))
            needed = {"response_a", "response_b"};
        if (m_judge.task == Task::Select)
            needed = {"responses"};
        for (const std::string_view name : needed) {
            if (!showsAll && !uses(name) && !(name == "response" && uses("response_a")))
                add(LintRule::UnusedVariable, true, std::string(name));
        }
        if (!uses("prompt") && !uses("turns") && !uses("conversation"))
            add(LintRule::UnusedVariable, false, "prompt");
        const bool needsReference =
            m_judge.reference == ReferencePolicy::Require || m_judge.reference == ReferencePolicy::Both;
        if (needsReference && !uses("reference") && !uses("reference_one"))
            add(LintRule::UnusedVariable, true, "reference");
        if (m_judge.rubricPolicy != RubricPolicy::None && !uses("> rubric") && !uses("criteria"))
            add(LintRule::UnusedVariable, false, "> rubric");
    }

    [[nodiscard]] std::size_t countOf(std::string_view wanted) const {
        std::size_t count = 0;
        for (const Message& message : m_judge.messages) {
            for (std::size_t at = message.content.find(wanted); at != std::string::npos;
                 at = message.content.find(wanted, at + wanted.size()))
                ++count;
        }
        return count;
    }

    void checkSymmetry() {
        using Sides = std::pair<std::string_view, std::string_view>;
        constexpr std::array Texts = {Sides{"Response A", "Response B"}, Sides{"Assistant A", "Assistant B"},
            Sides{"Assistant 1", "Assistant 2"}, Sides{"Answer A", "Answer B"}, Sides{"score_A", "score_B"},
            Sides{"[[A", "[[B"}};
        if (!comparesTwo(m_judge))
            return;
        const auto usesOf = [&](std::string_view name) { return std::count(m_used.begin(), m_used.end(), name); };
        if (usesOf("response_a") != usesOf("response_b"))
            add(LintRule::SwapAsymmetry, false,
                usesOf("response_a") > usesOf("response_b") ? "response_a" : "response_b");
        for (const auto& [a, b] : Texts) {
            const bool hasA = countOf(a) > 0;
            if (hasA != (countOf(b) > 0))
                add(LintRule::SwapAsymmetry, false, std::string(hasA ? a : b));
        }
    }

    void checkContract() {
        if (uses("> output_contract") || m_judge.messages.empty())
            return;
        const std::string_view own = contractMark(m_judge.reply.format);
        // Prometheus ends in "[RESULT] 4", which the same reader takes.
        if (own.empty() || hasMark(own) || (m_judge.reply.format == "reasoning-result" && hasMark("[RESULT]")))
            return;
        for (const std::string_view other : Formats) {
            if (other != m_judge.reply.format && other != "label" && hasMark(contractMark(other))) {
                add(LintRule::ContractMismatch, false, std::string(other));
                return;
            }
        }
        m_message = static_cast<int>(m_judge.messages.size());
        LintFinding& finding = add(LintRule::NoOutputContract, false, m_judge.reply.format);
        finding.offset = text().size();
        finding.line = lineAt(text(), finding.offset);
        finding.fix = LintFix{finding.offset, 0, "\n\n{{> output_contract}}"};
        m_message = 0;
    }

    [[nodiscard]] bool hasMark(std::string_view mark) const {
        const std::string folded = foldCase(mark);
        return std::any_of(m_judge.messages.begin(), m_judge.messages.end(),
            [&](const Message& message) { return foldCase(message.content).find(folded) != std::string::npos; });
    }

    void checkWeights() {
        double sum = 0;
        for (const Criterion& criterion : m_judge.criteria)
            sum += criterion.weight;
        if (m_judge.rubricPolicy == RubricPolicy::Fixed && std::abs(sum - 1) > WeightSlack)
            add(LintRule::WeightSum, false, fmt::format("{:.4g}", sum)).fix = LintFix{};
    }

    void checkLength() {
        std::size_t tokens = estimatedTokens(rubricText(m_judge)) + estimatedTokens(outputContractText(m_judge, 2));
        for (const Message& message : m_judge.messages)
            tokens += estimatedTokens(message.content);
        const std::size_t context = m_settings.contextTokens == 0 ? UsualContext : m_settings.contextTokens;
        if (tokens + static_cast<std::size_t>(m_judge.parameters.maxTokens) > context)
            add(LintRule::LongPrompt, false, std::to_string(tokens));
    }

    const Judge& m_judge;
    const LintSettings& m_settings;
    int m_message = 0;
    std::vector<std::string> m_used;
    std::vector<LintFinding> m_findings;
};

} // namespace

std::vector<LintFinding> lintJudge(const Judge& judge, const LintSettings& settings) {
    return Linter(judge, settings).run();
}

std::string_view lintRuleName(LintRule rule) {
    constexpr std::array<std::string_view, 8> Names = {"broken-tag", "unknown-variable", "unused-variable",
        "swap-asymmetry", "no-output-contract", "contract-mismatch", "weight-sum", "long-prompt"};
    return Names.at(static_cast<std::size_t>(rule));
}

std::string lintText(const LintFinding& finding) {
    switch (finding.rule) {
    case LintRule::BrokenTag:
        return fmt::format("this tag cannot be read: {}", finding.subject);
    case LintRule::UnknownVariable:
        return fmt::format("\"{}\" is not known{}", finding.subject,
            finding.suggestion.empty() ? "" : fmt::format("; is it \"{}\"?", finding.suggestion));
    case LintRule::UnusedVariable:
        return fmt::format("{{{{{}}}}} is not used: the judge cannot see it", finding.subject);
    case LintRule::SwapAsymmetry:
        return fmt::format("\"{}\" has no counterpart: both responses must be treated alike", finding.subject);
    case LintRule::NoOutputContract:
        return fmt::format("nothing says how to reply as {}; add {{{{> output_contract}}}}", finding.subject);
    case LintRule::ContractMismatch:
        return fmt::format("the prompt asks for {}, which is not the format that is read", finding.subject);
    case LintRule::WeightSum:
        return fmt::format("the weights sum to {} and not to 1; they are divided by their sum", finding.subject);
    case LintRule::LongPrompt:
        break;
    }
    return fmt::format(
        "about {} tokens before any item is filled in: too long for the model's context beside the reply",
        finding.subject);
}

} // namespace assize
