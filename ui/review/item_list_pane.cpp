// SPDX-License-Identifier: Apache-2.0
#include "ui/review/item_list_pane.h"

#include "core/filter/filter.h"
#include "ui/bridge/document.h"
#include "ui/review/filter_chips.h"
#include "ui/review/item_delegate.h"
#include "ui/support/error_text.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace assize::ui {
namespace {

constexpr int SearchDelay = 120; ///< ms of quiet before a search runs, or the list follows weights
constexpr int LateAfter = 150;   ///< ms without an answer

Result<std::int64_t> countMatching(SessionReader& reader, const ItemListRequest& request, const QString& filter) {
    return itemQuery(reader, request, filter).and_then([&](const ItemQuery& query) {
        return reader.countItems(query);
    });
}

bool tells(const QString& expression) {
    return tellsVerdict(toUtf8(expression));
}

QString joined(const QStringList& expressions) {
    QStringList parts;
    for (const QString& expression : expressions)
        parts << QStringLiteral("(%1)").arg(expression);
    return parts.join(QStringLiteral(" and "));
}

/// The counts that the list's own line and the chips show: all items, then what each chip would leave. A chip whose
/// expression means nothing here (no run is shown) counts −1.
Result<QList<qint64>> readAllCounts(SessionReader& reader, const ItemListRequest& request, const QStringList& filters) {
    const auto total = reader.itemCount();
    if (!total)
        return tl::unexpected(total.error());
    QList<qint64> counts{*total};
    for (const QString& filter : filters) {
        const auto count = countMatching(reader, request, filter);
        counts << (count ? *count : -1);
    }
    return counts;
}

} // namespace

ItemListPane::ItemListPane(QWidget* parent)
    : Pane(parent)
    , m_model(new ItemListModel(this))
    , m_delegate(new ItemDelegate(this)) {
    setObjectName(QStringLiteral("itemListPane"));
    build();
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(SearchDelay);
    connect(&m_searchTimer, &QTimer::timeout, this, &ItemListPane::apply);
    m_triedTimer.setSingleShot(true);
    m_triedTimer.setInterval(SearchDelay);
    connect(&m_triedTimer, &QTimer::timeout, this, &ItemListPane::followTried);
    m_lateTimer.setSingleShot(true);
    m_lateTimer.setInterval(LateAfter);
    connect(&m_lateTimer, &QTimer::timeout, this, [this] { m_count->setText(tr("Loading…")); });
    connect(m_search, &QLineEdit::textChanged, &m_searchTimer, qOverload<>(&QTimer::start));
    connect(m_search, &SearchField::escaped, this, &ItemListPane::focusList);
    connect(m_search, &QLineEdit::returnPressed, this, &ItemListPane::focusList);
    connect(m_expression, &QLineEdit::editingFinished, this, &ItemListPane::apply);
    connect(new QShortcut(Qt::Key_Escape, m_expression, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated,
        this, &ItemListPane::focusList);
    connect(m_chips, &FilterChips::changed, this, &ItemListPane::apply);
    connect(m_clear, &QPushButton::clicked, this, &ItemListPane::clearFilters);
    connect(m_model, &ItemListModel::requestAnswered, this, &ItemListPane::onAnswered);
    connect(m_model, &ItemListModel::requestFailed, this, &ItemListPane::onFailed);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_isQuiet)
            return;
        m_wanted = current();
        Q_EMIT itemChosen(current());
    });
    translated(this, [this] { retranslate(); });
}

void ItemListPane::setDocument(Document* document) {
    m_document = document;
    m_model->setDocument(document);
    m_total = -1;
    m_wanted = 0;
    m_categories.clear();
    m_tags.clear();
    if (document != nullptr) {
        readFacets();
        apply();
    }
}

void ItemListPane::setPerspective(RowKey runKey, const QString& annotator) {
    if (m_runKey == runKey && m_annotator == annotator)
        return;
    if (m_runKey != runKey)
        setTried(nullptr);
    m_runKey = runKey;
    m_annotator = annotator;
    apply();
}

