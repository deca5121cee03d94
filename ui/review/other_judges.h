// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/session/session_reader.h"
#include "ui/models/verdict_summary.h"
#include <QWidget>
#include <vector>

class QLabel;
class QTreeWidget;

namespace assize::ui {

/// What the other runs say of the item: name, version, native result, glyph. A click asks for that run. GUI thread.
class OtherJudges final : public QWidget {
    Q_OBJECT

public:
    explicit OtherJudges(QWidget* parent = nullptr);
    /// Runs that did not judge the item are left out; shownRun too, unless 0.
    void show(const ReviewItem& review, const std::vector<RunSummary>& runs, RowKey shownRun);
    [[nodiscard]] bool isEmpty() const;

Q_SIGNALS:
    void runChosen(assize::RowKey runKey);

private:
    QTreeWidget* m_list;
};

/// What a run gives in its own form: "PASS", "8 9", "margin +0.11", "No verdict".
[[nodiscard]] QString nativeResult(const VerdictSummary& summary);

} // namespace assize::ui
