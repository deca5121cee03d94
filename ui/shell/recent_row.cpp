// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/recent_row.h"

#include "ui/support/app_style.h"
#include "ui/support/fonts.h"
#include "ui/support/style_paint.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/card.h"

#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

namespace assize::ui {
namespace {

constexpr int Padding = 12;

/// The path as people write it: their home folder is "~".
QString shortened(const QString& path) {
    const QString home = QDir::homePath() + QLatin1Char('/');
    return path.startsWith(home) ? QStringLiteral("~/") + path.mid(home.size()) : path;
}

void drawLine(QPainter& painter, const QRectF& area, const QFont& font, const QColor& color, int flags,
    const QString& text, Qt::TextElideMode elide) {
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(area, flags | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text, elide, static_cast<int>(area.width())));
}

} // namespace

RecentRow::RecentRow(const RecentFile& file, QWidget* parent)
    : QAbstractButton(parent)
    , m_file(file)
    , m_place(withVisibleControls(shortened(file.path)))
    , m_remove(new QToolButton(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(withVisibleControls(QFileInfo(file.path).completeBaseName()));
    setToolTip(plainToolTip(withVisibleControls(file.path)));
    m_remove->setObjectName(QStringLiteral("removeRecent"));
    m_remove->setIcon(themedIcon(Icon::Cross));
    m_remove->setFixedSize(22, 22);
    m_remove->setVisible(!file.isThere);
    setLook(m_remove, ButtonLook::Flat);
    connect(m_remove, &QToolButton::clicked, this, &RecentRow::removeRequested);
    translated(this, [this] { retranslate(); });
}

void RecentRow::setContent(const std::optional<RecentContent>& content) {
    m_content = content;
    retranslate();
}

void RecentRow::retranslate() {
    m_time = m_file.isThere ? RecentSessions::timeText(m_file.changed, QDateTime::currentDateTime()) : QString();
    m_notFound = m_file.isThere ? QString() : tr("file not found");
    m_remove->setToolTip(plainToolTip(tr("Remove from the list (Delete)")));
    m_remove->setAccessibleName(tr("Remove %1 from the list").arg(text()));
    m_contentText = m_file.isThere && m_content ? RecentSessions::contentText(*m_content) : QString();
    const QString spoken =
        tr("%1, %2", "session name, time or 'file not found'").arg(text(), m_file.isThere ? m_time : m_notFound);
    setAccessibleName(
        m_contentText.isEmpty() ? spoken : tr("%1, %2", "session and time, content").arg(spoken, m_contentText));
    setAccessibleDescription(m_file.path);
    update();
}

void RecentRow::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    QPainter painter(this);
    paintCardRow(*this, painter);
    const QRectF area = QRectF(rect()).adjusted(Padding, 9, -Padding, -9);
    const QFont small = fontFor(TextRole::Small);
    const double right = m_file.isThere ? QFontMetrics(small).horizontalAdvance(m_time) + 12.0 : 0.0;
    const QFontMetrics metrics(small);
    const double below = !m_file.isThere           ? metrics.horizontalAdvance(m_notFound) + 58.0
                         : m_contentText.isEmpty() ? 0.0
                                                   : metrics.horizontalAdvance(m_contentText) + 16.0;
    drawLine(painter, area.adjusted(0, 0, -(m_file.isThere ? right : below), 0), strongFont(TextRole::Body),
        m_file.isThere ? theme.text : theme.text2, Qt::AlignTop, text(), Qt::ElideRight);
    drawLine(painter, area.adjusted(0, 0, -below, 0), small, theme.text2, Qt::AlignBottom, m_place, Qt::ElideMiddle);
    if (!m_file.isThere)
        return paintNotFound(painter, area.adjusted(0, 0, -28, 0));
    drawLine(painter, area, small, theme.text3, Qt::AlignTop | Qt::AlignRight, m_time, Qt::ElideNone);
    drawLine(painter, area, small, theme.text2, Qt::AlignBottom | Qt::AlignRight, m_contentText, Qt::ElideNone);
}

void RecentRow::paintNotFound(QPainter& painter, const QRectF& area) const {
    const Theme& theme = currentTheme();
    const QFont small = fontFor(TextRole::Small);
    drawLine(painter, area, small, theme.alertText, Qt::AlignVCenter | Qt::AlignRight, m_notFound, Qt::ElideNone);
    const double words = QFontMetrics(small).horizontalAdvance(m_notFound);
    paintIcon(painter, QRectF(area.right() - words - 20, 0, 16, height()), Icon::Warning, theme.alertText, 14);
}

void RecentRow::resizeEvent(QResizeEvent* event) {
    QAbstractButton::resizeEvent(event);
    m_remove->move(width() - Padding - m_remove->width(), (height() - m_remove->height()) / 2);
}

void RecentRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (event->key() == Qt::Key_Delete)
        Q_EMIT removeRequested();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace assize::ui
