// SPDX-License-Identifier: Apache-2.0
#include "core/filter/value_sql.h"

#include "core/filter/known_values.h"

#include "core/session/session_reader.h"

namespace assize {
namespace {

/// One column of the run's summary of the item. The query joins its own run's row as j; others are looked up.
void addRunColumn(SqlText& sql, const char* expression, RowKey run, const FilterScope& scope) {
    if (run == scope.runKey) {
        sql.add(expression);
        return;
    }
    sql.add("(SELECT ").add(expression).add(" FROM run_items j WHERE j.run_key = ").bind(run);
    sql.add(" AND j.item_key = i.key)");
}

/// A flip is a prediction of its own, which no human label equals (metrics.md, Both orders).
constexpr const char* LabelOrFlip =
    "CASE WHEN j.agreement = 'flipped' THEN 'flip' ELSE coalesce(j.label, nullif(j.result, '')) END";

/// The mean margin of the run's current verdicts in one order.
void addOrderMargin(SqlText& sql, bool isForward, RowKey run, const FilterScope& scope) {
    if (scope.isTried && run == scope.runKey) {
        sql.add(isForward ? "j.margin_forward" : "j.margin_backward");
        return;
    }
    sql.add("(SELECT avg(v.score_margin) FROM run_plan p JOIN verdicts v ON v.key = p.verdict_key WHERE p.run_key = ")
        .bind(run)
        .add(" AND p.item_key = i.key AND p.presentation = ")
        .bind(std::string(isForward ? "AB" : "BA"))
        .add(" AND p.outcome = 'verdict')");
}

/// Both sides' scores of a criterion as one number: A's, or A's minus B's, over the run's current verdicts.
void addScore(SqlText& sql, const std::string& criterion, RowKey run) {
    sql.add("(SELECT avg(CASE WHEN s.score_b IS NULL THEN s.score_a ELSE s.score_a - s.score_b END) FROM run_plan p "
            "CROSS JOIN criterion_scores s ON s.key BETWEEN p.verdict_key << 20 AND (p.verdict_key << 20) | 1048575 "
            "CROSS JOIN criteria c ON c.key = s.criterion_key WHERE p.run_key = ")
        .bind(run)
        .add(" AND p.item_key = i.key AND p.outcome = 'verdict' AND c.name = ")
        .bind(criterion)
        .add(" COLLATE NOCASE)");
}

void addAnnotation(SqlText& sql, const FilterScope& scope) {
    // A score stands as the runs' results do: 4, not 4.0.
    sql.add("(SELECT coalesce(a.label, nullif(a.result, ''), CASE WHEN a.score IS NOT NULL THEN printf('%.15g', "
            "a.score) END) FROM ");
    addCurrentAnnotations(sql, scope);
    sql.add(" ORDER BY a.key DESC LIMIT 1)");
}

/// What people say of the item: the scope's annotator's own label, else the gold label.
void addHuman(SqlText& sql, const FilterScope& scope) {
    sql.add("coalesce(");
    addAnnotation(sql, scope);
    sql.add(", i.gold)");
}

void addSeveral(SqlText& sql, std::string_view name) {
    if (name == "id")
        sql.add("SELECT i.id UNION ALL SELECT i.source_id");
    else if (name == "annotator")
        sql.add("SELECT annotator FROM labels WHERE item_key = i.key AND annotator <> '' UNION ALL "
                "SELECT annotator FROM annotations WHERE item_key = i.key");
    else if (name == "judge")
        sql.add("SELECT j.name FROM runs r CROSS JOIN run_items ri ON ri.run_key = r.key AND ri.item_key = i.key "
                "JOIN judge_versions v ON v.key = r.judge_version_key JOIN judges j ON j.key = v.judge_key "
                "WHERE NOT r.hidden");
    else
        sql.add("SELECT model FROM responses WHERE key BETWEEN i.key << 20 AND (i.key << 20) | 1048575");
}

void addRunValue(SqlText& sql, const FilterValue& value, RowKey run, const FilterScope& scope) {
    if (value.text == "label")
        addRunColumn(sql, LabelOrFlip, run, scope);
    else if (value.text == "forward" || value.text == "backward")
        addRunColumn(sql, value.text == "forward" ? "j.forward" : "j.backward", run, scope);
    else if (value.text == "margin")
        addRunColumn(sql, "j.margin", run, scope);
    else if (value.text == "margin_forward" || value.text == "margin_backward")
        addOrderMargin(sql, value.text == "margin_forward", run, scope);
    else if (value.text == "outcome")
        addRunColumn(sql, "j.outcome", run, scope);
    else
        addScore(sql, value.argument, run);
}

void addPlainValue(SqlText& sql, const FilterValue& value, const FilterScope& scope) {
    if (value.text == "annotation")
        addAnnotation(sql, scope);
    else if (value.text == "human")
        addHuman(sql, scope);
    else if (value.text == "metadata")
        sql.add("(SELECT CASE WHEN json_valid(metadata) THEN json_extract(metadata, ")
            .bind("$" + value.argument)
            .add(") END FROM item_details WHERE item_key = i.key)");
    else
        sql.add("i.").add(value.text); // category, gold, language, length_a, length_b are columns of that name
}

/// What people say, with both-bad counted as a tie, against the run's.
void addDisagreement(SqlText& sql, RowKey run, const FilterScope& scope) {
    sql.add("replace(");
    addHuman(sql, scope);
    sql.add(", ' (both bad)', '') <> replace(");
    addRunColumn(sql, LabelOrFlip, run, scope);
    sql.add(", ' (both bad)', '')");
}

/// Made while a version of a judge was on screen that has a later one now.
constexpr const char* IsStale =
    " AND EXISTS (SELECT 1 FROM runs r JOIN judge_versions v ON v.key = r.judge_version_key JOIN judge_versions n ON "
    "n.judge_key = v.judge_key AND n.number > v.number WHERE r.key = a.shown_run_key)";
constexpr const char* SaysSomething =
    " AND (a.label IS NOT NULL OR a.step IS NOT NULL OR a.cannot_judge OR a.score IS NOT NULL OR a.result <> '')";

void addRunFlag(SqlText& sql, const std::string& flag, RowKey run, const FilterScope& scope) {
    if (flag == "disagree")
        return addDisagreement(sql, run, scope);
    if (flag == "failed") {
        addRunColumn(sql, "j.outcome", run, scope);
        sql.add(" NOT IN ('verdict', 'skipped')");
        return;
    }
    addRunColumn(sql, "j.agreement", run, scope);
    sql.add(" = ").bind(flag);
}

} // namespace

SqlText& SqlText::add(const SqlCondition& condition) {
    m_condition.sql += condition.sql;
    m_condition.values.insert(m_condition.values.end(), condition.values.begin(), condition.values.end());
    return *this;
}

Result<RowKey> runOf(const FilterValue& value, const FilterScope& scope) {
    if (value.run.empty() && scope.runKey != 0)
        return scope.runKey;
    if (scope.reader == nullptr)
        return failAt(value.column, said("\"%1\" speaks of a run's verdicts, and no run is chosen", value.text));
    if (!value.run.empty()) {
        const auto named = scope.reader->run(value.run);
        if (!named && named.error().code == ErrorCode::NotFound)
            return failAt(value.column, said("there is no run \"%1\": %2", value.run, named.error().detail));
        return named.map([](const RunSummary& summary) { return summary.run.key; });
    }
    const auto runs = scope.reader->listedRuns();
    if (!runs)
        return tl::unexpected(runs.error());
    if (runs->size() == 1)
        return runs->front().run.key;
    return failAt(value.column,
        runs->empty()
            ? said("\"%1\" speaks of a run's verdicts, and the session has no runs", value.text)
            : said("\"%1\" speaks of a run's verdicts, and the session has %2 runs: choose one with --run, or write "
                   "run(\"NAME\").%1",
                  value.text, runs->size()));
}

void addCurrentAnnotations(SqlText& sql, const FilterScope& scope) {
    sql.add("annotations a WHERE a.item_key = i.key");
    if (!scope.annotator.empty())
        sql.add(" AND a.annotator = ").bind(scope.annotator);
    sql.add(" AND NOT EXISTS (SELECT 1 FROM annotations n WHERE n.item_key = a.item_key AND "
            "n.annotator = a.annotator AND n.key > a.key)");
}

Result<void> addValue(SqlText& sql, const FilterValue& value, const FilterScope& scope) {
    const FilterName* known = filterName(value.text);
    if (known == nullptr)
        return failAt(value.column, said("\"%1\" stands alone: it is not compared with anything", value.text));
    if (value.isAbsolute)
        sql.add("abs(");
    if (known->needsRun) {
        const auto run = runOf(value, scope);
        if (!run)
            return tl::unexpected(run.error());
        if (const auto criterion = value.text == "score" ? wantCriterion(value, scope) : Result<void>(); !criterion)
            return criterion;
        addRunValue(sql, value, *run, scope);
    } else if (known->kind == FilterKind::Several) {
        addSeveral(sql, value.text);
    } else {
        addPlainValue(sql, value, scope);
    }
    if (value.isAbsolute)
        sql.add(")");
    return {};
}

Result<void> addFlag(SqlText& sql, const FilterValue& flag, const FilterScope& scope) {
    sql.add("coalesce(");
    if (filterFlag(flag.text)->needsRun) {
        const auto run = runOf(flag, scope);
        if (!run)
            return tl::unexpected(run.error());
        addRunFlag(sql, flag.text, *run, scope);
    } else {
        sql.add("EXISTS (SELECT 1 FROM ");
        addCurrentAnnotations(sql, scope);
        if (flag.text == "flagged")
            sql.add(" AND a.flagged");
        else
            sql.add(SaysSomething).add(flag.text == "stale" ? IsStale : "");
        sql.add(")");
    }
    sql.add(", 0)");
    return {};
}

} // namespace assize
