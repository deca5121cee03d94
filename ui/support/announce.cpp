// SPDX-License-Identifier: Apache-2.0
#include "ui/support/announce.h"

#include <QAccessible>
#include <QWidget>

namespace assize::ui {

void announce(QWidget* source, const QString& words) {
    source->setAccessibleDescription(words);
    QAccessibleEvent alert(source, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace assize::ui
