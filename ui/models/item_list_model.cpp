// SPDX-License-Identifier: Apache-2.0
#include "ui/models/item_list_model.h"

#include "core/filter/filter.h"
#include "ui/bridge/document.h"
#include "ui/models/item_row_text.h"
#include "ui/support/text.h"

#include <algorithm>

namespace assize::ui {
namespace {

constexpr std::size_t RowsKept = 4096; ///< rows held beside the ids; beyond it the oldest window is forgotten

} // namespace

ItemRow asTried(const ItemRow& row, const TriedVerdicts* verdicts) {
    const TriedVerdict* tried = verdicts == nullptr ? nullptr : verdicts->of(row.key);
    if (tried == nullptr || tried->outcome != Outcome::Verdict)
        return row;
    ItemRow changed = row;
    changed.judged.label = tried->label;
    changed.judged.margin = tried->margin;
    changed.judged.agreement = tried->agreement;
    return changed;
}

Result<ItemQuery> itemQuery(SessionReader& reader, const ItemListRequest& request, const QString& filter) {
    ItemQuery query;
    query.search = toUtf8(request.search);
    query.order = request.order;
    query.runKey = request.runKey;
    query.annotator = toUtf8(request.annotator);
    query.tried = request.tried;
    auto condition =
        compileFilter(toUtf8(filter.trimmed()), {request.runKey, query.annotator, &reader, query.tried != nullptr});
    if (!condition)
        return tl::unexpected(condition.error());
    query.condition = std::move(*condition);
    return query;
}

Result<FoundItems> findItems(SessionReader& reader, const ItemListRequest& request) {
    const auto query = itemQuery(reader, request, request.filter);
    if (!query)
        return tl::unexpected(query.error());
    return reader.itemKeys(*query).map([](std::vector<RowKey> keys) {
        FoundItems found;
        found.rows.reserve(keys.size());
        for (std::size_t row = 0; row < keys.size(); ++row)
            found.rows.emplace_back(keys[row], static_cast<int>(row));
        std::sort(found.rows.begin(), found.rows.end());
        found.keys = std::move(keys);
        return found;
    });
}

namespace {

/// The list with what it shows first, so that it is not painted twice.
Result<FoundItems> findWithFirstRows(SessionReader& reader, const ItemListRequest& request) {
    constexpr std::size_t OnScreen = 40;
    Result<FoundItems> found = findItems(reader, request);
    if (!found)
        return found;
    const std::vector<RowKey> first(
        found->keys.begin(), found->keys.begin() + static_cast<std::ptrdiff_t>(std::min(OnScreen, found->keys.size())));
    Result<std::vector<ItemRow>> rows = reader.itemRows(first, request.runKey, toUtf8(request.annotator));
    if (!rows)
        return tl::unexpected(rows.error());
    found->first = std::move(*rows);
    return found;
}

} // namespace

ItemListModel::ItemListModel(QObject* parent)
    : QAbstractListModel(parent) {
    m_fetchTimer.setSingleShot(true);
    m_fetchTimer.setInterval(0);
    connect(&m_fetchTimer, &QTimer::timeout, this, &ItemListModel::fetchMissing);
}

void ItemListModel::setDocument(Document* document) {
    m_document = document;
    clear();
}

int ItemListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_found.keys.size());
}

QVariant ItemListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RowKey key = m_found.keys[static_cast<std::size_t>(index.row())];
    if (role == KeyRole)
        return QVariant::fromValue<qint64>(key);
    const auto row = m_rows.find(key);
    if (row == m_rows.end()) {
        if (role == RowRole && !m_underWay.contains(key)) {
            m_missing.insert(key);
            m_fetchTimer.start();
        }
        return {};
    }
    if (role == RowRole)
        return QVariant::fromValue(asTried(row->second, m_tried.get()));
    if (role == Qt::DisplayRole)
        return withVisibleControls(fromUtf8(row->second.title));
    if (role == Qt::ToolTipRole)
        return plainToolTip(withVisibleControls(fromUtf8(row->second.title)));
    if (role == Qt::AccessibleTextRole)
        return itemSpoken(asTried(row->second, m_tried.get()), m_isBlind && !hasOwnLabel(row->second));
    return {};
}

