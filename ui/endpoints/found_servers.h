// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/endpoint.h"
#include <QWidget>

class QLabel;
class QPushButton;

namespace assize::ui {

class Card;
class EndpointBook;
class ServerFinder;

/// Model servers that answer on this computer, each with a button that connects it; on the start page and in the
/// dialog of model servers.
class FoundServers final : public QWidget {
    Q_OBJECT

public:
    FoundServers(ServerFinder& finder, EndpointBook& book, QWidget* parent = nullptr);

Q_SIGNALS:
    void connectRequested(const assize::Endpoint& endpoint);
    void addRequested();   ///< by its address
    void startRequested(); ///< start one

private:
    void refill();
    void addSilentRow();

    ServerFinder& m_finder;
    EndpointBook& m_book;
    QLabel* m_title;
    QPushButton* m_again;
    QPushButton* m_add;
    Card* m_rows;
};

} // namespace assize::ui
