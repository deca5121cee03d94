// SPDX-License-Identifier: Apache-2.0
// Model servers: which there are, which answer, which this window has started, and what was sent.
#include "ui/bridge/local_servers.h"
#include "ui/bridge/model_servers.h"
#include "ui/bridge/server_finder.h"
#include "ui/bridge/server_watch.h"
#include "ui/endpoints/endpoints_dialog.h"
#include "ui/endpoints/found_servers.h"
#include "ui/endpoints/local_server_dialog.h"
#include "ui/endpoints/network_dialog.h"
#include "ui/endpoints/server_lamp.h"
#include "ui/shell/main_window.h"
#include "ui/shell/start_page.h"
#include "ui/shell/window_status.h"
#include "ui/support/text.h"

#include <QTimer>
#include <chrono>

namespace assize::ui {

using namespace std::chrono_literals;

void MainWindow::bindServerActions() {
    m_actions->bind(ActionId::ConnectServer, this, [this] { openEndpoints(); });
    m_actions->bind(ActionId::StartServer, this, [this] { openLocalServers(); });
    m_actions->bind(ActionId::NetworkPanel, this, [this] { openNetwork(); });
}

void MainWindow::addServerParts() {
    auto* found = new FoundServers(*m_finder, m_services.servers.book());
    m_start->addBelowRecent(found);
    connect(found, &FoundServers::connectRequested, this,
        [this](const Endpoint& endpoint) { openEndpoints().add(endpoint, true); });
    connect(found, &FoundServers::addRequested, this, [this] { openEndpoints().add({}, false); });
    connect(found, &FoundServers::startRequested, this, &MainWindow::openLocalServers);
    auto* lamps = new ServerLamps(m_services.servers, *m_finder, m_status);
    m_status->addPermanentWidget(lamps);
    connect(lamps, &ServerLamps::chosen, this, [this](const QString& name) { openEndpoints().select(toUtf8(name)); });
    // Once the window is painted: nobody waits for servers.
    QTimer::singleShot(0ms, this, [this] {
        m_services.servers.watch().look();
        if (m_document == nullptr)
            m_finder->look();
    });
}

EndpointsDialog& MainWindow::openEndpoints() {
    if (m_endpoints == nullptr) {
        m_endpoints = new EndpointsDialog(m_services.servers, *m_finder, m_services.dialogs, this);
        connect(m_endpoints, &EndpointsDialog::startRequested, this, &MainWindow::openLocalServers);
        m_endpoints->open();
    }
    return *m_endpoints;
}

void MainWindow::openLocalServers() {
    QWidget* parent = m_endpoints == nullptr ? static_cast<QWidget*>(this) : m_endpoints.data();
    auto* dialog = new LocalServerDialog(*m_localServers, m_services.settings, m_services.dialogs, parent);
    connect(dialog, &LocalServerDialog::connectRequested, this, [this, dialog](const Endpoint& endpoint, bool isUp) {
        dialog->accept();
        openEndpoints().add(endpoint, isUp);
    });
    dialog->open();
}

void MainWindow::openNetwork() {
    if (m_network == nullptr)
        m_network = new NetworkDialog(m_services.servers, this);
    m_network->show();
    m_network->raise();
    m_network->activateWindow();
}

} // namespace assize::ui
