// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/endpoint.h"
#include <QWidget>
#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace assize::ui {

class Dialogs;
class KeyField;
class KeyStore;

/// The fields that say how a model server is met: name, kind, address, model, key.
class ConnectionPage final : public QWidget {
    Q_OBJECT

public:
    ConnectionPage(KeyStore& keys, Dialogs& dialogs, QWidget* parent = nullptr);

    void setEndpoint(const Endpoint& endpoint);
    /// Puts what stands in the fields into the endpoint.
    void read(Endpoint& endpoint) const;
    /// What the server lists; a model that is not named yet becomes the first of them if asked.
    void setModels(const std::vector<std::string>& models, const std::string& asked = {});
    void setBusy(bool isListing);
    [[nodiscard]] const KeyField& key() const { return *m_key; }

Q_SIGNALS:
    void edited();
    void modelsWanted();

private:
    void buildModel(QWidget* field);
    void onKindChosen();

    QLineEdit* m_name;
    QComboBox* m_kind;
    QLabel* m_kindNote;
    QLineEdit* m_url;
    QComboBox* m_model;
    QPushButton* m_list;
    KeyField* m_key;
};

} // namespace assize::ui
