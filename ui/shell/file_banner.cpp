// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/file_banner.h"

#include "ui/bridge/document.h"
#include "ui/support/sentence_text.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/banner.h"

#include <QDateTime>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <chrono>
#include <fmt/format.h>
#include <sys/stat.h>

namespace assize::ui {
namespace {

constexpr std::chrono::seconds BetweenLooks(1);

std::string contentMark(const std::string& path) {
    struct stat found {};
    if (stat(path.c_str(), &found) != 0)
        return {};
    return fmt::format("{} {}.{};", found.st_size, found.st_mtim.tv_sec, found.st_mtim.tv_nsec);
}

/// Who has the session, in the window's language: "process 12 on oak since 2026-05-04T10:00:00.000Z writes it".
QString holderWords(const QString& holder) {
    static const QRegularExpression parts(QStringLiteral("^process (\\d+) on (.+) since (\\S+) writes it$"));
    const QRegularExpressionMatch match = parts.match(holder);
    if (!match.hasMatch())
        return FileBanner::tr("Another program has it.");
    const QDateTime since = QDateTime::fromString(match.captured(3), Qt::ISODateWithMs).toLocalTime();
    return FileBanner::tr("Process %1 on %2 has had it since %3.", "process number, computer, date and time")
        .arg(
            match.captured(1), withVisibleControls(match.captured(2)), QLocale().toString(since, QLocale::ShortFormat));
}

} // namespace

FileBanner::FileBanner(QWidget* parent)
    : QWidget(parent)
    , m_banner(new Banner(Banner::Tone::Alert, Icon::Warning, this))
    , m_reload(m_banner->addButton(QStringLiteral("reloadSession")))
    , m_copy(m_banner->addButton(QStringLiteral("saveSessionCopy"))) {
    setObjectName(QStringLiteral("fileBanner"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);
    connect(m_reload, &QPushButton::clicked, this, &FileBanner::reloadRequested);
    connect(m_copy, &QPushButton::clicked, this, &FileBanner::copyRequested);
    m_timer.setInterval(BetweenLooks);
    connect(&m_timer, &QTimer::timeout, this, &FileBanner::look);
    translated(this, [this] { showState(m_state); });
}

void FileBanner::watch(Document* document, const std::optional<Error>& whyReadOnly) {
    m_document = document;
    m_whyReadOnly = whyReadOnly;
    m_opened.reset();
    showState(document != nullptr && document->isReadOnly() ? State::ReadOnly : State::Fine);
    if (document == nullptr) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    look();
}

FileBanner::FileMark FileBanner::markOf(const std::string& path) {
    struct stat found {};
    if (stat(path.c_str(), &found) != 0)
        return {};
    return {true, found.st_dev, found.st_ino, contentMark(path) + contentMark(path + "-wal")};
}

void FileBanner::look() {
    if (m_document == nullptr)
        return;
    m_document->read<FileMark>(
        Document::Lane::Later, "file", this,
        [path = m_document->path().string()](SessionReader&) -> Result<FileMark> { return markOf(path); },
        [this, asked = m_document](const Result<FileMark>& mark) {
            if (asked != m_document || !mark)
                return;
            if (!m_opened)
                m_opened = *mark;
            else if (const State state = stateFor(*mark); state != m_state)
                showState(state);
        });
}

FileBanner::State FileBanner::stateFor(const FileMark& now) const {
    if (!now.isThere)
        return State::Gone;
    if (now.device != m_opened->device || now.file != m_opened->file)
        return State::Replaced;
    if (!m_document->isReadOnly())
        return State::Fine;
    return now == *m_opened ? m_state : State::Changed;
}

QString FileBanner::readOnlyWords() const {
    if (!m_whyReadOnly)
        return tr("A newer version of Assize made it. Update Assize to change anything in it.");
    if (m_whyReadOnly->code == ErrorCode::SessionLocked)
        return holderWords(worded(m_whyReadOnly->detail)) + QLatin1Char(' ') +
               tr("Reload once it has been closed there, or work in a copy.");
    return tr("It cannot be written here: %1. Work in a copy to change anything.", "words of the system")
        .arg(worded(m_whyReadOnly->detail));
}

void FileBanner::showState(State state) {
    m_state = state;
    Q_EMIT stateShown();
    setVisible(state != State::Fine);
    m_reload->setText(tr("Reload"));
    m_reload->setAccessibleName(tr("Open the session file again"));
    m_reload->setVisible(state != State::Gone);
    m_copy->setText(tr("Save a Copy…"));
    if (m_document == nullptr)
        return;
    // What has no name any more can be copied as long as it is open for writing here.
    m_copy->setVisible(state == State::ReadOnly || state == State::Changed || !m_document->isReadOnly());
    const QString name = fromUtf8(m_document->path().filename().string());
    switch (state) {
    case State::Fine:
        break;
    case State::ReadOnly:
        m_banner->setTexts(tr("“%1” is open to read only").arg(name), readOnlyWords());
        break;
    case State::Changed:
        m_banner->setTexts(tr("“%1” was changed by another program").arg(name),
            tr("Lists and counts show what was there before. Reload to see the rest, or work in a copy."));
        break;
    case State::Gone:
        m_banner->setTexts(tr("“%1” was moved or removed").arg(name),
            m_document->isReadOnly()
                ? tr("It cannot be read any further until it is back in its place.")
                : tr("Nothing more can be saved in it until it is back in its place. Save a copy to go on."));
        break;
    case State::Replaced:
        m_banner->setTexts(tr("Another file is now where “%1” was").arg(name),
            m_document->isReadOnly()
                ? tr("Reload to see the file that is there now.")
                : tr("Nothing more is saved. Save a copy of what you have, or reload to see the file that is there."));
        break;
    }
}

} // namespace assize::ui
