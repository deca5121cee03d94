// SPDX-License-Identifier: Apache-2.0
#include "ui/models/import_preview_model.h"

#include "ui/support/sentence_text.h"
#include "ui/support/text.h"

#include <QLocale>
#include <algorithm>

namespace assize::ui {
namespace {

/// Enough for a cell and its tooltip; a record may hold megabytes.
QString cellText(std::string_view text) {
    constexpr std::size_t Most = 1000;
    return withVisibleControls(fromUtf8(text.substr(0, Most)).simplified());
}

QString labelTextOf(const ItemLabel& label) {
    if (label.label)
        return fromUtf8(labelText(*label.label));
    if (label.score)
        return scoreText(label.score);
    return cellText(label.result);
}

QString verdictTextOf(const ImportedVerdict& imported) {
    const Judgement& judgement = imported.verdict.judgement;
    if (judgement.label)
        return fromUtf8(labelText(*judgement.label));
    return judgement.result.empty() ? fromUtf8(outcomeName(judgement.outcome)) : cellText(judgement.result);
}

QStringList rowOf(const ImportRecord& record) {
    QStringList row(ImportPreviewModel::ColumnCount);
    row[ImportPreviewModel::Line] = QLocale().toString(record.line);
    if (record.item) {
        row[ImportPreviewModel::Prompt] = cellText(promptOf(*record.item));
        const std::vector<Response>& responses = record.item->responses;
        row[ImportPreviewModel::ResponseA] = responses.empty() ? QString() : cellText(responses.front().text);
        row[ImportPreviewModel::ResponseB] = responses.size() < 2 ? QString() : cellText(responses[1].text);
        row[ImportPreviewModel::Reference] = cellText(record.item->reference.value_or(std::string()));
    } else {
        row[ImportPreviewModel::Prompt] = cellText(record.joinSourceId);
    }
    QStringList labels;
    for (const ItemLabel& label : record.labels)
        labels += labelTextOf(label);
    row[ImportPreviewModel::HumanLabel] = labels.join(QStringLiteral(", "));
    QStringList verdicts;
    for (const ImportedVerdict& verdict : record.verdicts)
        verdicts += verdictTextOf(verdict);
    row[ImportPreviewModel::Verdict] = verdicts.join(QStringLiteral(", "));
    return row;
}

bool isCell(int role) {
    return role == Qt::DisplayRole || role == Qt::ToolTipRole;
}

QVariant cell(const QString& text, int role) {
    return role == Qt::ToolTipRole ? plainToolTip(text) : text;
}

} // namespace

void ImportPreviewModel::setRecords(const std::vector<ImportRecord>& records) {
    beginResetModel();
    m_rows.clear();
    for (const ImportRecord& record : records)
        m_rows.push_back(rowOf(record));
    m_columns.clear();
    for (int column = 0; column < ColumnCount; ++column) {
        const bool isUsed =
            std::any_of(m_rows.begin(), m_rows.end(), [&](const QStringList& row) { return !row[column].isEmpty(); });
        if (isUsed)
            m_columns.push_back(static_cast<Column>(column));
    }
    endResetModel();
}

void ImportPreviewModel::retranslate() {
    if (!m_columns.empty())
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, static_cast<int>(m_columns.size()) - 1);
}

int ImportPreviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ImportPreviewModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ImportPreviewModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !isCell(role))
        return {};
    const QStringList& row = m_rows.at(static_cast<std::size_t>(index.row()));
    return cell(row.at(m_columns.at(static_cast<std::size_t>(index.column()))), role);
}

QVariant ImportPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= columnCount())
        return {};
    switch (m_columns.at(static_cast<std::size_t>(section))) {
    case Line:
        return tr("Line");
    case Prompt:
        return tr("Prompt");
    case ResponseA:
        return tr("Response A");
    case ResponseB:
        return tr("Response B");
    case Reference:
        return tr("Reference");
    case HumanLabel:
        return tr("Human label");
    case Verdict:
        return tr("Verdict");
    case ColumnCount:
        break;
    }
    return {};
}

void ImportProblemsModel::setRows(std::vector<SkippedRow> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ImportProblemsModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ImportProblemsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ImportProblemsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportProblemsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !isCell(role))
        return {};
    const SkippedRow& row = m_rows.at(static_cast<std::size_t>(index.row()));
    switch (index.column()) {
    case File: // its name; the whole path is the tooltip
        return cell(cellText(role == Qt::DisplayRole ? row.file.substr(row.file.rfind('/') + 1) : row.file), role);
    case Line:
        return cell(QLocale().toString(row.line), role);
    default:
        return cell(withVisibleControls(worded(row.reason)), role);
    }
}

QVariant ImportProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case File:
        return tr("File");
    case Line:
        return tr("Line");
    default:
        return tr("Reason");
    }
}

} // namespace assize::ui
