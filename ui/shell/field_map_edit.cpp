// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/field_map_edit.h"

#include "ui/support/text.h"
#include "ui/support/translated.h"

#include <QHeaderView>
#include <QSignalBlocker>

namespace assize::ui {
namespace {

enum MapColumn { Field, Place, MapColumnCount };

} // namespace

FieldMapEdit::FieldMapEdit(QWidget* parent)
    : QTableWidget(0, MapColumnCount, parent) {
    constexpr int RowHeight = 30;
    setObjectName(QStringLiteral("fieldMap"));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(RowHeight);
    horizontalHeader()->setSectionResizeMode(Place, QHeaderView::Stretch);
    setShowGrid(false);
    setEditTriggers(AllEditTriggers);
    setSelectionMode(SingleSelection);
    connect(this, &QTableWidget::itemChanged, this, &FieldMapEdit::fieldMapEdited);
    translated(this, [this] { retranslate(); });
}

void FieldMapEdit::setFields(const std::vector<std::string_view>& fields) {
    const QSignalBlocker blocker(this);
    const std::map<std::string, std::string> typed = fieldMap();
    setRowCount(static_cast<int>(fields.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const std::string name(fields.at(static_cast<std::size_t>(row)));
        auto* field = new QTableWidgetItem(fromUtf8(name));
        field->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        setItem(row, Field, field);
        const auto known = typed.find(name);
        setItem(row, Place, new QTableWidgetItem(known == typed.end() ? QString() : fromUtf8(known->second)));
    }
}

std::map<std::string, std::string> FieldMapEdit::fieldMap() const {
    std::map<std::string, std::string> map;
    for (int row = 0; row < rowCount(); ++row) {
        const QString place = item(row, Place)->text().trimmed();
        if (!place.isEmpty())
            map.emplace(toUtf8(item(row, Field)->text()), toUtf8(place));
    }
    return map;
}

void FieldMapEdit::retranslate() {
    setHorizontalHeaderLabels({tr("Field"), tr("Name or path in the file")});
    setAccessibleName(tr("Fields and where they are in the file"));
}

} // namespace assize::ui
