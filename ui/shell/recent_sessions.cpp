// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/recent_sessions.h"

#include "core/filter/filter.h"
#include "core/session/schema.h"
#include "core/session/session.h"
#include "core/session/session_file.h"
#include "core/session/session_reader.h"
#include "ui/bridge/background.h"
#include "ui/bridge/settings.h"
#include "ui/review/review_state.h"
#include "ui/shell/recent_row.h"
#include "ui/support/app_style.h"
#include "ui/support/fonts.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/card.h"
#include "ui/widgets/panes.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>

namespace assize::ui {
namespace {

std::vector<RecentFile> lookAt(const QStringList& paths) {
    std::vector<RecentFile> files;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        files.push_back({path, info.exists(), info.lastModified()});
    }
    return files;
}

/// Nothing where the file cannot be read as a session now: opening it says why. Nor of an older version, which opening
/// brings up to date, with a copy of the old one beside it: that is for whoever works on it.
std::optional<RecentContent> contentOf(const QString& path, const QString& annotator) {
    const auto version = inspectSessionFile(toUtf8(path));
    if (!version || *version < SchemaVersion)
        return std::nullopt;
    const auto session = Session::open(toUtf8(path), Session::Access::ReadOnly);
    const auto reader = session ? (*session)->reader() : tl::unexpected(session.error());
    const auto catalogue = reader ? readCatalogue(**reader, {}) : tl::unexpected(reader.error());
    if (!catalogue)
        return std::nullopt;
    const RowKey run = preferredRun(*catalogue);
    const auto count = [&](const char* filter) {
        ItemQuery query;
        query.runKey = run;
        query.annotator = toUtf8(annotator);
        return compileFilter(filter, {run, query.annotator, reader->get()}).and_then([&](SqlCondition condition) {
            query.condition = std::move(condition);
            return (*reader)->countItems(query);
        });
    };
    const auto all = (*reader)->itemCount();
    const auto left = count("not annotated");
    const auto differing = run == 0 ? Result<std::int64_t>(0) : count("disagree");
    return all && left && differing ? std::optional<RecentContent>({*all, *left, *differing}) : std::nullopt;
}

} // namespace

QString RecentSessions::contentText(const RecentContent& content) {
    const QString items = tr("%Ln item(s)", "in a session", static_cast<int>(content.items));
    if (content.disagreements > 0)
        return tr("%1, %2", "72 items, 41 unlabelled")
            .arg(items, tr("%Ln disagreement(s) open", "of judge and people", static_cast<int>(content.disagreements)));
    if (content.items == 0 || content.unlabelled == content.items)
        return items;
    return content.unlabelled == 0
               ? tr("%1, all labelled", "72 items").arg(items)
               : tr("%1, %2", "72 items, 41 unlabelled")
                     .arg(items, tr("%Ln unlabelled", "items of a session", static_cast<int>(content.unlabelled)));
}

QString RecentSessions::timeText(const QDateTime& changed, const QDateTime& now) {
    const QLocale locale;
    const QString time = locale.toString(changed.time(), QLocale::ShortFormat);
    const qint64 days = changed.date().daysTo(now.date());
    if (days == 0)
        return tr("today, %1", "time of day").arg(time);
    if (days == 1)
        return tr("yesterday, %1", "time of day").arg(time);
    const bool isThisYear = changed.date().year() == now.date().year();
    return locale.toString(changed.date(), isThisYear ? tr("d MMMM", "date format") : tr("d MMMM yyyy", "date format"));
}

RecentSessions::RecentSessions(Settings& settings, Background& background, QWidget* parent)
    : QFrame(parent)
    , m_settings(settings)
    , m_background(background)
    , m_title(plainLabel(this))
    , m_clear(new QPushButton(this))
    , m_scroll(new QScrollArea(this))
    , m_card(new Card)
    , m_empty(plainLabel(this, true)) {
    setObjectName(QStringLiteral("recentSessions"));
    m_title->setFont(strongFont(TextRole::Body));
    m_clear->setObjectName(QStringLiteral("clearRecent"));
    m_clear->setFont(strongFont(TextRole::Small));
    setLook(m_clear, ButtonLook::Flat);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_empty->setObjectName(QStringLiteral("noRecent"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* holder = new QWidget(m_scroll);
    auto* rows = new QVBoxLayout(holder);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_card);
    rows->addStretch();
    m_scroll->setWidget(holder);
    constexpr int TitleHeight = 28; // also without the button beside it
    m_title->setFixedHeight(TitleHeight);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title);
    top->addStretch();
    top->addWidget(m_clear);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(top);
    column->addWidget(m_empty);
    column->addWidget(m_scroll, 1);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_settings.setRecentSessions({}); });
    connect(&settings, &Settings::recentSessionsChanged, this, &RecentSessions::refresh);
    translated(this, [this] { retranslate(); });
    show({});
}

void RecentSessions::refresh() {
    m_background.run<std::vector<RecentFile>>(
        "recent", this, [paths = m_settings.recentSessions()] { return lookAt(paths); },
        [this](const std::vector<RecentFile>& files) { show(files); });
}

void RecentSessions::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    refresh();
}

void RecentSessions::show(const std::vector<RecentFile>& files) {
    m_files = files;
    m_card->clear();
    for (const RecentFile& file : files) {
        auto* row = new RecentRow(file, m_card);
        row->setObjectName(QStringLiteral("recentRow"));
        connect(row, &RecentRow::clicked, this, [this, path = file.path, isThere = file.isThere] {
            if (isThere)
                Q_EMIT openRequested(path);
        });
        connect(row, &RecentRow::removeRequested, this, [this, path = file.path] { remove(path); });
        m_card->addRow(row);
        if (file.isThere)
            count(file.path);
    }
    m_scroll->setVisible(!files.empty());
    m_clear->setVisible(!files.empty());
    m_empty->setVisible(files.empty());
}

/// A row shows at once; what its session holds comes when it was counted.
void RecentSessions::count(const QString& path) {
    m_background.run<std::optional<RecentContent>>(
        "recent " + toUtf8(path), this,
        [path, annotator = m_settings.annotator()] { return contentOf(path, annotator); },
        [this, path](const std::optional<RecentContent>& content) {
            const auto rows = m_card->findChildren<RecentRow*>();
            for (RecentRow* row : rows) {
                if (row->file().path == path)
                    row->setContent(content);
            }
        });
}

void RecentSessions::remove(const QString& path) {
    QStringList paths = m_settings.recentSessions();
    paths.removeAll(path);
    m_settings.setRecentSessions(paths);
}

void RecentSessions::retranslate() {
    m_title->setText(tr("Recent sessions"));
    m_clear->setText(tr("Clear list"));
    m_empty->setText(tr("Sessions that you open will be listed here."));
}

} // namespace assize::ui
