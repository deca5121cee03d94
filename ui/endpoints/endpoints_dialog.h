// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/endpoint.h"
#include "ui/models/endpoint_list_model.h"
#include <QDialog>
#include <cstddef>
#include <optional>
#include <string>

class QLabel;
class QPushButton;
class QTreeView;

namespace assize::ui {

class Banner;
class Dialogs;
class FoundServers;
class ModelServers;
class ServerFinder;

/// The model servers that are configured, and those that were found on this computer. What is removed can be brought
/// back while the dialog is open.
class EndpointsDialog final : public QDialog {
    Q_OBJECT

public:
    EndpointsDialog(ModelServers& servers, ServerFinder& finder, Dialogs& dialogs, QWidget* parent);

    /// Makes this endpoint the current one.
    void select(const std::string& name);
    /// Opens the form for another server, with these values in it; tested at once if it was found.
    void add(const Endpoint& endpoint, bool isFound);

Q_SIGNALS:
    void startRequested(); ///< a local server

private:
    struct Removed {
        Endpoint endpoint;
        std::size_t position = 0;
    };

    void build();
    [[nodiscard]] QWidget* buildButtons();
    QPushButton* addButton(const char* objectName, void (EndpointsDialog::*pressed)());
    void buildTable();
    [[nodiscard]] std::optional<Endpoint> current() const;
    void openEditor(const Endpoint& endpoint, const std::optional<std::string>& existing, bool isTested);
    void addNew();
    void edit();
    void test();
    void duplicate();
    void remove();
    void undoRemove();
    void deleteKey();
    void refresh();
    void retranslate();

    ModelServers& m_servers;
    Dialogs& m_dialogs;
    EndpointListModel m_model;
    QTreeView* m_table;
    QLabel* m_empty;
    FoundServers* m_found;
    Banner* m_problem;
    Banner* m_undo;
    QPushButton* m_undoButton = nullptr;
    QPushButton* m_deleteKey = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_duplicate = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_close;
    std::optional<Removed> m_removed;
};

} // namespace assize::ui
