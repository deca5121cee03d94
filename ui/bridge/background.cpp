// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/background.h"

namespace assize::ui {

Background::Background(QObject* parent)
    : QObject(parent) {}

void Background::deliver(QPointer<QObject> context, std::function<void()> call) {
    QMetaObject::invokeMethod(
        this,
        [guard = std::move(context), call = std::move(call)] {
            if (guard != nullptr)
                call();
        },
        Qt::QueuedConnection);
}

} // namespace assize::ui
