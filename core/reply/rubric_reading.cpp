// SPDX-License-Identifier: Apache-2.0
#include "core/reply/rubric_reading.h"

#include "core/base/number_from.h"
#include "core/base/text.h"
#include "core/reply/normalise.h"
#include "core/reply/reply_text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace assize {
namespace {

using Kind = ReplyNode::Kind;

bool isCriteriaKey(std::string_view key) {
    return keyMeansAny(key, {"criteria", "criteria_breakdown", "rubric"});
}

bool isLabelKey(std::string_view key) {
    return keyMeansAny(key, {"preference", "verdict", "label", "predictions", "prediction"});
}

bool isOverallKey(std::string_view key) {
    return keyMeansAny(key, {"overall_justification", "overall_reasoning", "overall"});
}

const ReplyNode* scoreOf(const ReplyNode& node, bool isB) {
    return isB ? childOf(node, {"score_b", "b", "response_b", "b_score"})
               : childOf(node, {"score_a", "a", "response_a", "a_score"});
}

bool isCriterion(const ReplyNode& node) {
    return node.kind == Kind::Map && (scoreOf(node, false) != nullptr || childOf(node, {"score", "weight", "type"}));
}

/// The map that holds the keys: the root, or what a reply wrapped it in.
const ReplyNode& holderOf(const ReplyNode& root) {
    const ReplyNode* holder = &root;
    for (int depth = 0; depth < 2 && holder->children.size() == 1; ++depth) {
        const ReplyNode& only = holder->children.front();
        if (only.kind != Kind::Map || isCriteriaKey(only.key) || isCriterion(only))
            break;
        holder = &only;
    }
    return *holder;
}

std::string foldedName(std::string_view name) {
    std::string out;
    for (const char c : foldCase(name)) {
        if (c != ' ' && c != '_' && c != '-')
            out += c;
    }
    return out;
}

class RubricReader {
public:
    RubricReader(const ReplyContext& context, RubricRules rules, ReplyReading& reading)
        : m_judge(*context.judge)
        , m_isPair(m_judge.task == Task::Pairwise || m_judge.task == Task::ScorePair)
        , m_rules(rules)
        , m_reading(reading)
        , m_judgement(reading.judgement) {}

    void read(const ReplyNode& root) {
        m_judgement.outcome = Outcome::Verdict;
        readTop(holderOf(root));
        if (isVerdict() && m_judge.rubricPolicy == RubricPolicy::Fixed)
            matchFixedRubric();
        if (isVerdict() && m_judge.rubricPolicy == RubricPolicy::Generated && m_judgement.criteria.empty())
            refuse(m_judgement, Outcome::Invalid, "no-criteria");
        shareWeights();
        // A label that is missing or unclear outweighs what is wrong with the criteria.
        if (m_isPair && m_isAmbiguous)
            refuse(m_judgement, Outcome::Unparseable, "ambiguous");
        else if (m_isPair && !m_judgement.label)
            refuse(m_judgement, Outcome::Unparseable, "no-label");
    }

private:
    [[nodiscard]] bool isVerdict() const { return m_judgement.outcome == Outcome::Verdict; }

    void invalid(std::string reason) {
        if (isVerdict())
            refuse(m_judgement, Outcome::Invalid, std::move(reason));
    }

    void readTop(const ReplyNode& holder) {
        const bool hasCriteriaKey = std::any_of(holder.children.begin(), holder.children.end(),
            [](const ReplyNode& child) { return isCriteriaKey(child.key); });
        for (const ReplyNode& child : holder.children) {
            if (isCriteriaKey(child.key))
                readCriteria(child);
            else if (!readTopKey(child) && !hasCriteriaKey && isCriterion(child))
                readCriterion(child, child.key);
        }
    }

    bool readTopKey(const ReplyNode& child) {
        if (isLabelKey(child.key))
            readLabel(child);
        else if (isOverallKey(child.key))
            m_judgement.overallJustification = std::string(trimmed(child.text));
        else if (keyMeansAny(child.key, {"weighted_score_a", "total_score_a", "total_a"}))
            m_reading.statedScoreA = numberFrom<double>(trimmed(child.text));
        else if (keyMeansAny(child.key, {"weighted_score_b", "total_score_b", "total_b"}))
            m_reading.statedScoreB = numberFrom<double>(trimmed(child.text));
        else if (keyMeansAny(child.key, {"score_margin", "margin"}))
            m_reading.statedMargin = numberFrom<double>(trimmed(child.text));
        else
            return false;
        return true;
    }

