// SPDX-License-Identifier: Apache-2.0
#include "ui/insights/insights_strip.h"

#include "core/chart/common.h"
#include "core/chart/registry.h"
#include "ui/models/chart_words.h"
#include "ui/support/app_style.h"
#include "ui/support/icons.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

namespace assize::ui {
namespace {

constexpr int StripHeight = 44;
constexpr int KindRole = Qt::UserRole;
constexpr int NameRole = Qt::UserRole + 1;

QComboBox* makeCombo(QWidget* parent, const char* name, int least) {
    auto* combo = new QComboBox(parent);
    combo->setObjectName(QLatin1String(name));
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(least);
    return combo;
}

void addAgainst(QComboBox& combo, Against::Kind kind, const std::string& name, const QString& text) {
    combo.addItem(text);
    combo.setItemData(combo.count() - 1, static_cast<int>(kind), KindRole);
    combo.setItemData(combo.count() - 1, fromUtf8(name), NameRole);
}

} // namespace

InsightsStrip::InsightsStrip(QWidget* parent)
    : PaneHeader(parent, StripHeight)
    , m_judgeCaption(caption())
    , m_judge(makeCombo(this, "insightsJudge", 12))
    , m_againstCaption(caption())
    , m_against(makeCombo(this, "insightsAgainst", 9))
    , m_itemsCaption(caption())
    , m_filter(new QLineEdit(this))
    , m_count(caption())
    , m_verdictCaption(caption())
    , m_rule(makeCombo(this, "insightsRule", 9))
    , m_chartButton(new QToolButton(this))
    , m_copy(new QPushButton(this))
    , m_report(new QPushButton(this)) {
    setOnBase(true);
    setObjectName(QStringLiteral("insightsStrip"));
    m_rule->setSizeAdjustPolicy(QComboBox::AdjustToContents); // few words, always the same
    m_filter->setObjectName(QStringLiteral("insightsFilter"));
    m_filter->setClearButtonEnabled(true);
    m_chartButton->setObjectName(QStringLiteral("insightsCharts"));
    m_chartButton->setIcon(themedIcon(Icon::Insights));
    m_chartButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setObjectName(QStringLiteral("copyCategories"));
    m_copy->setIcon(themedIcon(Icon::Copy));
    m_report->setObjectName(QStringLiteral("insightsReport"));
    m_report->setIcon(themedIcon(Icon::Export));
    for (QWidget* widget :
        {static_cast<QWidget*>(m_judgeCaption), static_cast<QWidget*>(m_judge), static_cast<QWidget*>(m_againstCaption),
            static_cast<QWidget*>(m_against), static_cast<QWidget*>(m_itemsCaption), static_cast<QWidget*>(m_filter),
            static_cast<QWidget*>(m_count), static_cast<QWidget*>(m_verdictCaption), static_cast<QWidget*>(m_rule)})
        row()->addWidget(widget, widget == m_filter ? 1 : 0);
    row()->addStretch();
    row()->addWidget(m_chartButton);
    row()->addWidget(m_copy);
    row()->addWidget(m_report);
    for (const ChartKind& kind : chartKinds()) {
        if (kind.isOnPage)
            m_charts << fromUtf8(kind.id);
    }
    connect(m_judge, &QComboBox::activated, this, [this] {
        fillAgainst();
        Q_EMIT changed();
    });
    connect(m_against, &QComboBox::activated, this, &InsightsStrip::changed);
    connect(m_rule, &QComboBox::activated, this, &InsightsStrip::changed);
    connect(m_filter, &QLineEdit::editingFinished, this, &InsightsStrip::changed);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())
            Q_EMIT changed();
    });
    connect(m_chartButton, &QToolButton::clicked, this, &InsightsStrip::openChartMenu);
    connect(m_copy, &QPushButton::clicked, this, &InsightsStrip::copyRequested);
    connect(m_report, &QPushButton::clicked, this, &InsightsStrip::reportRequested);
    translated(this, [this] { retranslate(); });
}

QLabel* InsightsStrip::caption() {
    return plainLabel(this, true);
}

void InsightsStrip::setSession(const InsightsSession& session, const std::string& preferredRun) {
    std::string before = run().empty() ? preferredRun : run();
    if (before.empty()) {
        // The run that says most; the built-in judge, which others are held against, only where there is no other.
        const auto worth = [](const InsightsRun& other) {
            const auto verdicts = other.summary.outcomes.find(Outcome::Verdict);
            return std::pair(other.summary.run.endpointKind != "builtin",
                verdicts == other.summary.outcomes.end() ? 0 : verdicts->second);
        };
        const auto best = std::max_element(session.runs.begin(), session.runs.end(),
            [&](const InsightsRun& a, const InsightsRun& b) { return worth(a) < worth(b); });
        before = best->id();
    }
    m_runs.clear();
    m_raters.clear();
    for (const std::string& name : session.base->raters.names)
        m_raters << fromUtf8(name);
    std::vector<RunName> names;
    names.reserve(session.runs.size());
    for (const InsightsRun& run : session.runs)
        names.push_back({run.summary.judgeName, run.summary.run.name, run.summary.judgeNumber});
    const std::vector<std::string> titles = runTitles(names);
    for (std::size_t at = session.runs.size(); at-- > 0;)
        m_runs.emplace_back(session.runs[at].id(), withVisibleControls(fromUtf8(titles[at])));
    const QSignalBlocker quiet(m_judge);
    m_judge->clear();
    for (const auto& [id, title] : m_runs)
        m_judge->addItem(title, fromUtf8(id));
    setRun(before);
}

