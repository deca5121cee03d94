// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/review_item.h"

#include <algorithm>

namespace assize::ui {

Annotation currentAnnotation(const ReviewItem& review, const std::string& annotator) {
    for (auto annotation = review.annotations.rbegin(); annotation != review.annotations.rend(); ++annotation) {
        if (annotation->annotator == annotator)
            return *annotation;
    }
    Annotation empty;
    empty.itemKey = review.item.key;
    empty.annotator = annotator;
    return empty;
}

std::vector<Annotation> currentAnnotations(const ReviewItem& review) {
    std::vector<Annotation> newest;
    for (const Annotation& annotation : review.annotations) {
        const auto known = std::find_if(newest.begin(), newest.end(),
            [&](const Annotation& other) { return other.annotator == annotation.annotator; });
        if (known == newest.end())
            newest.push_back(annotation);
        else
            *known = annotation;
    }
    return newest;
}

} // namespace assize::ui
