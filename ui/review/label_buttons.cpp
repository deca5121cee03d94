// SPDX-License-Identifier: Apache-2.0
#include "ui/review/label_buttons.h"

#include "ui/support/icons.h"
#include "ui/support/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <array>

namespace assize::ui {
namespace {

constexpr int WordsMargin = 3;

struct Choice {
    const char* objectName;
    const char* text;
    std::optional<Label> label;
    std::optional<int> step;
    bool cannotJudge;
};

const std::vector<Choice>& choices() {
    static const std::vector<Choice> all = {
        {"labelAMuch", QT_TRANSLATE_NOOP("LabelButtons", "A much better"), Label::A, 2, false},
        {"labelA", QT_TRANSLATE_NOOP("LabelButtons", "A better"), Label::A, 1, false},
        {"labelTie", QT_TRANSLATE_NOOP("LabelButtons", "Tie"), Label::Tie, 0, false},
        {"labelBothBad", QT_TRANSLATE_NOOP("LabelButtons", "Both bad"), Label::BothBad, 0, false},
        {"labelB", QT_TRANSLATE_NOOP("LabelButtons", "B better"), Label::B, -1, false},
        {"labelBMuch", QT_TRANSLATE_NOOP("LabelButtons", "B much better"), Label::B, -2, false},
        {"labelCannotJudge", QT_TRANSLATE_NOOP("LabelButtons", "Cannot judge"), std::nullopt, std::nullopt, true},
    };
    return all;
}

VerdictGlyph glyphOf(const Choice& choice) {
    return choice.cannotJudge ? VerdictGlyph::cannotJudge()
                              : VerdictGlyph(VerdictGlyph::Owner::Human, choice.label, choice.step);
}

int indexOf(std::optional<Label> label, std::optional<int> step, bool cannotJudge) {
    if (cannotJudge)
        return static_cast<int>(choices().size()) - 1;
    if (!label)
        return -1;
    const bool isMuch = step && std::abs(*step) >= 2;
    for (std::size_t index = 0; index < choices().size(); ++index) {
        const Choice& choice = choices()[index];
        if (choice.label == label && (std::abs(choice.step.value_or(0)) >= 2) == isMuch)
            return static_cast<int>(index);
    }
    return -1;
}

} // namespace

LabelButton::LabelButton(const VerdictGlyph& glyph, QWidget* parent)
    : QAbstractButton(parent)
    , m_glyph(glyph) {
    setCheckable(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
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
    m_glyph.paint(painter, QRectF(0, 3, width(), VerdictGlyph::RowSize), VerdictGlyph::RowSize);
    painter.setFont(fontFor(TextRole::Smallest));
    painter.setPen(theme.text3);
    painter.drawText(QRect(6, 3, 16, 14), Qt::AlignLeft | Qt::AlignVCenter, m_key);
    if (!m_isSmall) {
        QFont words = isChecked() ? strongFont(m_words) : fontFor(m_words);
        words.setStretch(m_stretch);
        painter.setFont(words);
        painter.setPen(isChecked() ? side.text : theme.text);
        const QRect area = rect().adjusted(WordsMargin, 22, -WordsMargin, -4);
        painter.drawText(area, Qt::AlignCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, area.width()));
        if (isChecked())
            paintIcon(painter, QRectF(width() - 20, 4, 14, 14), Icon::Check, side.text, 14);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

LabelButtons::LabelButtons(QWidget* parent)
    : QFrame(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(1);
    for (const Choice& choice : choices()) {
        auto* button = new LabelButton(glyphOf(choice), this);
        button->setObjectName(QString::fromLatin1(choice.objectName));
        button->setSmall(choice.cannotJudge);
        button->setFocusPolicy(m_buttons.empty() ? Qt::TabFocus : Qt::ClickFocus);
        const int index = static_cast<int>(m_buttons.size());
        connect(button, &LabelButton::clicked, this, [this, index] { choose(index); });
        row->addWidget(button);
        m_buttons.push_back(button);
    }
    retranslate();
}

void LabelButtons::choose(int index) {
    const Choice& choice = choices()[static_cast<std::size_t>(index)];
    // The button shows the stored label, not the click: the answer comes back through setCurrent().
    m_buttons[static_cast<std::size_t>(index)]->setChecked(index == m_current);
    if (index == m_current)
        Q_EMIT chosen(std::nullopt, std::nullopt, false);
    else
        Q_EMIT chosen(choice.label, choice.step, choice.cannotJudge);
}

void LabelButtons::setCurrent(std::optional<Label> label, std::optional<int> step, bool cannotJudge) {
    m_current = indexOf(label, step, cannotJudge);
    for (std::size_t index = 0; index < m_buttons.size(); ++index)
        m_buttons[index]->setChecked(static_cast<int>(index) == m_current);
    retranslate();
}

void LabelButtons::setKeys(const QStringList& keys) {
    m_keys = keys;
    for (std::size_t index = 0; index < m_buttons.size(); ++index)
        m_buttons[index]->setKey(keys.value(static_cast<qsizetype>(index)));
    retranslate();
}

void LabelButtons::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const auto current = std::find(m_buttons.begin(), m_buttons.end(), focusWidget());
    if (step == 0 || current == m_buttons.end())
        return QFrame::keyPressEvent(event);
    const auto count = static_cast<std::ptrdiff_t>(m_buttons.size());
    m_buttons[static_cast<std::size_t>((current - m_buttons.begin() + step + count) % count)]->setFocus(
        Qt::TabFocusReason);
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
        const QString name = QCoreApplication::translate("LabelButtons", choices()[index].text);
        const QString key = m_keys.value(static_cast<qsizetype>(index));
        button->setText(name);
        button->setToolTip(key.isEmpty() ? name : tr("%1 (key %2)", "label, its key").arg(name, key));
        const QString spoken = key.isEmpty() ? tr("Label: %1").arg(name) : tr("Label: %1, key %2").arg(name, key);
        button->setAccessibleName(button->isChecked() ? tr("%1, checked").arg(spoken) : spoken);
    }
    fitWords();
}

} // namespace assize::ui
