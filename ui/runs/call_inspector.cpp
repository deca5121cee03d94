// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/call_inspector.h"
#include "ui/models/parsed_text.h"

#include "core/endpoint/call_failure.h"
#include "ui/bridge/run_feed.h"
#include "ui/models/parsed_text.h"
#include "ui/models/run_words.h"
#include "ui/review/raw_view.h"
#include "ui/review/verdict_headline.h"
#include "ui/support/app_style.h"
#include "ui/support/fonts.h"
#include "ui/support/sentence_text.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QTabBar>
#include <algorithm>
#include <climits>

namespace assize::ui {
namespace {

bool isFailure(const CallRecord& record) {
    return record.verdict && record.verdict->judgement.outcome != Outcome::Verdict;
}

} // namespace

CallInspector::CallInspector(QWidget* parent)
    : Pane(parent) {
    setObjectName(QStringLiteral("callInspector"));
    build();
    translated(this, [this] { retranslate(); });
    clear();
}

void CallInspector::build() {
    auto* header = new PaneHeader(this);
    header->row()->setContentsMargins(4, 0, 12, 0);
    m_tabs = new QTabBar(header);
    m_tabs->setObjectName(QStringLiteral("inspectorTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (int tab = RequestTab; tab <= HeadersTab; ++tab)
        m_tabs->addTab(QString());
    m_tabs->setCurrentIndex(ResponseTab);
    connect(m_tabs, &QTabBar::currentChanged, this, &CallInspector::showTab);
    m_title = new ElidedLabel(header);
    m_title->setObjectName(QStringLiteral("inspectorTitle"));
    m_title->setFont(fontFor(TextRole::Small));
    m_title->setRole(QPalette::PlaceholderText);
    m_title->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    header->row()->addWidget(m_tabs);
    header->row()->addWidget(m_title, 1);
    m_banner = new Banner(Banner::Tone::Alert, Icon::Error, this);
    m_banner->setObjectName(QStringLiteral("inspectorBanner"));
    m_retry = m_banner->addButton(QStringLiteral("inspectorRetry"));
    connect(m_retry, &QPushButton::clicked, this, [this] { Q_EMIT retryRequested(m_record->call, m_raised); });
    auto* facts = new PaneHeader(this);
    facts->setOnBase(true);
    m_factsRow = facts;
    m_facts = new ElidedLabel(facts);
    m_facts->setObjectName(QStringLiteral("inspectorFacts"));
    m_facts->setFont(fontFor(TextRole::Small));
    m_open = new QPushButton(facts);
    m_open->setObjectName(QStringLiteral("inspectorOpen"));
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_record->call.itemKey); });
    m_copy = new QPushButton(facts);
    m_copy->setObjectName(QStringLiteral("inspectorCopy"));
    m_copy->setIcon(themedIcon(Icon::Copy));
    connect(m_copy, &QPushButton::clicked, this, &CallInspector::copy);
    for (QPushButton* button : {m_open, m_copy})
        setLook(button, ButtonLook::Flat);
    facts->row()->addWidget(m_facts, 1);
    facts->row()->addWidget(m_open);
    facts->row()->addWidget(m_copy);
    m_text = new RawView(this);
    m_text->setObjectName(QStringLiteral("inspectorText"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget* part : {static_cast<QWidget*>(header), static_cast<QWidget*>(m_banner), m_factsRow})
        column->addWidget(part);
    column->addWidget(m_text, 1);
}

void CallInspector::clear() {
    m_record.reset();
    m_title->setText({});
    m_banner->hide();
    m_factsRow->hide();
    m_text->setReplies({{{}, tr("Choose a call to see what was sent and what came back."), {}, 0}});
}

void CallInspector::showCall(const CallRecord& record, bool mayRetry) {
    m_record = record;
    m_mayRetry = mayRetry;
    m_factsRow->show();
    m_title->setText(QStringLiteral("%1 · %2").arg(
        withVisibleControls(fromUtf8(record.item)), orderWords(record.call.presentation)));
    m_facts->setText(factsLine());
    showBanner();
    showTab();
}

/// The tokens at which the reply was cut off; 0 if it was not.
int CallInspector::replyLimit() const {
    if (!isFailure(*m_record) || callOutcome(*m_record->verdict).kind != "cut off")
        return 0;
    const auto taken = std::min<std::int64_t>(m_record->verdict->usage.outputTokens, INT_MAX);
    return std::max(m_record->judge.parameters.maxTokens, static_cast<int>(taken));
}

void CallInspector::showBanner() {
    m_raised = raisedReplyTokens(replyLimit());
    m_banner->setVisible(isFailure(*m_record));
    m_retry->setVisible(m_mayRetry);
    m_retry->setText(
        m_raised > 0 ? tr("Raise to %1 and retry", "tokens").arg(QLocale().toString(m_raised)) : tr("Retry"));
    if (!isFailure(*m_record))
        return;
    Judgement bare = m_record->verdict->judgement;
    const bool isTooLong = callOutcome(*m_record->verdict).kind == failureClassName(FailureClass::TooLong);
    bare.reason.clear();
    m_banner->setTexts(isTooLong ? tr("The request or the reply is too long") : outcomeWords(bare), reasonLine());
}

QString CallInspector::reasonLine() const {
    const Verdict& verdict = *m_record->verdict;
    const QString reason = fromUtf8(verdict.judgement.reason);
    if (m_raised == 0 || verdict.usage.outputTokens == 0)
        return reason.isEmpty() ? QString() : reasonWords(reason);
    const QLocale locale;
    return tr("%1 of %2 tokens.", "taken, allowed")
        .arg(locale.toString(static_cast<qlonglong>(verdict.usage.outputTokens)), locale.toString(replyLimit()));
}

QString CallInspector::factsLine() const {
    if (!m_record->verdict)
        return tr("Not made yet");
    const Verdict& verdict = *m_record->verdict;
    const QLocale locale;
    QStringList facts{tr("try %1").arg(verdict.attempt)};
    if (verdict.latencySeconds > 0)
        facts << tr("total %1 s").arg(number(verdict.latencySeconds, verdict.latencySeconds < 10 ? 2 : 1));
    const Usage& usage = verdict.usage;
    if (usage.inputTokens + usage.outputTokens > 0)
        facts << tr("%1 in, %2 out", "tokens")
                     .arg(locale.toString(static_cast<qlonglong>(usage.inputTokens)),
                         locale.toString(static_cast<qlonglong>(usage.outputTokens)));
    return facts.join(QStringLiteral("   "));
}

QString CallInspector::tabNote() const {
    const int tab = m_tabs->currentIndex();
    if (tab == RequestTab || tab == HeadersTab) {
        if (!m_record->requestProblem.isEmpty())
            return tr("The request cannot be written: %1").arg(worded(m_record->requestProblem));
        if (!m_record->request)
            return tr("The built-in judge reads the item itself. Nothing is sent.");
        return tab == HeadersTab ? tr("Headers of replies are not kept in sessions.")
                                 : tr("The boundary around texts of others is drawn anew for every call.");
    }
    if (!m_record->verdict)
        return tr("Not made yet");
    return tab == ResponseTab && m_record->verdict->rawReply.empty() ? tr("No reply came.") : QString();
}

std::string CallInspector::tabText() const {
    switch (m_tabs->currentIndex()) {
    case RequestTab:
        return m_record->request ? indentedJson(m_record->request->body) : std::string();
    case ResponseTab:
        return m_record->verdict ? m_record->verdict->rawReply : std::string();
    case ParsedTab:
        return m_record->verdict ? parsedText(m_record->verdict->judgement) : std::string();
    default:
        return m_record->request ? headersText(*m_record->request) : std::string();
    }
}

void CallInspector::showTab() {
    if (!m_record)
        return;
    const bool isCutOff = m_tabs->currentIndex() == ResponseTab && isFailure(*m_record) &&
                          m_record->verdict->judgement.outcome == Outcome::Truncated;
    m_text->setReplies({{{}, tabNote(), tabText(), isCutOff ? -1 : 0}});
    if (isCutOff)
        m_text->revealProblem();
}

void CallInspector::copy() const {
    if (m_record)
        QApplication::clipboard()->setText(fromUtf8(tabText()));
}

void CallInspector::retranslate() {
    const QStringList names = {tr("Request"), tr("Response"), tr("Parsed"), tr("Headers")};
    for (int tab = RequestTab; tab <= HeadersTab; ++tab)
        m_tabs->setTabText(tab, names[tab]);
    m_tabs->setAccessibleName(tr("Parts of the call"));
    m_text->setAccessibleName(tr("The part that is shown"));
    m_open->setText(tr("Open in Review"));
    m_copy->setText(tr("Copy"));
    if (m_record)
        showCall(CallRecord(*m_record), m_mayRetry);
}

} // namespace assize::ui