    void readLabel(const ReplyNode& node) {
        for (const ReplyNode& element : node.children) {
            if (element.kind == Kind::Scalar)
                readLabel(element);
        }
        if (node.kind != Kind::Scalar)
            return;
        if (++m_labelCount > MaxLabels) {
            m_isAmbiguous = true;
            return;
        }
        const auto label = labelFromReply(node.text, m_rules.needsBrackets, m_judgement);
        if (!label)
            return;
        m_isAmbiguous = m_isAmbiguous || (m_judgement.label && *m_judgement.label != label->label);
        m_judgement.label = label->label;
        m_judgement.step = label->step;
    }

    void readCriteria(const ReplyNode& node) {
        for (const ReplyNode& child : node.children) {
            if (node.kind == Kind::List) {
                const ReplyNode* name = childOf(child, {"name", "short_name", "criterion"});
                readCriterion(child, name == nullptr ? std::string_view() : std::string_view(name->text));
            } else if (child.kind == Kind::Map || !readTopKey(child)) {
                readCriterion(child, child.key);
            }
        }
    }

    void readCriterion(const ReplyNode& node, std::string_view key) {
        CriterionScore score;
        score.criterion.name = std::string(trimmed(key));
        if (score.criterion.name.empty() || node.kind != Kind::Map)
            return invalid(fmt::format("missing-score: {}", score.criterion.name));
        if (const ReplyNode* description = childOf(node, {"description"}))
            score.criterion.description = std::string(trimmed(description->text));
        readTypeAndWeight(node, score.criterion);
        readSide(node, score, false);
        if (m_isPair)
            readSide(node, score, true);
        const std::string folded = foldedName(score.criterion.name);
        const bool isRepeated = std::find(m_names.begin(), m_names.end(), folded) != m_names.end();
        if (isRepeated)
            return invalid(fmt::format("duplicate-criterion: {}", score.criterion.name));
        if (m_judgement.criteria.size() >= MaxCriteria)
            return invalid("too-many-criteria");
        m_names.push_back(folded);
        m_judgement.criteria.push_back(std::move(score));
    }

    void readTypeAndWeight(const ReplyNode& node, Criterion& criterion) {
        criterion.min = m_judge.scaleMin;
        criterion.max = m_judge.scaleMax;
        if (const Criterion* known = knownCriterion(criterion.name)) {
            std::string description = std::move(criterion.description);
            criterion = *known;
            if (criterion.description.empty())
                criterion.description = std::move(description);
        } else {
            readType(node, criterion);
            if (m_rules.ownScales)
                readOwnScale(node, criterion);
        }
        const ReplyNode* weight = childOf(node, {"weight"});
        if (weight == nullptr || weight->kind == Kind::Null) {
            m_lacksWeight = m_lacksWeight || m_judge.rubricPolicy != RubricPolicy::Fixed;
            return;
        }
        m_hasWeight = true;
        const auto value = scoreFromText(weight->text, 1, m_judgement);
        if (!value)
            return invalid(fmt::format("not-a-number: {}, weight {}", criterion.name, weight->text));
        criterion.weight = *value;
    }

    [[nodiscard]] const Criterion* knownCriterion(std::string_view name) const {
        if (m_judge.rubricPolicy != RubricPolicy::Fixed)
            return nullptr;
        const std::string folded = foldedName(name);
        for (const Criterion& criterion : m_judge.criteria) {
            if (foldedName(criterion.name) == folded)
                return &criterion;
        }
        return nullptr;
    }

    void readType(const ReplyNode& node, Criterion& criterion) {
        const ReplyNode* type = childOf(node, {"type"});
        if (type == nullptr || type->kind != Kind::Scalar) {
            const ReplyNode* score = scoreOf(node, false);
            const bool isWord = score != nullptr && boolFromText(score->text).has_value();
            criterion.type = isWord ? CriterionType::Binary : CriterionType::Scale;
            return;
        }
        const std::string word = foldCase(trimmed(type->text));
        if (m_rules.ownScales && word == criterionTypeName(CriterionType::Categorical)) {
            criterion.type = CriterionType::Categorical;
            return;
        }
        if (word == "binary" || word == "boolean" || word == "bool" || word == "true/false" || word == "yes/no")
            criterion.type = CriterionType::Binary;
        else if (!word.starts_with("scale") && word != "numeric" && word != "likert" && word != "1-5")
            invalid(fmt::format("unknown-type: {}, {}", criterion.name, word));
    }

