// SPDX-License-Identifier: Apache-2.0
#include "ui/models/chart_words.h"

#include "ui/support/text.h"

#include <QCoreApplication>

namespace assize::ui {

std::string windowLanguage() {
    //: The code of this language, as in the names of its text tables. Not shown.
    return toUtf8(QCoreApplication::translate("ChartWords", "en", "language code"));
}

ChartTexts windowTexts() {
    return ChartTexts(windowLanguage());
}

QString worded(const Phrase& phrase) {
    return fromUtf8(assize::worded(phrase, windowTexts()));
}

} // namespace assize::ui
