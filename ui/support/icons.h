// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QColor>
#include <QIcon>
#include <QPixmap>

class QPainter;
class QRectF;

namespace assize::ui {

/// The window's own icons: 16 × 16 grid, 1.5 px lines. One SVG file each in resources/icons, named as in icons.cpp.
enum class Icon {
    ArrowRight,
    Book,
    Branch,
    Check,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    Clock,
    Comment,
    Copy,
    Cross,
    Diff,
    Edit,
    Error,
    Evidence,
    Export,
    Eye,
    EyeOff,
    File,
    Flag,
    Flip,
    Folder,
    Image,
    Import,
    Info,
    Insights,
    Judges,
    Keyboard,
    Link,
    More,
    Pause,
    Play,
    Plus,
    Question,
    Quote,

    Refresh,
    Review,
    Runs,
    Search,
    Server,
    Settings,
    Sliders,
    Sort,
    Stop,
    Sync,
    Tag,
    Trash,
    Warning,
};

/// An icon that takes its colour from the theme at the moment it is painted: text2, ctl when disabled, accent when
/// active and on.
[[nodiscard]] QIcon themedIcon(Icon icon);

/// The icon in one colour, sharp at the device's pixel ratio.
[[nodiscard]] QPixmap iconPixmap(Icon icon, const QColor& color, double size, double pixelRatio);

/// Paints the icon centred in the rectangle.
void paintIcon(QPainter& painter, const QRectF& area, Icon icon, const QColor& color, double size = 16);

} // namespace assize::ui
