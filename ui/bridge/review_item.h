// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/annotation.h"
#include "core/model/item.h"
#include "core/model/verdict.h"
#include <string>
#include <vector>

namespace assize::ui {

/// Everything the Review page shows of one item. Values, read at one moment.
struct ReviewItem {
    Item item;
    std::vector<ItemLabel> labels;
    std::vector<Annotation> annotations; ///< every one, oldest first
    std::vector<Verdict> verdicts;       ///< current attempts of every run, with criteria and raw replies
};

/// The newest annotation of this annotator, or an empty one for the item.
[[nodiscard]] Annotation currentAnnotation(const ReviewItem& review, const std::string& annotator);

/// The newest annotation of every annotator, in the order they first spoke.
[[nodiscard]] std::vector<Annotation> currentAnnotations(const ReviewItem& review);

} // namespace assize::ui
