// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/judge.h"
#include "ui/models/verdict_summary.h"
#include <QString>
#include <map>
#include <string>
#include <vector>

namespace assize::ui {

/// How a judge answers, as far as showing it needs it.
struct JudgeForm {
    Task task = Task::Pairwise;
    double scaleMin = 1; ///< of its scores
    double scaleMax = 5;
    std::vector<std::string> categories; ///< that it sorts into
};
using JudgeForms = std::map<RowKey, JudgeForm>; ///< by judge version

/// True for judges whose answer is no side: a score, a class, PASS or FAIL, the letter of one of many.
[[nodiscard]] bool isSideless(Task task);

/// The headline of such an answer: "PASS", "Score 4", "Answer C is best". Empty where there is none.
[[nodiscard]] QString nativeTitle(const Judgement& judgement, Task task);

/// The judge's own words or numbers below the headline: "judge label [[A>B]]", "scores 8 and 9, from 1 to 10". Empty
/// where there are none.
[[nodiscard]] QString nativeDetail(const Judgement& judgement, const JudgeForm& form);

/// What a run gives in its own form, short enough for a row: "PASS 0.94", "8 9", "“B”", "+0.11", "No verdict".
[[nodiscard]] QString nativeResult(const VerdictSummary& summary);

/// What people say of an item that such a judge judged: "FAIL", "4". The annotator's own label comes first; empty where
/// nobody spoke.
[[nodiscard]] QString humanResultOf(const ReviewItem& review, const std::string& annotator);

} // namespace assize::ui
