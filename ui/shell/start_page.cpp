// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/start_page.h"

#include "ui/shell/recent_sessions.h"
#include "ui/support/fonts.h"
#include "ui/support/style_paint.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/panes.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace assize::ui {
namespace {

constexpr int WidestPage = 1060;
constexpr int Margin = 32;

/// The dashed area that says where files may be dropped; the whole window takes them.
class DropArea final : public QFrame {
public:
    explicit DropArea(QWidget* parent)
        : QFrame(parent) {
        constexpr int Lowest = 64;
        constexpr int Highest = 98;
        setMinimumHeight(Lowest);
        setMaximumHeight(Highest);
        setObjectName(QStringLiteral("dropArea"));
    }

    void setText(const QString& text) {
        m_text = text;
        setAccessibleName(text);
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = currentTheme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.ctl, 1, Qt::DashLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        painter.setFont(fontFor(TextRole::Small));
        painter.setPen(theme.text2);
        const double room = width() - 48.0;
        const QString shown = painter.fontMetrics().elidedText(m_text, Qt::ElideRight, static_cast<int>(room));
        const double words = painter.fontMetrics().horizontalAdvance(shown);
        const double left = (width() - words - 24) / 2;
        paintIcon(painter, QRectF(left, 0, 16, height()), Icon::Import, theme.text2, 14);
        painter.drawText(QRectF(left + 24, 0, words + 4, height()), Qt::AlignVCenter | Qt::TextSingleLine, shown);
    }

private:
    QString m_text;
};

QLabel* heading(QWidget* parent) {
    QLabel* label = plainLabel(parent);
    label->setFont(strongFont(TextRole::Body));
    return label;
}

} // namespace

