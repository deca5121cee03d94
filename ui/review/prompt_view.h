// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/review/text_view.h"

namespace assize::ui {

/// A conversation, a reference or a context: plain text, with the speakers' roles in a column of their own.
class PromptView final : public TextView {
    Q_OBJECT

public:
    explicit PromptView(QWidget* parent = nullptr);
    /// The height that shows everything, in px.
    [[nodiscard]] int wantedHeight() const;

Q_SIGNALS:
    void wantedHeightChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace assize::ui
