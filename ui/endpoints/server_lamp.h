// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/widgets/lamp.h"
#include <QWidget>

class QHBoxLayout;

namespace assize::ui {

enum class ServerState;
class ModelServers;
class ServerFinder;

[[nodiscard]] Lamp lampOf(ServerState state);

/// The lamps of the status bar: one for each of the first configured model servers; where there is none, those that
/// were found on this computer. Each is a button.
class ServerLamps final : public QWidget {
    Q_OBJECT

public:
    ServerLamps(ModelServers& servers, ServerFinder& finder, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The name of an endpoint; empty for a server that is not configured yet.
    void chosen(const QString& name);

private:
    void refill();
    void add(Lamp lamp, const QString& text, const QString& accessibleName, const QString& endpoint);

    ModelServers& m_servers;
    ServerFinder& m_finder;
    QHBoxLayout* m_row;
};

} // namespace assize::ui
