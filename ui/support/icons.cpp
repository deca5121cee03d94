// SPDX-License-Identifier: Apache-2.0
#include "ui/support/icons.h"

#include "ui/support/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <array>
#include <cmath>

namespace assize::ui {
namespace {

constexpr std::array FileNames = {"arrow-right", "book", "branch", "check", "chevron-down", "chevron-left",
    "chevron-right", "chevron-up", "clock", "comment", "copy", "cross", "diff", "edit", "error", "evidence", "export",
    "eye", "eye-off", "file", "flag", "flip", "folder", "image", "import", "info", "insights", "judges", "keyboard",
    "link", "more", "pause", "play", "plus", "question", "quote", "refresh", "review", "runs", "search", "server",
    "settings", "sliders", "sort", "stop", "sync", "tag", "trash", "warning"};
static_assert(FileNames.size() == static_cast<std::size_t>(Icon::Warning) + 1);

QByteArray svgOf(Icon icon, const QColor& color) {
    const char* name = FileNames.at(static_cast<std::size_t>(icon));
    QFile file(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

class ThemedIconEngine final : public QIconEngine {
public:
    explicit ThemedIconEngine(Icon icon)
        : m_icon(icon) {}

    void paint(QPainter* painter, const QRect& area, QIcon::Mode mode, QIcon::State state) override {
        const double size = std::min(area.width(), area.height());
        paintIcon(*painter, area, m_icon, colorOf(mode, state), size);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override {
        QPixmap pixmap = iconPixmap(m_icon, colorOf(mode, state), std::min(size.width(), size.height()) / scale, scale);
        pixmap.setDevicePixelRatio(1.0); // QIcon sets the ratio itself
        return pixmap;
    }

    QIconEngine* clone() const override { return new ThemedIconEngine(m_icon); }

private:
    static QColor colorOf(QIcon::Mode mode, QIcon::State state) {
        const Theme& theme = currentTheme();
        if (mode == QIcon::Disabled)
            return theme.ctl;
        return state == QIcon::On || mode == QIcon::Active ? theme.text : theme.text2;
    }

    Icon m_icon;
};

} // namespace

QIcon themedIcon(Icon icon) {
    return QIcon(new ThemedIconEngine(icon));
}

QPixmap iconPixmap(Icon icon, const QColor& color, double size, double pixelRatio) {
    const int pixels = static_cast<int>(std::lround(size * pixelRatio));
    const QString key =
        QStringLiteral("assize-icon-%1-%2-%3").arg(static_cast<int>(icon)).arg(color.rgba(), 0, 16).arg(pixels);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap(pixels, pixels);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(svgOf(icon, color)).render(&painter);
        painter.end();
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

void paintIcon(QPainter& painter, const QRectF& area, Icon icon, const QColor& color, double size) {
    const double ratio = painter.device() == nullptr ? 1.0 : painter.device()->devicePixelRatioF();
    const QPointF corner(area.center().x() - size / 2, area.center().y() - size / 2);
    const QPointF snapped(std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio);
    painter.drawPixmap(snapped, iconPixmap(icon, color, size, ratio));
}

} // namespace assize::ui
