// SPDX-License-Identifier: Apache-2.0
#include "ui/review/label_buttons.h"

#include "ui/support/focus_order.h"
#include "ui/support/icons.h"
#include "ui/support/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <array>

namespace assize::ui {
namespace {

constexpr int WordsMargin = 3;

/// People who label without a step mean the plain label of that side.
bool isSame(const PersonLabel& one, const PersonLabel& other) {
    const auto isMuch = [](const PersonLabel& label) { return std::abs(label.step.value_or(0)) >= 2; };
    return one.label == other.label && one.cannotJudge == other.cannotJudge && one.score == other.score &&
           one.result == other.result && isMuch(one) == isMuch(other);
}

} // namespace

LabelButton::LabelButton(const LabelChoice& choice, QWidget* parent)
    : QAbstractButton(parent)
    , m_choice(choice)
    , m_glyph(choice.says.cannotJudge ? VerdictGlyph::cannotJudge()
                                      : VerdictGlyph(VerdictGlyph::Owner::Human, choice.says.label, choice.says.step)) {
    setObjectName(choice.objectName);
    setCheckable(true);
    setSmall(choice.says.cannotJudge);
    setAttribute(Qt::WA_Hover);
}

void LabelButton::setKey(const QString& key) {
    m_key = key;
    update();
}

void LabelButton::setSmall(bool isSmall) {
    m_isSmall = isSmall;
    setSizePolicy(isSmall ? QSizePolicy::Fixed : QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LabelButton::setWordsFont(TextRole role, int stretch) {
    m_words = role;
    m_stretch = stretch;
    update();
}

QSize LabelButton::sizeHint() const {
    return {m_isSmall ? 48 : 102, 44};
}

QSize LabelButton::minimumSizeHint() const {
    return {m_isSmall ? 48 : 56, 44};
}

void LabelButton::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    const SideColors& side = theme.side(m_glyph.label());
    QPainter painter(this);
    painter.fillRect(rect(), isChecked() ? side.tint : underMouse() && isEnabled() ? theme.hover : theme.base);
    if (isChecked())
        painter.fillRect(0, height() - 3, width(), 3, side.solid);
    painter.setOpacity(isEnabled() ? 1 : 0.5);
    if (hasGlyph())
        m_glyph.paint(painter, QRectF(0, 3, width(), VerdictGlyph::RowSize), VerdictGlyph::RowSize);
    painter.setFont(fontFor(TextRole::Smallest));
    painter.setPen(theme.text3);
    painter.drawText(QRect(6, 3, 16, 14), Qt::AlignLeft | Qt::AlignVCenter, m_key);
    if (!m_isSmall) {
        QFont words = isChecked() ? strongFont(m_words) : fontFor(m_words);
        words.setStretch(m_stretch);
        painter.setFont(words);
        painter.setPen(isChecked() ? side.text : theme.text);
        const QRect area = rect().adjusted(WordsMargin, hasGlyph() ? 22 : 8, -WordsMargin, hasGlyph() ? -4 : -8);
        painter.drawText(area, Qt::AlignCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, area.width()));
        if (isChecked())
            paintIcon(painter, QRectF(width() - 20, 4, 14, 14), Icon::Check, side.text, 14);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void LabelButton::keyPressEvent(QKeyEvent* event) {
    if (isArrowKey(event->key()))
        return event->ignore();
    QAbstractButton::keyPressEvent(event);
}

LabelButtons::LabelButtons(QWidget* parent)
    : QFrame(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(1);
    setChoices(labelChoices({}, 2));
}

void LabelButtons::setChoices(const std::vector<LabelChoice>& choices) {
    if (choices == m_choices)
        return; // a button that has the focus keeps it
    m_choices = choices;
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const LabelChoice& choice : m_choices) {
        auto* button = new LabelButton(choice, this);
        button->setFocusPolicy(m_buttons.empty() ? Qt::TabFocus : Qt::ClickFocus);
        connect(button, &LabelButton::clicked, this, [this, button] { choose(button); });
        layout()->addWidget(button);
        button->show();
        m_buttons.push_back(button);
    }
    setKeys(m_keys);
}

void LabelButtons::choose(const LabelButton* button) {
    const PersonLabel& said = button->says();
    const bool isTakenBack = isSame(said, m_current);
    setCurrent(m_current); // the button shows the stored label, not the click: the answer comes back this way
    Q_EMIT chosen(isTakenBack ? PersonLabel() : said);
}

void LabelButtons::setCurrent(const PersonLabel& label) {
    m_current = label;
    LabelButton* stop = m_buttons.front();
    for (LabelButton* button : m_buttons) {
        button->setChecked(isSame(button->says(), m_current));
        if (button->isChecked())
            stop = button;
    }
    if (!isAncestorOf(QApplication::focusWidget()))
        makeStop({m_buttons.begin(), m_buttons.end()}, stop);
    retranslate();
}

QString LabelButtons::keyOf(std::size_t index) const {
    if (m_choices[index].says.cannotJudge)
        return m_keys.isEmpty() ? QString() : m_keys.back();
    return static_cast<qsizetype>(index) < m_keys.size() - 1 ? m_keys[static_cast<qsizetype>(index)] : QString();
}

void LabelButtons::setKeys(const QStringList& keys) {
    m_keys = keys;
    for (std::size_t index = 0; index < m_buttons.size(); ++index)
        m_buttons[index]->setKey(keyOf(index));
    retranslate();
}

void LabelButtons::keyPressEvent(QKeyEvent* event) {
    if (!stepInRow({m_buttons.begin(), m_buttons.end()}, event->key()))
        QFrame::keyPressEvent(event);
}

void LabelButtons::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fitWords();
}

/// The largest letters in which every name has room in its button; narrow ones before any is cut.
void LabelButtons::fitWords() {
    struct Words {
        TextRole role;
        int stretch;
    };
    constexpr std::array Choices = {Words{TextRole::Body, QFont::Unstretched},
        Words{TextRole::Small, QFont::Unstretched}, Words{TextRole::Smallest, QFont::Unstretched},
        Words{TextRole::Smallest, QFont::SemiCondensed}, Words{TextRole::Smallest, QFont::Condensed}};
    const auto fits = [this](const Words& words) {
        QFont font = strongFont(words.role);
        font.setStretch(words.stretch);
        const QFontMetrics metrics(font);
        return std::all_of(m_buttons.begin(), m_buttons.end() - 1, [&](const LabelButton* button) {
            return metrics.horizontalAdvance(button->text()) <= button->width() - 2 * WordsMargin;
        });
    };
    const auto fitting = std::find_if(Choices.begin(), Choices.end(), fits);
    const Words& words = fitting == Choices.end() ? Choices.back() : *fitting;
    for (LabelButton* button : m_buttons)
        button->setWordsFont(words.role, words.stretch);
}

void LabelButtons::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), currentTheme().line2); // shows as the lines between and around the buttons
}

void LabelButtons::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void LabelButtons::retranslate() {
    setAccessibleName(tr("Your label"));
    for (std::size_t index = 0; index < m_buttons.size(); ++index) {
        LabelButton* button = m_buttons[index];
        const QString name = m_choices[index].words();
        const QString key = keyOf(index);
        button->setText(name);
        button->setToolTip(key.isEmpty() ? name : tr("%1 (key %2)", "label, its key").arg(name, key));
        const QString spoken = key.isEmpty() ? tr("Label: %1").arg(name) : tr("Label: %1, key %2").arg(name, key);
        button->setAccessibleName(button->isChecked() ? tr("%1, checked").arg(spoken) : spoken);
    }
    fitWords();
}

} // namespace assize::ui
