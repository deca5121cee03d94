// SPDX-License-Identifier: Apache-2.0
#include "ui/support/accessible_button.h"

#include <QAbstractButton>
#include <QAccessibleWidget>

namespace assize::ui {
namespace {

class CheckableButton final : public QAccessibleWidget {
public:
    explicit CheckableButton(QAbstractButton* button)
        : QAccessibleWidget(button, button->inherits("QRadioButton") ? QAccessible::RadioButton : QAccessible::CheckBox)
        , m_button(button) {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        const QString own = QAccessibleWidget::text(kind);
        return own.isEmpty() && kind == QAccessible::Name ? m_button->text().remove(QLatin1Char('&')) : own;
    }

    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = true;
        state.checked = m_button->isChecked();
        state.pressed = m_button->isDown();
        return state;
    }

    [[nodiscard]] QStringList actionNames() const override {
        QStringList names = QAccessibleWidget::actionNames();
        if (m_button->isEnabled())
            names.prepend(toggleAction());
        return names;
    }

    void doAction(const QString& name) override {
        if (name == toggleAction() || name == pressAction())
            m_button->click();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    QAbstractButton* m_button; ///< outlives this: Qt ends interfaces with their objects
};

/// Asked first with the name of the object's own class, then with those it inherits.
QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* button = qobject_cast<QAbstractButton*>(object);
    return button != nullptr && button->isCheckable() ? new CheckableButton(button) : nullptr;
}

} // namespace

void installAccessibleButtons() {
    QAccessible::installFactory(makeInterface);
}

} // namespace assize::ui