void ItemListPane::setBlind(bool isBlind) {
    m_isBlind = isBlind;
    m_delegate->setBlind(isBlind);
    m_model->setBlind(isBlind);
    m_chips->setBlind(isBlind);
    m_judgeColumn->setVisible(!isBlind);
    m_humanColumn->setVisible(!isBlind);
    m_view->viewport()->update();
    fillOrderMenu();
    if (m_document != nullptr && m_model->request() != wantedRequest())
        apply();
    else
        readCounts();
}

void ItemListPane::setTried(std::shared_ptr<const TriedVerdicts> tried) {
    if (tried != nullptr && m_tried != nullptr && *tried == *m_tried)
        return; // made anew for a label, which is no reason to list items anew
    m_tried = std::move(tried);
    m_model->setTried(m_tried);
    m_chips->setTried(m_tried != nullptr);
    m_triedTimer.start();
}

std::shared_ptr<const TriedVerdicts> ItemListPane::followed() const {
    return m_chips->followsTried() ? m_tried : nullptr;
}

ItemListPane::State ItemListPane::state() const {
    return {m_chips->active(), m_chips->names(), m_expression->text(), m_order, m_chips->followsTried()};
}

void ItemListPane::setState(const State& state) {
    {
        const QSignalBlocker quiet(m_chips);
        m_chips->setActive(state.chips, state.names);
        m_chips->setFollowsTried(state.followsTried);
    }
    m_expression->setText(state.expression);
    m_expression->setCursorPosition(0); // a long one is read from its start
    m_expression->setVisible(!state.expression.isEmpty());
    m_order = state.order;
    fillOrderMenu();
    apply();
}

QString ItemListPane::filterText(const QString& also) const {
    QStringList parts = m_chips->active();
    if (const QString own = m_expression->text().trimmed(); !own.isEmpty())
        parts << own;
    if (!also.isEmpty() && !parts.contains(also))
        parts << also;
    if (m_isBlind && std::any_of(parts.cbegin(), parts.cend(), tells))
        parts << QStringLiteral("annotated");
    return joined(parts);
}

ItemListRequest ItemListPane::wantedRequest() const {
    const ItemOrder order = m_isBlind && m_order == ItemOrder::Margin ? ItemOrder::File : m_order;
    return {filterText(), m_search->text().trimmed(), order, m_runKey, m_annotator, followed()};
}

void ItemListPane::showBlindNote() {
    m_blindNote->setVisible(m_isBlind && tells(m_expression->text()));
}

void ItemListPane::apply() {
    if (m_document == nullptr)
        return;
    m_searchTimer.stop();
    m_triedTimer.stop();
    m_lateTimer.start();
    m_isFollowing = false;
    showBlindNote();
    m_model->setRequest(wantedRequest());
    Q_EMIT stateChanged();
}

/// A list in file order that leaves nothing out stays as it is.
void ItemListPane::followTried() {
    const ItemListRequest& shown = m_model->request();
    if (m_document == nullptr || shown.tried == followed())
        return;
    if (shown.filter.isEmpty() && shown.order != ItemOrder::Margin)
        return readCounts();
    m_isFollowing = m_isFollowing || !m_model->isLoading();
    m_model->setRequest(wantedRequest());
}

void ItemListPane::onAnswered() {
    m_lateTimer.stop();
    m_problem->hide();
    showWanted();
    updateEmptyState();
    showCount();
    readCounts();
}

void ItemListPane::showWanted() {
    const bool isFollowing = std::exchange(m_isFollowing, false);
    const int row = m_model->rowOf(m_wanted);
    const QModelIndex index = m_model->index(row >= 0 || isFollowing ? row : 0);
    m_isQuiet = isFollowing; // the item shown is the same
    m_view->setCurrentIndex(index);
    m_isQuiet = false;
    if (index.isValid())
        m_view->scrollTo(index, isFollowing ? QAbstractItemView::EnsureVisible : QAbstractItemView::PositionAtCenter);
    else if (!isFollowing)
        Q_EMIT itemChosen(0);
}

void ItemListPane::onFailed(const Error& error) {
    m_isFollowing = false;
    m_lateTimer.stop();
    showCount();
    const ErrorSentences sentences = errorSentences(error);
    m_problem->setText(sentences.what + QLatin1Char(' ') + sentences.advice);
    m_problem->show();
}

