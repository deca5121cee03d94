// SPDX-License-Identifier: Apache-2.0
#include "ui/endpoints/network_dialog.h"

#include "ui/endpoints/form_rows.h"
#include "ui/support/translated.h"
#include "ui/widgets/panes.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeView>
#include <chrono>

namespace assize::ui {
namespace {

using namespace std::chrono_literals;

constexpr QSize NetworkSize(760, 360);

} // namespace

NetworkDialog::NetworkDialog(ModelServers& servers, QWidget* parent)
    : QDialog(parent)
    , m_servers(servers)
    , m_table(new QTreeView(this))
    , m_note(noteLabel(this))
    , m_nothing(plainLabel(this, true))
    , m_copy(new QPushButton(this))
    , m_close(new QPushButton(this)) {
    setObjectName(QStringLiteral("networkDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(NetworkSize);
    m_table->setObjectName(QStringLiteral("networkTable"));
    m_table->setModel(&m_model);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(TrafficModel::Host, QHeaderView::Stretch);
    m_nothing->setObjectName(QStringLiteral("noTraffic"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_copy->setObjectName(QStringLiteral("copyNetwork"));
    m_copy->setAutoDefault(false);
    m_close->setObjectName(QStringLiteral("closeNetwork"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_note);
    column->addWidget(m_table, 1);
    column->addWidget(m_nothing, 1);
    column->addLayout(buttons);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_model.asText()); });
    connect(m_close, &QPushButton::clicked, this, &NetworkDialog::close);
    connect(&m_timer, &QTimer::timeout, this, &NetworkDialog::refresh);
    m_timer.start(1s);
    translated(this, [this] { retranslate(); });
    refresh();
}

void NetworkDialog::refresh() {
    m_model.setHosts(m_servers.contactedHosts());
    const bool isQuiet = m_model.rowCount() == 0;
    m_table->setVisible(!isQuiet);
    m_nothing->setVisible(isQuiet);
    m_copy->setEnabled(!isQuiet);
}

void NetworkDialog::retranslate() {
    setWindowTitle(tr("Network"));
    m_note->setText(tr("Every host that this window has contacted since it opened. There is no other traffic: no "
                       "telemetry, no look for updates, no image or link that is followed by itself."));
    m_nothing->setText(tr("Nothing was sent yet."));
    m_table->setAccessibleName(tr("Hosts that were contacted"));
    m_copy->setText(tr("Copy"));
    m_close->setText(tr("Close"));
    m_model.retranslate();
}

} // namespace assize::ui
