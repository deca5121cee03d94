// SPDX-License-Identifier: Apache-2.0
#include "ui/support/accessible_tips.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTextDocumentFragment>
#include <QVariant>
#include <QWidget>

namespace assize::ui {
namespace {

constexpr const char* FromTip = "descriptionFromTip";

/// Follows the tips of all widgets.
class TipReader final : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::ToolTipChange && watched->isWidgetType())
            read(static_cast<QWidget&>(*watched));
        return false;
    }

private:
    static void read(QWidget& widget) {
        const QString before = widget.property(FromTip).toString();
        if (widget.accessibleDescription() != before)
            return; // its own
        const QString tip = widget.toolTip();
        const QString words = Qt::mightBeRichText(tip) ? QTextDocumentFragment::fromHtml(tip).toPlainText() : tip;
        widget.setProperty(FromTip, words);
        widget.setAccessibleDescription(words);
    }
};

} // namespace

void installAccessibleTips(QCoreApplication& application) {
    application.installEventFilter(new TipReader(&application));
}

} // namespace assize::ui
