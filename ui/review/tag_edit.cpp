// SPDX-License-Identifier: Apache-2.0
#include "ui/review/tag_edit.h"

#include "ui/support/icons.h"
#include "ui/support/text.h"
#include "ui/support/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"

#include <QCompleter>
#include <QEvent>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QStringListModel>

namespace assize::ui {
namespace {

constexpr int TypingPause = 600; ///< ms
constexpr int LinesWhileFocused = 4;
constexpr int IconColumn = 24;

} // namespace

TagEdit::TagEdit(QWidget* parent)
    : QWidget(parent)
    , m_add(new Chip(Chip::Tone::Dashed, this))
    , m_field(new QLineEdit(this))
    , m_known(new QStringListModel(this))
    , m_flow(new FlowLayout(this)) {
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_add->setObjectName(QStringLiteral("addTag"));
    m_add->setLeadingIcon(Icon::Plus);
    m_field->setObjectName(QStringLiteral("tagField"));
    m_field->setFixedWidth(150);
    m_field->hide();
    auto* completer = new QCompleter(m_known, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_field->setCompleter(completer);
    m_field->installEventFilter(this);
    m_flow->addWidget(m_add);
    m_flow->addWidget(m_field);
    connect(m_add, &Chip::clicked, this, &TagEdit::beginAdding);
    connect(m_field, &QLineEdit::returnPressed, this, &TagEdit::finishAdding);
    retranslate();
}

void TagEdit::setTags(const QStringList& tags) {
    if (tags == m_tags)
        return;
    m_tags = tags;
    rebuild();
}

void TagEdit::setKnownTags(const QStringList& tags) {
    m_known->setStringList(tags);
}

void TagEdit::setKeyHint(const QString& key) {
    m_add->setKeyHint(key);
}

void TagEdit::rebuild() {
    qDeleteAll(m_chips);
    m_chips.clear();
    m_flow->removeWidget(m_add);
    m_flow->removeWidget(m_field);
    for (const QString& tag : std::as_const(m_tags)) {
        auto* chip = new Chip(Chip::Tone::Chosen, this);
        chip->setText(withVisibleControls(tag));
        chip->setAccessibleName(tr("Tag %1, Delete removes it").arg(tag));
        chip->setLeadingIcon(Icon::Tag);
        chip->setRemovable(true);
        connect(chip, &Chip::removeRequested, this, [this, tag] {
            QStringList rest = m_tags;
            rest.removeAll(tag);
            Q_EMIT tagsChanged(rest);
        });
        m_flow->addWidget(chip);
        chip->show();
        m_chips << chip;
    }
    m_flow->addWidget(m_add);
    m_flow->addWidget(m_field);
}

void TagEdit::beginAdding() {
    m_add->hide();
    m_field->clear();
    m_field->show();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void TagEdit::finishAdding() {
    const QString tag = m_field->text().simplified();
    const bool hadFocus = m_field->hasFocus();
    m_field->hide();
    m_add->show();
    if (hadFocus)
        m_add->setFocus(Qt::OtherFocusReason); // the comment is next in line, where single keys are text
    if (tag.isEmpty() || m_tags.contains(tag))
        return;
    Q_EMIT tagsChanged(m_tags + QStringList{tag});
}

bool TagEdit::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        m_field->clear();
        finishAdding();
        return true;
    }
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason &&
        m_field->isVisible())
        finishAdding();
    return QWidget::eventFilter(watched, event);
}

void TagEdit::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TagEdit::retranslate() {
    rebuild();
    m_add->setText(tr("Tag"));
    m_add->setAccessibleName(tr("Add a tag"));
    m_field->setAccessibleName(tr("New tag"));
    m_field->setPlaceholderText(tr("Tag"));
}

CommentEdit::CommentEdit(QWidget* parent)
    : QPlainTextEdit(parent) {
    setObjectName(QStringLiteral("comment"));
    setTabChangesFocus(true);
    setViewportMargins(IconColumn, 2, 2, 2); // inside the outline of the focus
    document()->setDocumentMargin(2);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // its lines wrap
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPause);
    connect(&m_pause, &QTimer::timeout, this, &CommentEdit::tell);
    connect(this, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    updateHeight();
}

void CommentEdit::setComment(const QString& comment) {
    m_told = comment;
    if (toPlainText() == comment || m_pause.isActive())
        return;
    const QSignalBlocker quiet(this);
    setPlainText(comment);
}

void CommentEdit::finishEditing() {
    tell();
}

void CommentEdit::tell() {
    m_pause.stop();
    if (toPlainText() == m_told)
        return;
    m_told = toPlainText();
    Q_EMIT commentChanged(m_told);
}

void CommentEdit::updateHeight() {
    const int lines = hasFocus() ? LinesWhileFocused : 1;
    setFixedHeight(std::max(28, fontMetrics().lineSpacing() * lines + 12));
    setVerticalScrollBarPolicy(hasFocus() ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    update(); // the frame, which shows the focus
}

bool CommentEdit::event(QEvent* event) {
    const bool isDone = QPlainTextEdit::event(event);
    if (event->type() == QEvent::Paint) { // the frame's; the text is painted in the viewport
        QPainter painter(this);
        constexpr int Line = 28;
        paintIcon(painter, QRectF(4, 0, IconColumn - 2, Line), Icon::Comment, currentTheme().text2, 14);
    }
    return isDone;
}

/// One line of a comment that nobody writes in begins at its beginning.
void CommentEdit::paintEvent(QPaintEvent* event) {
    if (hasFocus() || document()->isEmpty())
        return QPlainTextEdit::paintEvent(event);
    const QRect area = viewport()->rect().marginsRemoved({2, 0, 2, 0});
    QPainter painter(viewport());
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        fontMetrics().elidedText(withVisibleControls(toPlainText().simplified()), Qt::ElideRight, area.width()));
}

void CommentEdit::focusInEvent(QFocusEvent* event) {
    QPlainTextEdit::focusInEvent(event);
    updateHeight();
}

void CommentEdit::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    tell();
    updateHeight();
}

void CommentEdit::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        tell();
        Q_EMIT left();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace assize::ui
