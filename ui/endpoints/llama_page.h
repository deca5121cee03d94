// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/local_servers.h"
#include <QByteArray>
#include <QWidget>

class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace assize::ui {

class Dialogs;

/// What to start llama-server with.
class LlamaPage final : public QWidget {
    Q_OBJECT

public:
    explicit LlamaPage(Dialogs& dialogs, QWidget* parent = nullptr);

    /// Without a folder for its log.
    [[nodiscard]] LlamaServerOptions options() const;
    /// What stands in the fields, for the next time.
    [[nodiscard]] QByteArray state() const;
    void restore(const QByteArray& state);

Q_SIGNALS:
    void edited();

private:
    QLineEdit* addFile(QFormLayout* form, const char* objectName, bool isModel);
    QSpinBox* addNumber(QFormLayout* form, const char* objectName, int low, int high, std::function<QString()> label);

    Dialogs& m_dialogs;
    QLineEdit* m_model = nullptr;
    QLineEdit* m_program = nullptr;
    QSpinBox* m_port = nullptr;
    QSpinBox* m_context = nullptr;
    QSpinBox* m_slots = nullptr;
    QSpinBox* m_layers = nullptr;
    QLineEdit* m_arguments = nullptr;
};

} // namespace assize::ui
