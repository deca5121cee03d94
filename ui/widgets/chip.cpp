// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/chip.h"

#include "ui/support/focus_order.h"
#include "ui/support/fonts.h"
#include "ui/support/style_paint.h"
#include "ui/widgets/key_hint.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOption>

namespace assize::ui {
namespace {

constexpr int Height = 22;
constexpr int Side = 10;
constexpr int SmallSide = 7;
constexpr int Gap = 6;
constexpr int SmallGap = 4;
constexpr int IconSize = 12;

struct Colors {
    QColor area;
    QColor edge;
    QColor text;
};

Colors colorsOf(Chip::Tone tone, bool isOn, bool isHovered, bool isEnabled) {
    const Theme& theme = currentTheme();
    if (!isEnabled)
        return {theme.base, theme.line, theme.ctl};
    switch (tone) {
    case Chip::Tone::Quiet:
        return {theme.hover, {}, theme.text2};
    case Chip::Tone::Info:
        return {theme.accentTint, {}, theme.accent};
    case Chip::Tone::Warning:
        return {theme.alertTint, {}, theme.alertText};
    case Chip::Tone::Alert:
        if (isOn)
            return {theme.alertTint, theme.alertSolid, theme.alertText};
        break;
    case Chip::Tone::Plain:
        if (isOn)
            return {theme.sel, theme.accentLine, theme.text};
        break;
    case Chip::Tone::Chosen:
        return {theme.sel, theme.accentLine, theme.text};
    case Chip::Tone::Dashed:
        return {isHovered ? theme.hover : QColor(), {}, theme.text2};
    }
    return {isHovered ? theme.hover : theme.base, theme.line2, theme.text2};
}

} // namespace

Chip::Chip(Tone tone, QWidget* parent)
    : QToolButton(parent)
    , m_tone(tone) {
    const bool isStill = tone == Tone::Quiet || tone == Tone::Info || tone == Tone::Warning;
    setFocusPolicy(isStill ? Qt::NoFocus : Qt::StrongFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, isStill);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(this, &Chip::toggled, this, [this] { updateGeometry(); }); // the mark takes room
}

void Chip::setTone(Tone tone) {
    m_tone = tone;
    update();
}

void Chip::setSmall(bool isSmall) {
    m_isSmall = isSmall;
    updateGeometry();
}

QFont Chip::textFont() const {
    return fontFor(m_isSmall ? TextRole::Small : TextRole::Body);
}

int Chip::side() const {
    return m_isSmall ? SmallSide : Side;
}

int Chip::gap() const {
    return m_isSmall ? SmallGap : Gap;
}

void Chip::setCount(std::optional<qint64> count) {
    if (m_count == count)
        return;
    m_count = count;
    updateGeometry();
    update();
}

void Chip::setLeadingIcon(std::optional<Icon> icon) {
    m_icon = icon;
    updateGeometry();
    update();
}

void Chip::setRemovable(bool isRemovable) {
    m_isRemovable = isRemovable;
    updateGeometry();
}

void Chip::setKeyHint(const QString& key) {
    m_keyHint = key;
    updateGeometry();
}

void Chip::setVerdict(const VerdictGlyph& glyph, const QString& number) {
    m_verdict = glyph;
    m_number = number;
    updateGeometry();
    update();
}

void Chip::setShowsCheck(bool showsCheck) {
    m_showsCheck = showsCheck;
    updateGeometry();
}

std::optional<Icon> Chip::shownIcon() const {
    if (isCheckable() && isChecked() && m_showsCheck)
        return m_tone == Tone::Alert ? Icon::Cross : Icon::Check;
    return m_icon;
}

QString Chip::countText() const {
    return m_count ? QLocale().toString(*m_count) : QString();
}

int Chip::contentWidth() const {
    const QFontMetrics metrics(textFont());
    int width = metrics.horizontalAdvance(text());
    if (shownIcon())
        width += IconSize + gap();
    if (m_isRemovable)
        width += gap() + IconSize;
    return width + tailWidth();
}

int Chip::tailWidth() const {
    int width = m_keyHint.isEmpty() ? 0 : gap() + keyHintWidth(m_keyHint);
    if (m_count)
        width += gap() + QFontMetrics(textFont()).horizontalAdvance(countText());
    if (m_verdict)
        width += gap() + static_cast<int>(m_verdict->width(VerdictGlyph::ChipSize));
    if (!m_number.isEmpty())
        width += gap() + QFontMetrics(fontFor(TextRole::MonoSmall)).horizontalAdvance(m_number);
    return width;
}

QSize Chip::sizeHint() const {
    return {contentWidth() + 2 * side(), Height};
}

QSize Chip::minimumSizeHint() const {
    constexpr int Shortest = 44;
    return {std::min(Shortest, sizeHint().width()), Height};
}

/// Where not even a letter of it fits with the dots, the first word alone may: a number says more than dots.
QString Chip::fittingText(const QFontMetrics& metrics, int width) const {
    const QString elided = metrics.elidedText(text(), Qt::ElideRight, width);
    const QString word = text().section(QLatin1Char(' '), 0, 0);
    return elided.size() <= 1 && metrics.horizontalAdvance(word) <= width ? word : elided;
}

void Chip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = currentTheme();
    const QRectF bounds = rect();
    const Colors colors = colorsOf(m_tone, isChecked(), underMouse() && isEnabled(), isEnabled());
    paintBox(painter, bounds, colors.area, colors.edge, bounds.height() / 2);
    if (m_tone == Tone::Dashed) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.ctl, 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(bounds.adjusted(0.5, 0.5, -0.5, -0.5), Height / 2.0, Height / 2.0);
    }
    QStyleOption option;
    option.initFrom(this);
    if (showsFocus(option))
        paintFocus(painter, bounds, theme, bounds.height() / 2 - 1);
    QRectF area = bounds.adjusted(side(), 0, -side(), 0);
    if (const auto icon = shownIcon()) {
        paintIcon(painter, QRectF(area.left(), area.top(), IconSize, area.height()), *icon, colors.text, IconSize);
        area.setLeft(area.left() + IconSize + gap());
    }
    if (m_isRemovable) {
        paintIcon(painter, QRectF(area.right() - IconSize + 1, area.top(), IconSize, area.height()), Icon::Cross,
            colors.text, 10);
        area.setRight(area.right() - IconSize - gap());
    }
    painter.setFont(textFont());
    const QFontMetrics metrics = painter.fontMetrics();
    const QString shown = fittingText(metrics, static_cast<int>(area.width()) - tailWidth() + 1);
    painter.setPen(colors.text);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    area.setLeft(area.left() + metrics.horizontalAdvance(shown) + gap());
    paintTail(painter, area);
}