void ItemListPane::readCounts() {
    if (m_document == nullptr)
        return;
    QStringList filters;
    const QStringList expressions = m_chips->expressions();
    for (const QString& expression : expressions)
        filters << filterText(expression);
    ItemListRequest request = m_model->request();
    request.tried = followed();
    m_document->read<QList<qint64>>(
        Document::Lane::Later, "item counts", this,
        [filters, request](SessionReader& reader) { return readAllCounts(reader, request, filters); },
        [this](Result<QList<qint64>> counts) {
            if (!counts)
                return onFailed(counts.error());
            m_total = counts->takeFirst();
            m_chips->setCounts(*counts);
            updateEmptyState();
            showCount();
        });
}

void ItemListPane::readFacets() {
    using Facets = std::pair<std::vector<SessionReader::Facet>, std::vector<SessionReader::Facet>>;
    m_document->read<Facets>(
        Document::Lane::Later, "item facets", this,
        [](SessionReader& reader) {
            return reader.categories().and_then([&](std::vector<SessionReader::Facet> categories) {
                return reader.tags().map([&](std::vector<SessionReader::Facet> tags) {
                    return Facets(std::move(categories), std::move(tags));
                });
            });
        },
        [this](const Result<Facets>& facets) {
            if (!facets)
                return onFailed(facets.error());
            m_categories.clear();
            m_tags.clear();
            for (const SessionReader::Facet& facet : facets->first)
                m_categories << fromUtf8(facet.value);
            for (const SessionReader::Facet& facet : facets->second)
                m_tags << fromUtf8(facet.value);
            Q_EMIT tagsRead(m_tags);
        });
}

RowKey ItemListPane::current() const {
    return m_model->keyAt(m_view->currentIndex().row());
}

void ItemListPane::select(RowKey key) {
    m_wanted = key;
    if (const int row = m_model->rowOf(key); row >= 0)
        m_view->setCurrentIndex(m_model->index(row));
}

void ItemListPane::step(int direction) {
    const int row = m_view->currentIndex().row() + direction;
    if (row >= 0 && row < m_model->rowCount())
        m_view->setCurrentIndex(m_model->index(row));
}

void ItemListPane::stepTo(const QString& condition, int direction) {
    if (m_document == nullptr)
        return;
    ItemListRequest request = m_model->request();
    request.filter = filterText(condition);
    request.tried = followed(); // which a list that leaves nothing out does not ask for
    m_document->read<FoundItems>(
        Document::Lane::Now, "step to item", this,
        [request](SessionReader& reader) { return findItems(reader, request); },
        [this, direction](const Result<FoundItems>& found) {
            if (!found)
                return onFailed(found.error());
            const int from = m_view->currentIndex().row();
            const int rows = m_model->rowCount();
            const int round = rows + (from < 0 ? 1 : 0); // an item that is not listed stands before the first
            int best = -1;
            int bestDistance = round + 1;
            for (const RowKey key : found->keys) {
                const int row = m_model->rowOf(key);
                const int distance = ((row - from) * direction + round) % std::max(round, 1);
                if (row >= 0 && distance > 0 && distance < bestDistance) {
                    best = row;
                    bestDistance = distance;
                }
            }
            if (best >= 0)
                m_view->setCurrentIndex(m_model->index(best));
            else
                Q_EMIT nothingFound();
        });
}

void ItemListPane::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ItemListPane::setSearchKey(const QString& key) {
    m_search->setKeyHint(QString(key).replace(QLatin1Char('+'), QLatin1Char(' ')));
}

void ItemListPane::setRunNames(const QStringList& names) {
    m_runNames = names;
}

void ItemListPane::setCriteria(const QStringList& names) {
    m_criteria = names;
}

void ItemListPane::focusList() {
    m_view->setFocus(Qt::OtherFocusReason);
}

void ItemListPane::clearFilters() {
    m_search->clear();
    setState({});
}

void ItemListPane::refresh(const std::vector<RowKey>& keys) {
    m_model->refreshRows(keys);
    readCounts();
    if (keys.empty() && m_document != nullptr)
        readFacets();
}

} // namespace assize::ui
