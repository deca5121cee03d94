// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/judge/render.h"
#include "core/model/item.h"
#include "core/session/session_reader.h"
#include <QDialog>

namespace assize::ui {

/// The messages that a judge version sends for an item, the first response shown first. Any reading thread.
[[nodiscard]] Result<RenderedRequest> readRequest(SessionReader& reader, RowKey judgeVersion, RowKey itemKey);

/// Shows those messages as plain text.
class RequestDialog final : public QDialog {
    Q_OBJECT

public:
    RequestDialog(const QString& itemName, const RenderedRequest& request, QWidget* parent);
};

} // namespace assize::ui
