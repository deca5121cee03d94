// SPDX-License-Identifier: Apache-2.0
// By whom, and with which prompt: every judge version, its settings, its rubric, its messages, and what changed from
// the version it was made from.
#include "core/base/text.h"
#include "core/judge/judge_diff.h"
#include "core/report/number_text.h"
#include "core/report/section_parts.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

constexpr std::size_t MostPromptText = 20'000; // code points of one message
constexpr std::size_t MostSettingText = 400;
constexpr std::size_t LinesAround = 3; // unchanged lines shown beside a change
constexpr std::size_t ShortHash = 12;

/// A URL without the name and password that may stand in it.
std::string withoutCredentials(const std::string& url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string::npos)
        return url;
    const std::size_t host = scheme + 3;
    const std::size_t path = std::min(url.find_first_of("/?#", host), url.size());
    const std::size_t at = url.rfind('@', path);
    return at == std::string::npos || at < host ? url : url.substr(0, host) + url.substr(at + 1);
}

json fact(const ReportTexts& texts, std::string_view key, std::string value) {
    return {{"name", texts.text(key)}, {"value", std::move(value)}};
}

json judgeFacts(const ReportJudge& judge, const ReportTexts& texts) {
    const Judge& definition = judge.version.definition;
    json facts = json::array();
    if (judge.version.source == "imported") { // all else is what a definition says that nobody wrote
        facts.push_back(fact(texts, "judges.task", texts.code("task-" + std::string(taskName(definition.task)))));
        facts.push_back(fact(texts, "judges.source", texts.code("source-imported")));
        return facts;
    }
    facts.push_back(fact(texts, "judges.task", texts.code("task-" + std::string(taskName(definition.task)))));
    facts.push_back(fact(texts, "judges.reply", definition.reply.format));
    facts.push_back(
        fact(texts, "judges.rubric", texts.code("rubric-" + std::string(rubricPolicyName(definition.rubricPolicy)))));
    facts.push_back(fact(texts, "judges.orders", texts.code("orders-" + std::string(ordersName(definition.orders)))));
    facts.push_back(fact(texts, "judges.samples", countText(definition.samples)));
    facts.push_back(fact(
        texts, "judges.reference", texts.code("reference-" + std::string(referencePolicyName(definition.reference)))));
    facts.push_back(
        fact(texts, "judges.guard", texts.text(definition.guardNonce ? "judges.guard_nonce" : "judges.guard_none")));
    facts.push_back(fact(texts, "judges.parameters",
        fmt::format("temperature {}, max_tokens {}, seed {}", definition.parameters.temperature,
            definition.parameters.maxTokens,
            definition.parameters.seed ? std::to_string(*definition.parameters.seed) : "–")));
    facts.push_back(fact(texts, "judges.source", texts.code("source-" + judge.version.source)));
    return facts;
}

json criteriaRows(const Judge& definition, const ReportTexts& texts) {
    json rows = json::array();
    if (definition.rubricPolicy != RubricPolicy::Fixed)
        return rows;
    for (const Criterion& criterion : definition.criteria) {
        const std::string range = criterion.type == CriterionType::Scale
                                      ? fmt::format("{}–{}", criterion.min, criterion.max)
                                      : texts.code("criterion-" + std::string(criterionTypeName(criterion.type)));
        rows.push_back({{"name", criterion.name}, {"description", criterion.description},
            {"weight", fixedText(criterion.weight, 2)}, {"range", range}});
    }
    return rows;
}

json messageList(const Judge& definition, const ReportTexts& texts) {
    json messages = json::array();
    for (const Message& message : definition.messages)
        messages.push_back({{"role", message.role}, {"content", excerpt(message.content, MostPromptText, texts)}});
    return messages;
}

/// The lines near a change; a gap stands for those between.
json changedLines(const std::vector<DiffLine>& lines) {
    std::vector<bool> isShown(lines.size(), false);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].change == LineChange::Same)
            continue;
        const std::size_t last = std::min(lines.size() - 1, i + LinesAround);
        for (std::size_t near = i < LinesAround ? 0 : i - LinesAround; near <= last; ++near)
            isShown[near] = true;
    }
    json shown = json::array();
    bool isGap = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!isShown[i]) {
            isGap = true;
            continue;
        }
        if (std::exchange(isGap, false))
            shown.push_back({{"sign", "⋯"}, {"text", ""}, {"style", "gap"}});
        const LineChange change = lines[i].change;
        shown.push_back({{"sign", change == LineChange::Added     ? "+"
                                  : change == LineChange::Removed ? "−"
                                                                  : " "},
            {"text", lines[i].text},
            {"style", change == LineChange::Added     ? "added"
                      : change == LineChange::Removed ? "removed"
                                                      : "same"}});
    }
    return shown;
}

