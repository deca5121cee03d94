// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/run_delegate.h"

#include "ui/models/run_table_model.h"
#include "ui/models/run_words.h"
#include "ui/support/fonts.h"
#include "ui/support/icons.h"
#include "ui/support/style_paint.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace assize::ui {
namespace {

constexpr int Side = 5;
constexpr int IconSize = 14;
constexpr int MostBar = 160;
constexpr double BarHeight = 12;

Icon phaseIcon(const RunRow& row) {
    switch (row.phase) {
    case RunPhase::Queued:
    case RunPhase::Planning:
    case RunPhase::RateLimited:
        return Icon::Clock;
    case RunPhase::Running:
        return Icon::Play;
    case RunPhase::Paused:
        return Icon::Pause;
    case RunPhase::ServerAway:
        return Icon::Server;
    case RunPhase::Stopping:
    case RunPhase::Incomplete:
        return Icon::Stop;
    case RunPhase::Done:
        return row.failed > 0 ? Icon::Warning : Icon::Check;
    default:
        return Icon::Warning;
    }
}

bool isAlarming(const RunRow& row) {
    return row.phase == RunPhase::ServerAway || row.phase >= RunPhase::Budget ||
           (row.phase == RunPhase::Done && row.failed > 0);
}

QColor iconColor(const RunRow& row, const Theme& theme) {
    if (isAlarming(row))
        return theme.alertText;
    return row.phase == RunPhase::Running || row.phase == RunPhase::Done ? theme.accent : theme.text2;
}

void drawCell(QPainter& painter, const QRectF& area, int alignment, const QString& text) {
    painter.drawText(area, alignment | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(area.width())));
}

void paintState(QPainter& painter, const QRectF& area, const RunRow& row, const QString& text) {
    const Theme& theme = currentTheme();
    paintIcon(painter, QRectF(area.left(), area.top(), IconSize, area.height()), phaseIcon(row), iconColor(row, theme),
        IconSize);
    painter.setPen(isAlarming(row) ? theme.alertText : theme.text);
    drawCell(painter, area.adjusted(IconSize + 6, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
}

void paintProgress(QPainter& painter, const QRectF& area, const RunRow& row, const QString& text) {
    const QFont mono = fontFor(TextRole::Mono);
    const double words = QFontMetricsF(mono).horizontalAdvance(text) + Side;
    const double width = std::min<double>(MostBar, area.width() - words - Side);
    double at = area.left();
    constexpr double Shortest = 24;
    if (width >= Shortest) {
        paintRunProgress(painter, {at, area.center().y() - BarHeight / 2, width, BarHeight}, row);
        at += width + Side;
    }
    painter.setFont(mono);
    painter.setPen(currentTheme().text);
    drawCell(painter, {at, area.top(), area.right() - at, area.height()}, Qt::AlignVCenter | Qt::AlignLeft, text);
}

void paintErrors(QPainter& painter, QRectF area, const RunRow& row, const QString& text) {
    const Theme& theme = currentTheme();
    if (row.failures.empty()) {
        painter.setPen(theme.text3);
        drawCell(painter, area, Qt::AlignVCenter | Qt::AlignLeft, text);
        return;
    }
    constexpr double Gap = 6;
    for (const auto& [kind, count] : row.failures) {
        const QString words =
            QStringLiteral("%1 %2").arg(failureWords(kind), QLocale().toString(static_cast<qlonglong>(count)));
        area.setLeft(area.left() + paintAlertPill(painter, area, words) + Gap);
        if (area.width() < Gap)
            return;
    }
}

} // namespace

void paintHatch(QPainter& painter, const QRectF& area) {
    const Theme& theme = currentTheme();
    constexpr double Step = 4;
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.fillRect(area, theme.alertTint);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.alertSolid, 1.5));
    for (double x = area.left() - area.height(); x < area.right(); x += Step)
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()));
    painter.restore();
}

void paintRunProgress(QPainter& painter, const QRectF& bar, const RunRow& row) {
    const Theme& theme = currentTheme();
    painter.save();
    painter.fillRect(bar, theme.sunken);
    if (row.planned > 0) {
        const double unit = bar.width() / static_cast<double>(row.planned);
        constexpr double Seen = 2; // a single failure is seen
        const double failed = row.failed > 0 ? std::max(Seen, unit * static_cast<double>(row.failed)) : 0;
        const double reached = std::max(unit * static_cast<double>(row.reached), failed);
        painter.fillRect(QRectF(bar.left(), bar.top(), reached - failed, bar.height()), theme.accent);
        if (failed > 0)
            paintHatch(painter, {bar.left() + reached - failed, bar.top(), failed, bar.height()});
    }
    painter.restore();
}

double paintAlertPill(QPainter& painter, const QRectF& area, const QString& text) {
    const Theme& theme = currentTheme();
    constexpr double Height = 20;
    constexpr double Padding = 8;
    painter.save();
    const QFont font = fontFor(TextRole::Small);
    const double width = std::min(area.width(), QFontMetricsF(font).horizontalAdvance(text) + 2 * Padding);
    const QRectF pill(area.left(), area.center().y() - Height / 2, width, Height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.alertTint);
    painter.drawRoundedRect(pill, Height / 2, Height / 2);
    painter.setFont(font);
    painter.setPen(theme.alertText);
    drawCell(painter, pill.adjusted(Padding, 0, -Padding + 1, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
    painter.restore();
    return width;
}

void paintTableRow(QPainter& painter, const QStyleOptionViewItem& option) {
    const Theme& theme = currentTheme();
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, theme.sel);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(option.rect, theme.hover);
    paintBottomLine(painter, option.rect, theme.line);
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto row = index.data(RunTableModel::RowRole).value<RunRow>();
    const Theme& theme = currentTheme();
    painter->save();
    paintTableRow(*painter, option);
    painter->setFont(option.font);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QRectF area = QRectF(option.rect).adjusted(Side, 0, -Side, 0);
    switch (index.column()) {
    case RunTableModel::State:
        paintState(*painter, area, row, text);
        break;
    case RunTableModel::Progress:
        paintProgress(*painter, area, row, text);
        break;
    case RunTableModel::Errors:
        paintErrors(*painter, area, row, text);
        break;
    default: {
        QFont font = option.font;
        if (index.column() == RunTableModel::Name && row.isActive())
            font.setWeight(QFont::DemiBold);
        const bool isQuiet = index.column() == RunTableModel::Number || index.column() == RunTableModel::Judge ||
                             index.column() == RunTableModel::Endpoint;
        painter->setFont(font);
        painter->setPen(isQuiet ? theme.text2 : theme.text);
        drawCell(*painter, area, index.data(Qt::TextAlignmentRole).toInt(), text);
        break;
    }
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        paintFocus(*painter, option.rect, theme, 0);
    painter->restore();
}

} // namespace assize::ui