void ItemListModel::setTried(std::shared_ptr<const TriedVerdicts> tried) {
    m_tried = std::move(tried);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void ItemListModel::setRequest(const ItemListRequest& request) {
    m_request = request;
    reload();
}

void ItemListModel::reload() {
    if (m_document == nullptr)
        return;
    m_isLoading = true;
    const std::uint64_t token = ++m_token;
    m_document->read<FoundItems>(
        Document::Lane::Now, "item keys", this,
        [request = m_request](SessionReader& reader) { return findWithFirstRows(reader, request); },
        [this, token](Result<FoundItems> found) { adoptItems(token, std::move(found)); });
}

void ItemListModel::adoptItems(std::uint64_t token, Result<FoundItems> found) {
    if (token != m_token)
        return;
    m_isLoading = false;
    if (found) {
        replace(std::move(*found));
        Q_EMIT requestAnswered();
    } else {
        Q_EMIT requestFailed(found.error());
    }
    if (m_document != nullptr) // who was told may have closed it
        m_document->startLater();
}

void ItemListModel::replace(FoundItems found) {
    beginResetModel();
    m_found = std::move(found);
    m_rows.clear();
    for (ItemRow& row : m_found.first)
        m_rows.insert_or_assign(row.key, std::move(row));
    m_found.first.clear();
    m_missing.clear();
    m_underWay.clear();
    endResetModel();
}

void ItemListModel::fetchMissing() {
    if (m_missing.isEmpty() || m_document == nullptr)
        return;
    if (m_rows.size() > RowsKept)
        m_rows.clear();
    const std::vector<RowKey> keys(m_missing.cbegin(), m_missing.cend());
    m_underWay.unite(m_missing);
    m_missing.clear();
    m_document->read<std::vector<ItemRow>>(
        Document::Lane::Now, {}, this,
        [keys, run = m_request.runKey, annotator = toUtf8(m_request.annotator)](
            SessionReader& reader) { return reader.itemRows(keys, run, annotator); },
        [this, token = m_token, keys](Result<std::vector<ItemRow>> rows) { adoptRows(token, keys, std::move(rows)); });
}

void ItemListModel::adoptRows(
    std::uint64_t token, const std::vector<RowKey>& asked, Result<std::vector<ItemRow>> rows) {
    if (token != m_token)
        return;
    for (const RowKey key : asked)
        m_underWay.remove(key);
    if (!rows) {
        Q_EMIT requestFailed(rows.error());
        return;
    }
    int first = rowCount();
    int last = -1;
    for (ItemRow& row : *rows) {
        const int at = rowOf(row.key);
        if (at < 0)
            continue;
        first = std::min(first, at);
        last = std::max(last, at);
        m_rows.insert_or_assign(row.key, std::move(row));
    }
    if (last >= first)
        Q_EMIT dataChanged(index(first), index(last));
}

void ItemListModel::refreshRows(const std::vector<RowKey>& keys) {
    for (const RowKey key : keys) {
        if (rowOf(key) >= 0)
            m_missing.insert(key);
    }
    if (keys.empty()) {
        for (const auto& [key, row] : m_rows)
            m_missing.insert(key);
    }
    m_fetchTimer.start();
}

RowKey ItemListModel::keyAt(int row) const {
    return row >= 0 && row < rowCount() ? m_found.keys[static_cast<std::size_t>(row)] : 0;
}

int ItemListModel::rowOf(RowKey key) const {
    const auto known = std::lower_bound(m_found.rows.begin(), m_found.rows.end(), std::pair(key, 0));
    return known == m_found.rows.end() || known->first != key ? -1 : known->second;
}

void ItemListModel::clear() {
    ++m_token;
    m_isLoading = false;
    replace({});
}

} // namespace assize::ui
