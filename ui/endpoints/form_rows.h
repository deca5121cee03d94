// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QLabel>
#include <functional>

class QFormLayout;

namespace assize::ui {

/// Adds a field to a form with a label whose words come from `text` whenever the language changes.
QLabel* addFormRow(QFormLayout* form, QWidget* field, std::function<QString()> text);

/// A line of small secondary words that wraps.
[[nodiscard]] QLabel* noteLabel(QWidget* parent);

} // namespace assize::ui
