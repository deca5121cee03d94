// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/controls.h"

#include "ui/support/app_style.h"
#include "ui/support/fonts.h"
#include "ui/support/icons.h"
#include "ui/support/style_paint.h"
#include "ui/widgets/key_hint.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace assize::ui {
namespace {

/// One segment: the outer corners are round, the inner edge is a line.
class SegmentButton final : public QToolButton {
public:
    explicit SegmentButton(QWidget* parent)
        : QToolButton(parent) {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
    }

    [[nodiscard]] QSize sizeHint() const override {
        return {QFontMetrics(strongFont(TextRole::Small)).horizontalAdvance(text()) + 18, 24};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme& theme = currentTheme();
        const QRectF bounds = rect();
        const bool isOn = isChecked();
        painter.save();
        painter.setClipPath(outline());
        painter.fillRect(bounds, isOn ? theme.sel : underMouse() ? theme.hover : theme.base);
        painter.restore();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(isOn ? theme.accentLine : theme.line2, 1));
        painter.drawPath(outline());
        painter.setFont(isOn ? strongFont(TextRole::Small) : fontFor(TextRole::Small));
        painter.setPen(isOn ? theme.text : theme.text2);
        painter.drawText(bounds, Qt::AlignCenter | Qt::TextSingleLine, text());
        QStyleOption option;
        option.initFrom(this);
        if (showsFocus(option))
            paintFocus(painter, bounds, theme, 3);
    }

private:
    /// A rounded rectangle that reaches past the inner edges, so that only the outer corners are round.
    [[nodiscard]] QPainterPath outline() const {
        const bool isFirst = x() == 0;
        const bool isLast = parentWidget() != nullptr && geometry().right() >= parentWidget()->width() - 1;
        QPainterPath whole;
        whole.addRoundedRect(QRectF(rect()).adjusted(isFirst ? 0.5 : -8, 0.5, isLast ? -0.5 : 8, -0.5), 4, 4);
        QPainterPath own;
        own.addRect(QRectF(rect()).adjusted(isFirst ? 0 : -0.5, 0, isLast ? 0 : -0.5, 0));
        return whole.intersected(own);
    }
};

} // namespace

SegmentedControl::SegmentedControl(QWidget* parent)
    : QFrame(parent)
    , m_row(new QHBoxLayout(this)) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&m_group, &QButtonGroup::idClicked, this, &SegmentedControl::chosen);
}

QToolButton* SegmentedControl::addSegment(int id, const QString& objectName) {
    auto* button = new SegmentButton(this);
    button->setObjectName(objectName);
    m_group.addButton(button, id);
    m_row->addWidget(button);
    return button;
}

void SegmentedControl::setCurrent(int id) {
    if (QAbstractButton* button = m_group.button(id))
        button->setChecked(true);
}

void SegmentedControl::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const QList<QAbstractButton*> buttons = m_group.buttons();
    const auto at = buttons.indexOf(m_group.checkedButton()) + step;
    if (step == 0 || at < 0 || at >= buttons.size()) {
        QFrame::keyPressEvent(event);
        return;
    }
    buttons[at]->setFocus(Qt::TabFocusReason);
    buttons[at]->click();
}

ToggleSwitch::ToggleSwitch(QWidget* parent)
    : QAbstractButton(parent) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ToggleSwitch::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = currentTheme();
    const QRectF track = QRectF(rect()).adjusted(0, 3, 0, -3);
    const bool isOn = isChecked();
    paintBox(painter, track, isOn ? theme.accent : theme.base, isOn ? theme.accent : theme.ctl, track.height() / 2);
    const double knob = track.height() - 6;
    const double x = isOn ? track.right() - knob - 3 : track.left() + 3;
    paintBox(painter, QRectF(x, track.top() + 3, knob, knob), isOn ? theme.onAccent : theme.ctl, {}, knob / 2);
    QStyleOption option;
    option.initFrom(this);
    if (showsFocus(option))
        paintFocus(painter, rect(), theme, 8);
}

PrimaryButton::PrimaryButton(QWidget* parent)
    : QPushButton(parent) {
    setLook(this, ButtonLook::Primary);
    setFont(strongFont(TextRole::Body));
}

void PrimaryButton::setKeyHint(const QString& key) {
    m_keyHint = key;
    updateGeometry();
}

QSize PrimaryButton::sizeHint() const {
    const int hint = m_keyHint.isEmpty() ? 0 : keyHintWidth(m_keyHint) + 8;
    return {QFontMetrics(strongFont(TextRole::Body)).horizontalAdvance(text()) + hint + 24, 28};
}

void PrimaryButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = currentTheme();
    QStyleOptionButton option;
    initStyleOption(&option);
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);
    const QColor ink = isEnabled() ? theme.onAccent : theme.text3;
    const QFontMetrics metrics(strongFont(TextRole::Body));
    const int words = metrics.horizontalAdvance(text());
    const int hint = m_keyHint.isEmpty() ? 0 : keyHintWidth(m_keyHint) + 8;
    QRectF area = rect();
    area.setLeft((width() - words - hint) / 2.0);
    painter.setFont(strongFont(TextRole::Body));
    painter.setPen(ink);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
    area.setLeft(area.left() + words + 8);
    paintKeyHint(painter, area, m_keyHint, ink, ink);
}

SearchField::SearchField(QWidget* parent)
    : QLineEdit(parent) {
    constexpr int LensColumn = 24;
    setTextMargins(LensColumn, 0, 0, 0);
    setFixedHeight(28);
}

void SearchField::setKeyHint(const QString& key) {
    m_keyHint = key;
    update();
}

void SearchField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const Theme& theme = currentTheme();
    paintIcon(painter, QRectF(6, 0, 22, height()), Icon::Search, theme.text2, 14);
    if (text().isEmpty() && !hasFocus())
        paintKeyHint(painter, QRectF(rect()).adjusted(width() - keyHintWidth(m_keyHint) - 8, 0, 0, 0), m_keyHint,
            theme.text3, theme.line2);
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    if (!text().isEmpty())
        clear();
    else
        Q_EMIT escaped();
}

} // namespace assize::ui
