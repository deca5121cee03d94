// SPDX-License-Identifier: Apache-2.0
#include "ui/support/sentence_text.h"

#include "ui/support/text.h"

#include <QCoreApplication>

namespace assize::ui {

QString worded(const Sentence& sentence) {
    // Its texts are collected from core/ by ./dev translations, which knows said().
    return fromUtf8(
        sentence.worded([](const char* pattern) { return toUtf8(QCoreApplication::translate("Core", pattern)); }));
}

} // namespace assize::ui
