// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QDialog>

namespace assize::ui {

/// Name, version, licence and the libraries the program stands on. Plain text, selectable.
class AboutDialog final : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(QWidget* parent);
};

} // namespace assize::ui
