// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/models/traffic_model.h"
#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;
class QTreeView;

namespace assize::ui {

/// The network panel: every host that this window has contacted, when, and how many bytes went each way. It stays open
/// beside the work.
class NetworkDialog final : public QDialog {
    Q_OBJECT

public:
    NetworkDialog(ModelServers& servers, QWidget* parent);

private:
    void refresh();
    void retranslate();

    ModelServers& m_servers;
    TrafficModel m_model;
    QTreeView* m_table;
    QLabel* m_note;
    QLabel* m_nothing;
    QPushButton* m_copy;
    QPushButton* m_close;
    QTimer m_timer;
};

} // namespace assize::ui