json diffContent(const ReportJudge& judge, const ReportTexts& texts) {
    if (!judge.parent)
        return nullptr;
    const JudgeDiff diff = diffJudges(judge.parent->definition, judge.version.definition);
    json settings = json::array();
    for (const SettingDiff& setting : diff.settings)
        settings.push_back({{"path", setting.path}, {"before", excerpt(setting.before, MostSettingText, texts)},
            {"after", excerpt(setting.after, MostSettingText, texts)}});
    json messages = json::array();
    for (const MessageDiff& message : diff.messages) {
        const std::string role = message.roleAfter.empty() ? message.roleBefore : message.roleAfter;
        messages.push_back(
            {{"title", texts.fill("judges.message", {countText(static_cast<std::int64_t>(message.number)), role})},
                {"lines", changedLines(message.lines)}});
    }
    return {{"title", texts.fill(
                          "judges.changes", {fmt::format("{} v{}", judge.parent->definition.name, judge.parent->number),
                                                judge.parent->hash.substr(0, ShortHash)})},
        {"has_settings", !settings.empty()}, {"settings", std::move(settings)}, {"has_messages", !messages.empty()},
        {"messages", std::move(messages)}, {"is_same", diff.isSameVersion}};
}

std::string parentText(const ReportJudge& judge, const ReportTexts& texts) {
    if (judge.version.parentHash.empty())
        return texts.text("judges.no_parent");
    if (!judge.parent)
        return texts.fill("judges.parent_elsewhere", {judge.version.parentHash});
    return fmt::format("{} v{} · {}", judge.parent->definition.name, judge.parent->number, judge.parent->hash);
}

/// What a run was started with beside its judge: "probe markdown, orders ab".
std::string parameterText(const std::string& stored) {
    const json parameters = json::parse(stored, nullptr, false);
    if (!parameters.is_object())
        return stored;
    std::string text;
    for (const auto& [name, value] : parameters.items())
        text += fmt::format(
            "{}{} {}", text.empty() ? "" : ", ", name, value.is_string() ? value.get<std::string>() : value.dump());
    return text;
}

json runRows(const ReportData& data, std::size_t judge) {
    json rows = json::array();
    for (const ReportRun& run : data.runs) {
        if (run.judge != judge)
            continue;
        const Run& stored = run.summary.run;
        rows.push_back({{"name", stored.name}, {"number", std::to_string(stored.number)}, {"id", stored.id},
            {"model", stored.model.empty() ? std::string("–") : stored.model},
            {"endpoint", stored.endpointKind.empty() ? std::string() : stored.endpointKind},
            {"url", withoutCredentials(stored.endpointUrl)}, {"parameters", parameterText(stored.parameters)},
            {"started", reportTime(stored.createdAt)}, {"newest", reportTime(run.calls.newest)}});
    }
    return rows;
}

json judgeContent(const ReportData& data, std::size_t index, const ReportTexts& texts) {
    const ReportJudge& judge = data.judges[index];
    const Judge& definition = judge.version.definition;
    json criteria = criteriaRows(definition, texts);
    const bool isImported = judge.version.source == "imported";
    json messages = isImported ? json::array() : messageList(definition, texts);
    return {{"name", fmt::format("{} v{}", definition.name, judge.version.number)}, {"title", definition.title},
        {"hash", judge.version.hash}, {"parent", parentText(judge, texts)}, {"is_imported", isImported},
        {"notes", excerpt(definition.notes, MostPromptText, texts)}, {"has_notes", !definition.notes.empty()},
        {"facts", judgeFacts(judge, texts)}, {"has_criteria", !criteria.empty()}, {"criteria", std::move(criteria)},
        {"has_messages", !messages.empty()}, {"messages", std::move(messages)}, {"diff", diffContent(judge, texts)},
        {"runs", runRows(data, index)}};
}

} // namespace

Result<json> judgesSection(const SectionInput& input) {
    json judges = json::array();
    for (std::size_t i = 0; i < input.data.judges.size(); ++i)
        judges.push_back(judgeContent(input.data, i, input.texts));
    return json{{"has_judges", !judges.empty()}, {"judges", std::move(judges)}};
}

} // namespace assize
