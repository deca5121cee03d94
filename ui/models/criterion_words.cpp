// SPDX-License-Identifier: Apache-2.0
#include "ui/models/criterion_words.h"

#include "ui/support/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace assize::ui {
namespace {

struct CriterionWords {
    Q_DECLARE_TR_FUNCTIONS(CriterionWords)
};

struct OwnCriterion {
    const char* name;
    const char* description;
};

/// As resources/judges/builtin*.yaml have them.
constexpr std::array OwnCriteria = {
    OwnCriterion{QT_TRANSLATE_NOOP("CriterionWords", "Coverage of the prompt"),
        QT_TRANSLATE_NOOP("CriterionWords", "How many of the prompt's content words the response takes up")},
    OwnCriterion{QT_TRANSLATE_NOOP("CriterionWords", "Support by the sources"),
        QT_TRANSLATE_NOOP("CriterionWords",
            "How much of the response's words, numbers and names stands in the reference or context")},
    OwnCriterion{QT_TRANSLATE_NOOP("CriterionWords", "No repetition"),
        QT_TRANSLATE_NOOP("CriterionWords", "How few of its word sequences the response repeats")},
    OwnCriterion{QT_TRANSLATE_NOOP("CriterionWords", "Form"),
        QT_TRANSLATE_NOOP("CriterionWords",
            "Whether code fences and lists are closed and the response is neither empty nor a refusal")},
    OwnCriterion{QT_TRANSLATE_NOOP("CriterionWords", "Length"),
        QT_TRANSLATE_NOOP("CriterionWords", "How its length stands to that of the other response")},
};

/// Null for a criterion that only happens to have a name of ours.
const OwnCriterion* ownCriterion(const Criterion& criterion) {
    const auto found = std::find_if(OwnCriteria.begin(), OwnCriteria.end(), [&](const OwnCriterion& own) {
        return criterion.name == own.name &&
               (criterion.description.empty() || criterion.description == own.description);
    });
    return found == OwnCriteria.end() ? nullptr : &*found;
}

QString translate(const char* text) {
    return QCoreApplication::translate("CriterionWords", text);
}

} // namespace

QString criterionName(const Criterion& criterion) {
    const OwnCriterion* own = ownCriterion(criterion);
    return own == nullptr ? fromUtf8(criterion.name) : translate(own->name);
}

QString criterionDescription(const Criterion& criterion) {
    const OwnCriterion* own = ownCriterion(criterion);
    return own == nullptr || criterion.description.empty() ? fromUtf8(criterion.description)
                                                           : translate(own->description);
}

QString criterionTypeWords(const Criterion& criterion) {
    switch (criterion.type) {
    case CriterionType::Binary:
        return CriterionWords::tr("yes / no", "criterion type");
    case CriterionType::Categorical:
        return CriterionWords::tr("categories", "criterion type");
    case CriterionType::Scale:
        break;
    }
    return CriterionWords::tr("scale %1–%2", "criterion type").arg(scoreText(criterion.min), scoreText(criterion.max));
}

} // namespace assize::ui
