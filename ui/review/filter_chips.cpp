// SPDX-License-Identifier: Apache-2.0
#include "ui/review/filter_chips.h"

#include "core/filter/filter.h"
#include "ui/support/focus_order.h"
#include "ui/support/text.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"

#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QSignalBlocker>
#include <algorithm>

namespace assize::ui {
namespace {

struct StandardChip {
    const char* objectName;
    const char* expression;
    const char* text;
};

constexpr StandardChip StandardChips[] = {
    {"chipDisagree", "disagree", QT_TRANSLATE_NOOP("FilterChips", "judge ≠ human")},
    {"chipUnlabelled", "not annotated", QT_TRANSLATE_NOOP("FilterChips", "unlabelled")},
    {"chipFlipped", "flipped", QT_TRANSLATE_NOOP("FilterChips", "position-flipped")},
    {"chipNarrow", "abs(margin) < 0.1", QT_TRANSLATE_NOOP("FilterChips", "margin < 0.1")},
};

} // namespace

FilterChips::FilterChips(QWidget* parent)
    : QWidget(parent)
    , m_tried(new Chip(Chip::Tone::Plain, this))
    , m_more(new Chip(Chip::Tone::Dashed, this)) {
    auto* flow = new FlowLayout(this);
    flow->setContentsMargins(0, 0, 0, 0);
    m_tried->setObjectName(QStringLiteral("chipTried"));
    m_tried->setLeadingIcon(Icon::Sliders);
    m_tried->setCheckable(true);
    m_tried->setChecked(true);
    m_tried->setFocusPolicy(Qt::ClickFocus);
    m_tried->hide();
    connect(m_tried, &Chip::toggled, this, &FilterChips::changed);
    flow->addWidget(m_tried);
    m_more->setObjectName(QStringLiteral("chipMore"));
    m_more->setLeadingIcon(Icon::Plus);
    m_more->setFocusPolicy(Qt::ClickFocus); // arrows reach it: the chips are one stop
    connect(m_more, &Chip::clicked, this, &FilterChips::openMenu);
    for (const StandardChip& standard : StandardChips) {
        addChip(QString::fromUtf8(standard.expression), standard.text, {});
        m_entries.back().chip->setObjectName(QString::fromLatin1(standard.objectName));
    }
    retranslate();
}

void FilterChips::addChip(const QString& expression, const char* text, const QString& ownText) {
    auto* chip = new Chip(Chip::Tone::Plain, this);
    chip->setCheckable(true);
    chip->setText(ownText);
    chip->setAccessibleName(ownText);
    chip->setFocusPolicy(m_entries.empty() ? Qt::TabFocus : Qt::ClickFocus);
    connect(chip, &Chip::toggled, this, &FilterChips::changed);
    m_entries.push_back({chip, expression, text});
    layout()->removeWidget(m_more);
    layout()->addWidget(chip);
    layout()->addWidget(m_more);
    chip->show();
    explain();
}

void FilterChips::addExpression(const QString& expression, const QString& text) {
    const auto known = std::find_if(
        m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.expression == expression; });
    if (known != m_entries.end()) {
        known->chip->setChecked(true);
        return;
    }
    addChip(expression, nullptr, text);
    Chip* chip = m_entries.back().chip;
    chip->setRemovable(true);
    connect(chip, &Chip::removeRequested, this, [this, chip] {
        std::erase_if(m_entries, [chip](const Entry& entry) { return entry.chip == chip; });
        chip->deleteLater();
        chip->hide();
        keepStop();
        Q_EMIT changed();
    });
    chip->setChecked(true);
}

QStringList FilterChips::active() const {
    QStringList on;
    for (const Entry& entry : m_entries) {
        if (entry.chip->isChecked())
            on << entry.expression;
    }
    return on;
}

QStringList FilterChips::expressions() const {
    QStringList all;
    for (const Entry& entry : m_entries)
        all << entry.expression;
    return all;
}

QMap<QString, QString> FilterChips::names() const {
    QMap<QString, QString> names;
    for (const Entry& entry : m_entries) {
        if (entry.text == nullptr && entry.chip->isChecked())
            names[entry.expression] = entry.chip->text();
    }
    return names;
}

void FilterChips::setActive(const QStringList& expressions, const QMap<QString, QString>& names) {
    const bool wasBlocked = blockSignals(true);
    for (const Entry& entry : m_entries)
        entry.chip->setChecked(expressions.contains(entry.expression));
    for (const QString& expression : expressions) {
        if (!this->expressions().contains(expression))
            addExpression(expression, names.value(expression, expression));
    }
    blockSignals(wasBlocked);
    Q_EMIT changed();
}

void FilterChips::setCounts(const QList<qint64>& counts) {
    for (std::size_t index = 0; index < m_entries.size(); ++index) {
        const auto at = static_cast<qsizetype>(index);
        m_entries[index].chip->setCount(
            at < counts.size() && counts[at] >= 0 ? std::optional(counts[at]) : std::nullopt);
    }
}

void FilterChips::setBlind(bool isBlind) {
    m_isBlind = isBlind;
    explain();
}

void FilterChips::explain() {
    const QString only = tr("While you label blind, this finds only items that you have labelled.");
    for (const Entry& entry : m_entries)
        entry.chip->setToolTip(m_isBlind && tellsVerdict(toUtf8(entry.expression)) ? plainToolTip(only) : QString());
}

void FilterChips::setTried(bool isTried) {
    m_tried->setVisible(isTried);
    keepStop();
}

void FilterChips::setFollowsTried(bool follows) {
    const QSignalBlocker quiet(m_tried);
    m_tried->setChecked(follows);
}

bool FilterChips::followsTried() const {
    return m_tried->isChecked();
}

void FilterChips::openMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_fillMenu)
        m_fillMenu(*menu);
    menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft()));
}

/// Those that are seen, in their order.
QList<QWidget*> FilterChips::chips() const {
    QList<QWidget*> chips;
    if (m_tried->isVisibleTo(this))
        chips << m_tried;
    for (const Entry& entry : m_entries)
        chips << entry.chip;
    return chips << m_more;
}

/// The one that Tab comes to may have gone.
void FilterChips::keepStop() {
    const QList<QWidget*> row = chips();
    if (std::none_of(row.begin(), row.end(), [](const QWidget* chip) { return chip->focusPolicy() == Qt::TabFocus; }))
        makeStop(row, m_entries.front().chip);
}

void FilterChips::keyPressEvent(QKeyEvent* event) {
    if (!stepInRow(chips(), event->key()))
        QWidget::keyPressEvent(event);
}

void FilterChips::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FilterChips::retranslate() {
    for (const Entry& entry : m_entries) {
        if (entry.text == nullptr)
            continue;
        entry.chip->setText(QCoreApplication::translate("FilterChips", entry.text));
        entry.chip->setAccessibleName(QCoreApplication::translate("FilterChips", entry.text));
    }
    explain();
    m_tried->setText(tr("your weights"));
    m_tried->setAccessibleName(tr("Filters speak of the verdicts with your weights"));
    m_tried->setToolTip(
        tr("On: filters and order speak of the verdicts with your weights. Off: of what the judge said."));
    m_more->setToolTip(tr("Add a filter: tag, category or an expression"));
    m_more->setAccessibleName(tr("Add a filter"));
}

} // namespace assize::ui