    void readOwnScale(const ReplyNode& node, Criterion& criterion) {
        for (auto [key, bound] : {std::pair("min", &criterion.min), std::pair("max", &criterion.max)}) {
            const ReplyNode* child = childOf(node, {key});
            const auto number = child == nullptr ? std::optional(*bound) : numberFrom<double>(trimmed(child->text));
            if (!number)
                return invalid(fmt::format("not-a-number: {}, {} {}", criterion.name, key, child->text));
            *bound = *number;
        }
        if (criterion.min < criterion.max && std::isfinite(criterion.max - criterion.min))
            return;
        invalid(fmt::format("out-of-range: {}, max {}, above {}", criterion.name, criterion.max, criterion.min));
        criterion.min = m_judge.scaleMin;
        criterion.max = m_judge.scaleMax;
    }

    void readSide(const ReplyNode& node, CriterionScore& score, bool isB) {
        const ReplyNode* value = scoreOf(node, isB);
        const ReplyNode* why = isB ? childOf(node, {"justification_b", "rationale_b", "reasoning_b"})
                                   : childOf(node, {"justification_a", "rationale_a", "reasoning_a"});
        if (!m_isPair && value == nullptr)
            value = childOf(node, {"score", "rating"});
        if (!m_isPair && why == nullptr)
            why = childOf(node, {"justification", "rationale", "reasoning"});
        if (value != nullptr && value->kind == Kind::Map) {
            why = childOf(*value, {"justification", "rationale", "reasoning"});
            value = childOf(*value, {"score", "rating"});
        }
        if (why != nullptr)
            (isB ? score.justificationB : score.justificationA) = std::string(trimmed(why->text));
        if (value == nullptr || value->kind != Kind::Scalar)
            return;
        auto& target = isB ? score.scoreB : score.scoreA;
        target = scoreValue(value->text, score.criterion);
        if (!target)
            invalid(fmt::format(
                "not-a-number: {}, score_{} {}", score.criterion.name, isB ? 'B' : 'A', value->text.substr(0, 40)));
    }

    std::optional<double> scoreValue(std::string_view text, const Criterion& criterion) {
        if (criterion.type == CriterionType::Binary) {
            if (const auto truth = boolFromText(text))
                return *truth ? 1 : 0;
            return numberFrom<double>(trimmed(text));
        }
        if (criterion.type == CriterionType::Categorical) {
            if (criterion.categories.empty())
                return numberFrom<double>(trimmed(text)); // its value
            for (const Category& category : criterion.categories) {
                if (foldCase(trimmed(text)) == foldCase(category.name))
                    return category.value;
            }
            return std::nullopt;
        }
        return scoreFromText(text, criterion.max, m_judgement);
    }

    /// Names and order as the judge has them; nothing missing, nothing more.
    void matchFixedRubric() {
        std::vector<CriterionScore> ordered;
        for (const Criterion& criterion : m_judge.criteria) {
            const auto found = std::find_if(m_judgement.criteria.begin(), m_judgement.criteria.end(),
                [&](const CriterionScore& score) { return score.criterion.name == criterion.name; });
            if (found == m_judgement.criteria.end())
                return invalid(fmt::format("missing-criterion: {}", criterion.name));
            ordered.push_back(*found);
        }
        for (const CriterionScore& score : m_judgement.criteria) {
            if (knownCriterion(score.criterion.name) == nullptr)
                return invalid(fmt::format("extra-criterion: {}", score.criterion.name));
        }
        m_judgement.criteria = std::move(ordered);
    }

    /// A rubric whose weights were left out altogether counts all criteria alike; one that lacks some is unclear.
    void shareWeights() {
        if (m_lacksWeight && m_hasWeight)
            invalid("missing-weight");
        if (m_lacksWeight && !m_hasWeight) {
            for (CriterionScore& score : m_judgement.criteria)
                score.criterion.weight = 1;
        }
    }

    static constexpr std::size_t MaxCriteria = 200;
    static constexpr std::size_t MaxLabels = 100;

    const Judge& m_judge;
    bool m_isPair;
    RubricRules m_rules;
    ReplyReading& m_reading;
    Judgement& m_judgement;
    std::vector<std::string> m_names;
    std::size_t m_labelCount = 0;
    bool m_isAmbiguous = false;
    bool m_hasWeight = false;
    bool m_lacksWeight = false;
};

} // namespace

bool looksLikeRubric(const ReplyNode& root) {
    if (root.kind != Kind::Map)
        return false;
    const ReplyNode& holder = holderOf(root);
    return std::any_of(holder.children.begin(), holder.children.end(),
        [](const ReplyNode& child) { return isCriteriaKey(child.key) || isLabelKey(child.key) || isCriterion(child); });
}

void readRubric(const ReplyNode& root, const ReplyContext& context, RubricRules rules, ReplyReading& reading) {
    RubricReader(context, rules, reading).read(root);
}

} // namespace assize
