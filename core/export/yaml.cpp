// SPDX-License-Identifier: Apache-2.0
// One YAML document for each verdict, in the shape in which rubric judges answer (protocols.md 3.4), with the item and
// the totals. Strings stand in double quotes as JSON has them, which is valid YAML and safe for any text.
#include "core/export/formats.h"
#include "core/export/verdict_rows.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

std::string yamlQuoted(std::string_view text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string_view yamlPreference(Label label) {
    switch (label) {
    case Label::A:
        return "'[[A>B]]'";
    case Label::B:
        return "'[[B>A]]'";
    case Label::Tie:
        return "'[[A=B]]'";
    case Label::BothBad:
        break;
    }
    return "'[[A=B (bothbad)]]'";
}

bool isPairTask(Task task) {
    return task == Task::Pairwise || task == Task::ScorePair;
}

class YamlDocument {
public:
    explicit YamlDocument(const VerdictRow& row)
        : m_row(row)
        , m_judgement(row.verdict.judgement)
        , m_isPair(isPairTask(row.judge.definition.task)) {}

    std::string take() {
        addItem();
        addCriteria();
        text("overall_justification", m_judgement.overallJustification);
        addVerdict();
        return std::move(m_out);
    }

private:
    void line(std::string_view key, std::string_view value, int indent = 0) {
        fmt::format_to(std::back_inserter(m_out), "{:{}}{}: {}\n", "", indent, key, value);
    }
    void text(std::string_view key, std::string_view value, int indent = 0) {
        if (!value.empty())
            line(key, yamlQuoted(value), indent);
    }
    void number(std::string_view key, const std::optional<double>& value, int indent = 0) {
        if (value)
            line(key, fmt::format("{}", *value), indent);
    }

    void addItem() {
        const Item& item = m_row.item;
        m_out = "---\n";
        text("id", item.sourceId.empty() ? item.id : item.sourceId);
        text("run", m_row.run.name);
        line("task", taskName(m_row.judge.definition.task));
        text("judge", m_row.judge.definition.name);
        text("version", m_row.judge.hash);
        text("presentation", m_row.verdict.presentation);
        line("sample", fmt::format("{}", m_row.verdict.sample));
        text("category", item.category);
        text("prompt", promptOf(item));
        addTurns(item);
        for (std::size_t index = 0; index < item.responses.size(); ++index) {
            const std::string suffix = item.responses.size() == 1 ? ""
                                       : index < 26               ? fmt::format("_{}", static_cast<char>('A' + index))
                                                                  : fmt::format("_{}", index + 1);
            line("response" + suffix, yamlQuoted(item.responses[index].text)); // an empty answer is one, too
            text("model" + suffix, item.responses[index].model);
        }
        text("reference", item.reference.value_or(""));
        text("context", item.context.value_or(""));
    }

    /// A conversation, where the prompt alone is not all that was said.
    void addTurns(const Item& item) {
        if (item.turns.empty() || (item.turns.size() == 1 && item.turns.front().role == "user"))
            return;
        m_out += "turns:\n";
        for (const Turn& turn : item.turns)
            fmt::format_to(std::back_inserter(m_out), "  - role: {}\n    content: {}\n", yamlQuoted(turn.role),
                yamlQuoted(turn.content));
    }

    /// The scale, where it is not the usual one to five.
    void bounds(double min, double max, std::string_view prefix, int indent) {
        constexpr double UsualMin = 1;
        constexpr double UsualMax = 5;
        if (min == UsualMin && max == UsualMax)
            return;
        number(fmt::format("{}min", prefix), min, indent);
        number(fmt::format("{}max", prefix), max, indent);
    }

    /// true and false for a binary criterion, as its judge writes them.
    void score(const CriterionScore& score, char side) {
        const std::optional<double>& value = side == 'A' ? score.scoreA : score.scoreB;
        const std::string key = m_isPair ? fmt::format("score_{}", side) : "score";
        if (value && score.criterion.type == CriterionType::Binary)
            line(key, *value > 0 ? "true" : "false", 4);
        else
            number(key, value, 4);
    }

    void addCriteria() {
        if (m_judgement.criteria.empty())
            return;
        m_out += "criteria:\n";
        for (const CriterionScore& entry : m_judgement.criteria) {
            fmt::format_to(std::back_inserter(m_out), "  {}:\n", yamlQuoted(entry.criterion.name));
            text("description", entry.criterion.description, 4);
            line("type", criterionTypeName(entry.criterion.type), 4);
            if (entry.criterion.type == CriterionType::Scale)
                bounds(entry.criterion.min, entry.criterion.max, "", 4);
            number("weight", entry.criterion.weight, 4);
            score(entry, 'A');
            if (m_isPair)
                score(entry, 'B');
            text(m_isPair ? "justification_A" : "justification", entry.justificationA, 4);
            text("justification_B", entry.justificationB, 4);
        }
    }

    void addVerdict() {
        if (m_judgement.label)
            line("preference", yamlPreference(*m_judgement.label));
        number("step", m_judgement.step);
        text("result", m_judgement.result);
        if (!m_judgement.scores.empty())
            line("scores", nlohmann::json(m_judgement.scores).dump());
        if (m_row.judge.definition.task == Task::Direct)
            bounds(m_row.judge.definition.scaleMin, m_row.judge.definition.scaleMax, "scale_", 0);
        number("weighted_score_A", m_judgement.weightedScoreA);
        number("weighted_score_B", m_judgement.weightedScoreB);
        number("score_margin", m_judgement.scoreMargin);
        if (!m_judgement.flags.empty())
            line("flags", nlohmann::json(m_judgement.flags).dump());
        if (m_judgement.outcome == Outcome::Verdict)
            return;
        line("outcome", outcomeName(m_judgement.outcome));
        text("reason", m_judgement.reason);
    }

    const VerdictRow& m_row;
    const Judgement& m_judgement;
    bool m_isPair;
    std::string m_out;
};

Result<std::int64_t> writeYaml(SessionReader& reader, const ExportOptions& options, const ExportWrite& write) {
    return forEachVerdictRow(reader, options, [&](const VerdictRow& row) -> Result<bool> {
        const auto written = write(YamlDocument(row).take());
        return written ? Result<bool>(true) : tl::unexpected(written.error());
    });
}

} // namespace

Exporter yamlExporter() {
    return {"yaml", "a document per verdict, as rubric judges answer", writeYaml};
}

} // namespace assize
