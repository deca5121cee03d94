// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/annotation.h"
#include "ui/review/native_form.h"
#include <QString>
#include <optional>
#include <string>
#include <vector>

namespace assize::ui {

/// What a person says of an item: a side of a pair; a score, a class, PASS or FAIL of a single answer; or that it
/// cannot be judged. Nothing of these takes the label back.
struct PersonLabel {
    std::optional<Label> label;
    std::optional<int> step;
    bool cannotJudge = false;
    std::optional<double> score;
    std::string result;

    bool operator==(const PersonLabel&) const = default;
};

[[nodiscard]] PersonLabel personLabelOf(const Annotation& annotation);
void setPersonLabel(Annotation& annotation, const PersonLabel& label);

/// In the language of the window: "A better", "FAIL", "Score 4", "No label".
[[nodiscard]] QString labelWords(const PersonLabel& label);

/// One way to label an item.
struct LabelChoice {
    QString objectName;
    PersonLabel says;

    /// What stands on its button.
    [[nodiscard]] QString words() const;

    bool operator==(const LabelChoice&) const = default;
};

/// What people are asked for an item of so many responses that a judge of this form has judged; the last choice is that
/// it cannot be judged. The seven labels for everything that is compared.
[[nodiscard]] std::vector<LabelChoice> labelChoices(const JudgeForm& form, std::size_t responses);

/// The form in which people speak of an item: the judge's, where it judges the one answer there is or picks among many;
/// without such a judge what others have said of a single answer, else pass or fail.
[[nodiscard]] JudgeForm personForm(const ReviewItem& review, const JudgeForm& judge);

} // namespace assize::ui
