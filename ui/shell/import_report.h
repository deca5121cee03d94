// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/import/import_job.h"
#include "ui/models/import_preview_model.h"
#include <QWidget>

class QLabel;
class QTableView;

namespace assize::ui {

/// What came, or would come, of an import: a title, counts, and every row that is left out with its reason.
class ImportReport final : public QWidget {
    Q_OBJECT

public:
    explicit ImportReport(QWidget* parent = nullptr);

    /// Before anything is stored.
    void showProblems(const ImportSummary& summary);
    void showDone(const ImportSummary& summary);
    void showFailed(const Error& error, bool mayHaveStored);

private:
    void show(const QString& title, const QString& detail, const std::vector<SkippedRow>& skipped);
    [[nodiscard]] static QString countSentence(const ImportCounts& counts);
    [[nodiscard]] static QString skippedSentence(const ImportSummary& summary);

    QLabel* m_title;
    QLabel* m_detail;
    ImportProblemsModel m_problems;
    QTableView* m_table;
};

} // namespace assize::ui