StartPage::StartPage(Actions& actions, Settings& settings, Background& background, QWidget* parent)
    : QScrollArea(parent)
    , m_actions(actions)
    , m_recent(new RecentSessions(settings, background))
    , m_right(new QVBoxLayout) {
    setObjectName(QStringLiteral("startPage"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    content->setMaximumWidth(WidestPage);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(40);
    columns->addWidget(buildStart(content), 42);
    m_right->setSpacing(20);
    m_right->addWidget(m_recent);
    columns->addLayout(m_right, 58);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(28);
    rows->addWidget(buildTitle(content));
    rows->addLayout(columns);
    rows->addWidget(buildBaselineNote(content));
    auto* holder = new QWidget(this);
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(content, 1000);
    middle->addStretch(1);
    auto* page = new QVBoxLayout(holder);
    page->setContentsMargins(Margin, 16, Margin, 16);
    page->addStretch(1);
    page->addLayout(middle);
    page->addStretch(2);
    setWidget(holder);
    connect(m_recent, &RecentSessions::openRequested, this, &StartPage::openRequested);
    connect(&m_actions, &Actions::shortcutsApplied, this, &StartPage::updateKeys);
    updateKeys();
}

QWidget* StartPage::buildTitle(QWidget* parent) {
    constexpr int LogoSize = 44;
    auto* title = new QWidget(parent);
    auto* logo = new QLabel(title);
    logo->setPixmap(QIcon(QStringLiteral(":/assize.svg")).pixmap(LogoSize, LogoSize));
    QLabel* name = plainLabel(title);
    name->setFont(fontFor(TextRole::PageTitle));
    QLabel* purpose = plainLabel(title);
    QLabel* version = plainLabel(title, true);
    version->setObjectName(QStringLiteral("version"));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    words->addWidget(purpose);
    auto* row = new QHBoxLayout(title);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(logo);
    row->addLayout(words, 1);
    row->addWidget(version);
    translated(title, [name, purpose, version] {
        name->setText(tr("Assize"));
        purpose->setText(tr("Read, question and improve the verdicts of language-model judges."));
        version->setText(tr("Version %1").arg(QStringLiteral(ASSIZE_VERSION)));
    });
    return title;
}

QWidget* StartPage::buildStart(QWidget* parent) {
    auto* start = new QWidget(parent);
    auto* column = new QVBoxLayout(start);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    QLabel* title = heading(start);
    constexpr int TitleHeight = 28; // that of the button beside the other column's title
    title->setFixedHeight(TitleHeight);
    m_start = new Card(start);
    addStart(ActionId::OpenSample, Icon::Book, QT_TR_NOOP("Open sample session"),
        QT_TR_NOOP("Judged pairs, three judges, labels of two people"), QStringLiteral("startSample"));
    addStart(ActionId::Import, Icon::Import, QT_TR_NOOP("Import data…"),
        QT_TR_NOOP("Pairs or judge output: JSONL, JSON, CSV, YAML"), QStringLiteral("startImport"));
    addStart(ActionId::ConnectServer, Icon::Server, QT_TR_NOOP("Connect a model server…"),
        QT_TR_NOOP("Local or remote: what it can do is tested first"), QStringLiteral("startConnect"));
    addStart(ActionId::NewSession, Icon::File, QT_TR_NOOP("New empty session"),
        QT_TR_NOOP("Import into it when you are ready"), QStringLiteral("startNew"));
    addStart(ActionId::OpenSession, Icon::Folder, QT_TR_NOOP("Open session…"), QT_TR_NOOP("An .assize file"),
        QStringLiteral("startOpen"));
    auto* drop = new DropArea(start);
    column->addWidget(title);
    column->addWidget(m_start);
    column->addSpacing(6);
    column->addWidget(drop, 1);
    translated(start, [title, drop] {
        title->setText(tr("Start"));
        drop->setText(tr("Drop files anywhere in this window to import them."));
    });
    return start;
}

void StartPage::addStart(ActionId id, Icon icon, const char* text, const char* detail, const QString& objectName) {
    auto* button = new CardButton(icon, m_start);
    button->setObjectName(objectName);
    translated(button, [button, text, detail] {
        button->setText(tr(text));
        button->setDetail(tr(detail));
    });
    connect(button, &CardButton::clicked, m_actions.get(id), &QAction::trigger);
    m_start->addRow(button);
    m_starts.emplace_back(id, button);
}

QWidget* StartPage::buildBaselineNote(QWidget* parent) {
    auto* note = new Card(parent);
    auto* row = new QWidget(note);
    constexpr int IconSize = 20;
    auto* icon = new IconMark(Icon::Judges, IconSize, &Theme::accent, row);
    QLabel* title = heading(row);
    QLabel* detail = plainLabel(row);
    detail->setFont(fontFor(TextRole::Small));
    detail->setWordWrap(true);
    auto* button = new QPushButton(row);
    button->setObjectName(QStringLiteral("useBaseline"));
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(title);
    words->addWidget(detail);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(16, 10, 14, 10);
    line->setSpacing(12);
    line->addWidget(icon);
    line->addLayout(words, 1);
    line->addWidget(button);
    note->addRow(row);
    translated(note, [title, detail, button] {
        title->setText(tr("The built-in baseline judge needs no server."));
        detail->setText(tr("It scores length, overlap with the reference and format limits by fixed rules. Use it to "
                           "try every screen, and as the floor your own judges have to beat."));
        button->setText(tr("See it in the sample"));
    });
    connect(button, &QPushButton::clicked, m_actions.get(ActionId::OpenSample), &QAction::trigger);
    return note;
}

void StartPage::updateKeys() {
    for (const auto& [id, button] : m_starts)
        button->setKeyHint(m_actions.keyText(id).replace(QLatin1Char('+'), QLatin1Char(' ')));
}

void StartPage::addBelowRecent(QWidget* part) {
    m_right->addWidget(part);
}

void StartPage::focusFirst() {
    m_starts.front().second->setFocus(Qt::TabFocusReason);
}

} // namespace assize::ui