void Chip::paintTail(QPainter& painter, QRectF area) const {
    const Theme& theme = currentTheme();
    const auto words = [&](const QFont& font, const QColor& color, const QString& said) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, said);
        area.setLeft(area.left() + painter.fontMetrics().horizontalAdvance(said) + gap());
    };
    if (m_count)
        words(textFont(), isEnabled() ? theme.text3 : theme.ctl, countText());
    if (m_verdict) {
        const double wide = m_verdict->width(VerdictGlyph::ChipSize);
        m_verdict->paint(painter, QRectF(area.left(), area.top(), wide, area.height()), VerdictGlyph::ChipSize);
        area.setLeft(area.left() + wide + gap());
    }
    if (!m_number.isEmpty())
        words(fontFor(TextRole::MonoSmall), theme.text, m_number);
    paintKeyHint(painter, area, m_keyHint, theme.text3, theme.line2);
}

void Chip::mouseReleaseEvent(QMouseEvent* event) {
    const bool isOnCross = m_isRemovable && event->position().x() > width() - side() - IconSize - 2;
    if (isOnCross && rect().contains(event->position().toPoint())) {
        setDown(false);
        Q_EMIT removeRequested();
        return;
    }
    QToolButton::mouseReleaseEvent(event);
}

void Chip::keyPressEvent(QKeyEvent* event) {
    if (m_isRemovable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        Q_EMIT removeRequested();
        return;
    }
    if (isArrowKey(event->key()))
        return event->ignore();
    QToolButton::keyPressEvent(event);
}

} // namespace assize::ui
