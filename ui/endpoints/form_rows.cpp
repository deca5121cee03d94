// SPDX-License-Identifier: Apache-2.0
#include "ui/endpoints/form_rows.h"

#include "ui/support/fonts.h"
#include "ui/support/translated.h"
#include "ui/widgets/panes.h"

#include <QFormLayout>

namespace assize::ui {

QLabel* addFormRow(QFormLayout* form, QWidget* field, std::function<QString()> text) {
    QLabel* label = plainLabel(field->parentWidget());
    label->setBuddy(field);
    form->addRow(label, field);
    translated(label, [label, field, text = std::move(text)] {
        const QString words = text();
        label->setText(words);
        QString name = words;
        name.remove(QLatin1Char('&')).remove(QLatin1Char(':')).remove(QChar(0xFF1A)); // both kinds of colon
        field->setAccessibleName(name);
    });
    return label;
}

QLabel* noteLabel(QWidget* parent) {
    QLabel* note = plainLabel(parent, true);
    note->setFont(fontFor(TextRole::Small));
    note->setWordWrap(true);
    return note;
}

} // namespace assize::ui
