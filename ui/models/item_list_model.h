// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/session/query.h"
#include "core/session/session_reader.h"
#include "core/session/tried_verdicts.h"
#include <QAbstractListModel>
#include <QPointer>
#include <QSet>
#include <QString>
#include <QTimer>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace assize::ui {

class Document;

/// Which items the list shows, in words of the filter language and of the search field.
struct ItemListRequest {
    QString filter;
    QString search;
    ItemOrder order = ItemOrder::File;
    RowKey runKey = 0;
    QString annotator;
    std::shared_ptr<const TriedVerdicts> tried; ///< of the run: what filter and order speak of; null: what is stored

    bool operator==(const ItemListRequest&) const = default;
};

/// Ids in the order of the list, and where each stands, sorted by id. Both are made on the reading thread: a million
/// ids would hold up the window.
struct FoundItems {
    std::vector<RowKey> keys;
    std::vector<std::pair<RowKey, int>> rows;
    std::vector<ItemRow> first; ///< those at the top, where they were asked for
};

/// A row that tells what tried weights make of it; as it is where they make nothing of it, or there are none (null).
[[nodiscard]] ItemRow asTried(const ItemRow& row, const TriedVerdicts* verdicts);

/// The request as a query, with this filter in place of its own; InvalidArgument for one that cannot be read. The
/// reading thread.
[[nodiscard]] Result<ItemQuery> itemQuery(SessionReader& reader, const ItemListRequest& request, const QString& filter);

/// Looks the request's items up; errors of itemQuery(). The reading thread.
[[nodiscard]] Result<FoundItems> findItems(SessionReader& reader, const ItemListRequest& request);

/// The items of a session that match a request, as a list of ids with the rows of what is on screen. Rows come in
/// windows from the reading thread; a row that is not there yet is told by an invalid RowRole. Each new request raises
/// a token, and answers with an old one are dropped. GUI thread.
class ItemListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        RowRole = Qt::UserRole + 1, ///< ItemRow
        KeyRole,                    ///< RowKey as qint64
    };
    Q_ENUM(Role)

    explicit ItemListModel(QObject* parent = nullptr);

    /// The session whose items are shown; null while none is open. Empties the list.
    void setDocument(Document* document);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    /// While blind, the spoken text of an unlabelled row says nothing of verdicts and labels.
    void setBlind(bool isBlind) { m_isBlind = isBlind; }

    /// Rows of the run shown tell what tried weights make of it; null: what the judge says.
    void setTried(std::shared_ptr<const TriedVerdicts> tried);

    /// Looks the items up anew. The old ones stay until the answer comes.
    void setRequest(const ItemListRequest& request);
    [[nodiscard]] const ItemListRequest& request() const { return m_request; }
    /// Reads rows again: of these items, or all that are held if none is named.
    void refreshRows(const std::vector<RowKey>& keys = {});
    /// Asks the session again with the same request.
    void reload();

    [[nodiscard]] RowKey keyAt(int row) const;
    /// −1 if the item is not among those shown.
    [[nodiscard]] int rowOf(RowKey key) const;
    [[nodiscard]] bool isLoading() const { return m_isLoading; }

Q_SIGNALS:
    void requestAnswered(); ///< the items are those of the request
    void requestFailed(const assize::Error& error);

private:
    void clear();
    void adoptItems(std::uint64_t token, Result<FoundItems> found);
    void replace(FoundItems found);
    void fetchMissing();
    void adoptRows(std::uint64_t token, const std::vector<RowKey>& asked, Result<std::vector<ItemRow>> rows);

    QPointer<Document> m_document;
    ItemListRequest m_request;
    FoundItems m_found;
    std::unordered_map<RowKey, ItemRow> m_rows;
    std::shared_ptr<const TriedVerdicts> m_tried;
    mutable QSet<qint64> m_missing; ///< asked for by the view, not read yet
    QSet<qint64> m_underWay;
    mutable QTimer m_fetchTimer;
    std::uint64_t m_token = 0;
    bool m_isLoading = false;
    bool m_isBlind = false;
};

} // namespace assize::ui

Q_DECLARE_METATYPE(assize::ItemRow)
