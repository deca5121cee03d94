// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/probe.h"
#include "core/model/endpoint.h"
#include "ui/models/capability_model.h"
#include <QDialog>
#include <optional>
#include <string>

class QLabel;
class QPushButton;
class QTabWidget;
class QTreeView;

namespace assize::ui {

class ConnectionPage;
class Dialogs;
class LimitsPage;
class ModelServers;
class ServerProber;

/// One model server: its fields, and beside them what it can do as soon as it is tested. Nothing is stored before Save.
class EndpointEditor final : public QDialog {
    Q_OBJECT

public:
    /// existing: the name of the endpoint that Save replaces; without one it adds another.
    EndpointEditor(ModelServers& servers, Dialogs& dialogs, const Endpoint& endpoint,
        std::optional<std::string> existing, QWidget* parent);
    ~EndpointEditor() override;

    /// As the Test button does, which stops a test that is under way.
    void toggleTest();

Q_SIGNALS:
    void saved(const QString& name);

private:
    [[nodiscard]] QWidget* buildTestPanel();
    void build();
    void connectParts();
    [[nodiscard]] Endpoint endpoint() const;
    [[nodiscard]] QString problemOf(const Endpoint& endpoint) const;
    [[nodiscard]] QString warningOf(const Endpoint& endpoint) const;
    void onEdited();
    void onFinished();
    void save();
    void store(const Endpoint& endpoint);
    void showMessage(const QString& text, bool isAlert);
    void showFailure(const Error& error);
    void updateButtons();
    void retranslate();

    ModelServers& m_servers;
    std::optional<std::string> m_existing;
    CapabilityModel m_capabilities;
    ServerProber* m_prober;
    QTabWidget* m_tabs;
    ConnectionPage* m_connection;
    LimitsPage* m_limits;
    QLabel* m_problem;
    QLabel* m_testTitle = nullptr;
    QLabel* m_testMessage = nullptr;
    QTreeView* m_table = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_save;
    QPushButton* m_cancel;
    Endpoint m_tested; ///< what the table speaks of
    bool m_isListing = false;
};

} // namespace assize::ui