void InsightsStrip::setRun(const std::string& run) {
    m_judge->setCurrentIndex(std::max(0, m_judge->findData(fromUtf8(run))));
    fillAgainst();
}

std::string InsightsStrip::run() const {
    return toUtf8(m_judge->currentData().toString());
}

void InsightsStrip::fillAgainst() {
    const Against before = against();
    const QSignalBlocker quiet(m_against);
    m_against->clear();
    addAgainst(*m_against, Against::Kind::People, {}, peopleName());
    addAgainst(*m_against, Against::Kind::Gold, {}, goldName());
    for (const QString& rater : m_raters)
        addAgainst(*m_against, Against::Kind::Rater, toUtf8(rater), withVisibleControls(rater));
    for (const auto& [id, title] : m_runs) {
        if (id != run())
            addAgainst(*m_against, Against::Kind::Run, id, title);
    }
    for (int at = 0; at < m_against->count(); ++at) {
        if (m_against->itemData(at, KindRole).toInt() == static_cast<int>(before.kind) &&
            toUtf8(m_against->itemData(at, NameRole).toString()) == before.name)
            m_against->setCurrentIndex(at);
    }
}

Against InsightsStrip::against() const {
    return {static_cast<Against::Kind>(m_against->currentData(KindRole).toInt()),
        toUtf8(m_against->currentData(NameRole).toString())};
}

void InsightsStrip::fillRules() {
    const int before = std::max(0, m_rule->currentIndex());
    const QSignalBlocker quiet(m_rule);
    m_rule->clear();
    m_rule->addItem(tr("After both orders"), static_cast<int>(VerdictRule::BothOrders));
    m_rule->addItem(tr("A first"), static_cast<int>(VerdictRule::Forward));
    m_rule->addItem(tr("B first"), static_cast<int>(VerdictRule::Backward));
    m_rule->setCurrentIndex(before);
}

VerdictRule InsightsStrip::rule() const {
    return static_cast<VerdictRule>(m_rule->currentData().toInt());
}

QString InsightsStrip::filter() const {
    return m_filter->text().trimmed();
}

void InsightsStrip::setFilter(const QString& filter) {
    const QSignalBlocker quiet(m_filter);
    m_filter->setText(filter);
}

QString InsightsStrip::peopleName() const {
    return tr("People", "whom a judge is compared with: own labels, else gold");
}

QString InsightsStrip::goldName() const {
    return tr("Gold labels");
}

void InsightsStrip::setCharts(const QStringList& charts) {
    m_charts.clear();
    for (const ChartKind& kind : chartKinds()) {
        if (charts.contains(fromUtf8(kind.id)))
            m_charts << fromUtf8(kind.id);
    }
}

void InsightsStrip::openChartMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ChartKind& kind : chartKinds()) {
        const QString id = fromUtf8(kind.id);
        QAction* action = menu->addAction(worded(phrase(kind.titleKey)));
        action->setObjectName(id);
        action->setCheckable(true);
        action->setChecked(m_charts.contains(id));
        connect(action, &QAction::toggled, this, [this, id](bool isOn) {
            QStringList wanted = m_charts;
            if (isOn)
                wanted << id;
            else
                wanted.removeAll(id);
            setCharts(wanted);
            Q_EMIT chartsChanged();
        });
    }
    menu->popup(m_chartButton->mapToGlobal(QPoint(0, m_chartButton->height())));
}

void InsightsStrip::setProblem(const QString& problem) {
    m_filter->setToolTip(plainToolTip(problem));
    m_filter->setAccessibleDescription(problem);
    if (!problem.isEmpty())
        m_count->setText(tr("cannot be read"));
}

void InsightsStrip::setItemCount(qint64 count) {
    m_count->setText(tr("%n item(s)", nullptr, static_cast<int>(count)));
}

void InsightsStrip::setNarrow(bool isNarrow) {
    for (QLabel* label : {m_judgeCaption, m_againstCaption, m_itemsCaption, m_verdictCaption})
        label->setVisible(!isNarrow);
    m_chartButton->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_isNarrow = isNarrow;
    showButtonTexts();
}

void InsightsStrip::showButtonTexts() {
    m_copy->setText(m_isNarrow ? QString() : tr("Copy table"));
    m_report->setText(m_isNarrow ? QString() : tr("Export report…"));
}

void InsightsStrip::focusFilter() {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void InsightsStrip::retranslate() {
    m_judgeCaption->setText(tr("Judge"));
    m_judge->setAccessibleName(tr("Judge"));
    m_againstCaption->setText(tr("against"));
    m_against->setAccessibleName(tr("Compared with"));
    m_itemsCaption->setText(tr("Items"));
    m_filter->setAccessibleName(tr("Items: a filter expression"));
    m_filter->setPlaceholderText(tr("All items, or a filter: category == \"Code\""));
    m_verdictCaption->setText(tr("Verdict"));
    m_rule->setAccessibleName(tr("Verdict"));
    m_chartButton->setText(tr("Charts"));
    m_chartButton->setAccessibleName(tr("Choose charts"));
    m_chartButton->setToolTip(plainToolTip(tr("Choose charts")));
    showButtonTexts();
    m_copy->setAccessibleName(tr("Copy the table beside the charts"));
    m_copy->setToolTip(plainToolTip(tr("Copy the table beside the charts")));
    m_report->setAccessibleName(tr("Export a report"));
    m_report->setToolTip(plainToolTip(tr("Export a report")));
    fillRules();
    fillAgainst();
}

} // namespace assize::ui
