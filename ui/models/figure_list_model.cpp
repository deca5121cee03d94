// SPDX-License-Identifier: Apache-2.0
#include "ui/models/figure_list_model.h"

#include "core/metrics/figure_text.h"
#include "core/report/number_text.h"
#include "core/report/report_texts.h"
#include "ui/models/chart_words.h"
#include "ui/support/text.h"

namespace assize::ui {
namespace {

const ReportTexts& words() {
    return ReportTexts::in(windowLanguage());
}

} // namespace

FigureListModel::FigureListModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void FigureListModel::setFigures(const Figures& figures, const RaterAgreement& people) {
    beginResetModel();
    m_rows.clear();
    for (const auto& [key, figure] : figures)
        m_rows.push_back({key, {}, false, figure});
    for (const auto& [key, figure] : people.figures)
        m_rows.push_back({key, {}, true, figure});
    for (const RaterPair& pair : people.pairs) {
        const std::string names = pair.a + " / " + pair.b;
        m_rows.push_back({"kappa", names, true, pair.kappa});
        m_rows.push_back({"agreement", names, true, pair.agreement});
    }
    endResetModel();
}

void FigureListModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString FigureListModel::title(const Row& row) const {
    const QString name = fromUtf8(figureText(row.key, windowLanguage()).title);
    if (!row.people.empty())
        return tr("%1: %2", "two people: a figure").arg(withVisibleControls(fromUtf8(row.people)), name);
    return row.isAboutPeople ? tr("People: %1", "a figure about annotators").arg(name) : name;
}

QString FigureListModel::text(const Row& row, int column) const {
    switch (column) {
    case Name:
        return title(row);
    case Value:
        return fromUtf8(figureValueText(row.key, row.figure, words()));
    case Interval:
        return fromUtf8(figureIntervalText(row.key, row.figure, words()));
    default:
        return fromUtf8(figureCountText(row.figure));
    }
}

QString FigureListModel::explanation(int row) const {
    const Row& shown = m_rows[static_cast<std::size_t>(row)];
    const Figure& figure = shown.figure;
    QStringList lines{fromUtf8(figureText(shown.key, windowLanguage()).meaning)};
    if (!figure.reason.empty())
        lines << (figure.value ? tr("No interval: %1.") : tr("No value: %1."))
                     .arg(fromUtf8(figureReason(figure, words())));
    if (figure.total > 0)
        lines << tr("%1 of %2 have a usable verdict.").arg(figure.judged).arg(figure.total);
    if (const std::string remarks = figureRemarks(figure, words()); !remarks.empty())
        lines << tr("Note: %1.", "what was left out of a figure").arg(withVisibleControls(fromUtf8(remarks)));
    if (!figure.ties.empty())
        lines << tr("Ties: %1.", "a rule").arg(fromUtf8(words().code("ties-" + figure.ties)));
    if (figure.method == "wilson")
        lines << tr("95 % interval by Wilson.");
    else if (figure.method == "bootstrap")
        lines << tr("95 % interval by resampling, seed %1.").arg(figure.seed.value_or(0));
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString FigureListModel::tableText() const {
    QStringList lines;
    for (int row = -1; row < rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells << (row < 0 ? headerData(column, Qt::Horizontal, Qt::DisplayRole)
                              : index(row, column).data(Qt::DisplayRole))
                         .toString();
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

int FigureListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FigureListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FigureListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(title(row) + QLatin1Char('\n') + fromUtf8(row.key));
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case KeyRole:
        return fromUtf8(row.key);
    case SearchRole:
        return QString(title(row) + QLatin1Char(' ') + fromUtf8(row.key));
    default:
        return {};
    }
}

QVariant FigureListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return worded(phrase("column.figure"));
    case Value:
        return worded(phrase("column.value"));
    case Interval:
        return worded(phrase("column.interval"));
    default:
        return worded(phrase("column.count"));
    }
}

} // namespace assize::ui
