// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/verdict_glyph.h"

#include "ui/support/fonts.h"
#include "ui/support/icons.h"
#include "ui/support/text.h"
#include "ui/support/theme.h"

#include <QEvent>
#include <QPainter>
#include <cmath>
#include <cstdlib>

namespace assize::ui {
namespace {

constexpr double PillFactor = 1.34;
constexpr double SquareRadius = 3;

bool isPass(const QString& said) {
    return said == QLatin1String("PASS");
}

bool isFail(const QString& said) {
    return said == QLatin1String("FAIL");
}

/// As much of an answer as fits a glyph: numbers are rounded, words shortened to their first letter.
QString shortened(const QString& said) {
    constexpr qsizetype Longest = 3;
    if (said.size() <= Longest)
        return said;
    bool isNumber = false;
    constexpr QChar Minus(0x2212);
    const double number = QString(said).replace(Minus, QLatin1Char('-')).toDouble(&isNumber);
    if (!isNumber)
        return said.left(said.front().isHighSurrogate() ? 2 : 1).toUpper();
    for (const int decimals : {1, 0}) {
        const QString rounded = QString::number(number, 'f', decimals).replace(QLatin1Char('-'), Minus);
        if (rounded.size() <= Longest)
            return rounded;
    }
    return QStringLiteral("…");
}

QFont letterFont(double size, qsizetype letters) {
    QFont font = fontFor(TextRole::Body);
    constexpr double PointsPerPixel = 0.75;
    const double share = letters > 2 ? 0.5 : letters > 1 ? 0.58 : 0.64;
    font.setPointSizeF(size * share * PointsPerPixel);
    font.setWeight(QFont::Bold);
    return font;
}

void paintCross(QPainter& painter, const QPointF& center, double size, const QColor& color) {
    const double arm = size * 0.19;
    painter.setPen(QPen(color, std::max(1.5, size / 10), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(center + QPointF(-arm, -arm), center + QPointF(arm, arm));
    painter.drawLine(center + QPointF(-arm, arm), center + QPointF(arm, -arm));
}

} // namespace

VerdictGlyph::VerdictGlyph(Owner owner, std::optional<Label> label, std::optional<int> step)
    : m_owner(owner)
    , m_label(label)
    , m_isMuch(step && std::abs(*step) >= 2 && (label == Label::A || label == Label::B)) {}

VerdictGlyph VerdictGlyph::cannotJudge() {
    VerdictGlyph glyph(Owner::Human, std::nullopt);
    glyph.m_isUndecided = true;
    return glyph;
}

VerdictGlyph VerdictGlyph::answer(Owner owner, const QString& said) {
    VerdictGlyph glyph(owner, std::nullopt);
    glyph.m_said = said;
    return glyph;
}

double VerdictGlyph::width(double size) const {
    return isWide() ? std::round(size * PillFactor) : size;
}

QString VerdictGlyph::letters() const {
    if (m_isUndecided)
        return QStringLiteral("?");
    if (!m_said.isEmpty())
        return isPass(m_said) ? QStringLiteral("✓") : isFail(m_said) ? QStringLiteral("✕") : shortened(m_said);
    if (!m_label)
        return QStringLiteral("–");
    switch (*m_label) {
    case Label::A:
        return m_isMuch ? QStringLiteral("AA") : QStringLiteral("A");
    case Label::B:
        return m_isMuch ? QStringLiteral("BB") : QStringLiteral("B");
    case Label::Tie:
        return QStringLiteral("=");
    case Label::BothBad:
        break;
    }
    return {};
}

void VerdictGlyph::paint(QPainter& painter, const QPointF& topLeft, double size) const {
    const Theme& theme = currentTheme();
    const SideColors& colors = theme.side(m_label);
    const QRectF bounds(topLeft, QSizeF(width(size), size));
    const bool isRing = m_owner == Owner::Human;
    const bool isFilled = !isRing && !isDashed();
    const QColor ink = isDashed() ? theme.text3 : isFilled ? colors.onSolid : colors.text;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (isFilled) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.solid);
    } else {
        const double stroke = size >= VerdictGlyph::HeadlineSize ? 2 : 1.5;
        QPen pen(isDashed() ? theme.ctl : colors.solid, isDashed() ? 1 : stroke);
        if (isDashed())
            pen.setDashPattern({2.5, 2});
        painter.setPen(pen);
        painter.setBrush(theme.base);
    }
    const double inset = isFilled ? 0 : painter.pen().widthF() / 2;
    const double radius = isRing ? size / 2 - inset : SquareRadius * (size >= HeadlineSize ? 1.34 : 1);
    painter.drawRoundedRect(bounds.adjusted(inset, inset, -inset, -inset), radius, radius);
    paintInside(painter, bounds, size, ink);
    painter.restore();
}

void VerdictGlyph::paintInside(QPainter& painter, const QRectF& bounds, double size, const QColor& ink) const {
    if (m_label == Label::BothBad || isFail(m_said))
        return paintCross(painter, bounds.center(), size, ink);
    if (isPass(m_said))
        return paintIcon(painter, bounds, Icon::Check, ink, std::round(size * 0.7));
    painter.setFont(letterFont(size, letters().size()));
    painter.setPen(ink);
    painter.drawText(bounds, Qt::AlignCenter | Qt::TextDontClip, letters());
}

void VerdictGlyph::paint(QPainter& painter, const QRectF& area, double size) const {
    const double x = area.left() + (area.width() - width(size)) / 2;
    const double y = area.top() + (area.height() - size) / 2;
    paint(painter, QPointF(std::round(x), std::round(y)), size);
}

QString VerdictGlyph::words() const {
    if (m_isUndecided)
        return tr("cannot judge");
    if (!m_said.isEmpty())
        return m_said;
    if (!m_label)
        return m_owner == Owner::Judge ? tr("no verdict") : tr("no label");
    switch (*m_label) {
    case Label::A:
        return m_isMuch ? tr("A much better") : tr("A better");
    case Label::B:
        return m_isMuch ? tr("B much better") : tr("B better");
    case Label::Tie:
        return tr("tie");
    case Label::BothBad:
        break;
    }
    return tr("both bad");
}

GlyphLabel::GlyphLabel(double size, QWidget* parent)
    : QWidget(parent)
    , m_size(size) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void GlyphLabel::setGlyph(const VerdictGlyph& glyph, const QString& caption) {
    m_glyph = glyph;
    m_caption = caption;
    setAccessibleName(caption.isEmpty() ? glyph.words() : QStringLiteral("%1: %2").arg(caption, glyph.words()));
    setToolTip(plainToolTip(accessibleName()));
    updateGeometry();
    update();
}

void GlyphLabel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        setGlyph(m_glyph, m_caption);
    QWidget::changeEvent(event);
}

QSize GlyphLabel::sizeHint() const {
    return QSizeF(m_glyph.width(m_size), m_size).toSize();
}

void GlyphLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    m_glyph.paint(painter, QRectF(rect()), m_size);
}

} // namespace assize::ui
