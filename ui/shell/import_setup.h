// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/import/import_job.h"
#include "ui/models/import_preview_model.h"
#include <QStringList>
#include <QWidget>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QTableView;

namespace assize::ui {

class FieldMapEdit;

/// The first page of an import: which files, in which format and why, what their first records become, and for
/// hand-made files where their fields are.
class ImportSetup final : public QWidget {
    Q_OBJECT

public:
    explicit ImportSetup(const QStringList& paths, QWidget* parent = nullptr);

    [[nodiscard]] std::string previewPath() const;
    /// Format and field map as chosen.
    [[nodiscard]] ImportJobOptions options() const;

    void showLoading();
    void showPreview(const Result<ImportPreview>& preview);

Q_SIGNALS:
    void previewNeeded();

private:
    void build(const QStringList& paths);
    void fillFormats();
    void updateFields();
    void showSentences();
    void retranslate();
    [[nodiscard]] QString formatSentence() const;
    [[nodiscard]] QString problemSentence() const;

    QLabel* m_fileLabel = nullptr;
    QComboBox* m_files = nullptr;
    QLabel* m_formatLabel = nullptr;
    QComboBox* m_format = nullptr;
    QLabel* m_reason = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_problem = nullptr;
    QCheckBox* m_ownFields = nullptr;
    FieldMapEdit* m_fieldMap = nullptr;
    ImportPreviewModel m_records;
    std::optional<Result<ImportPreview>> m_preview; ///< nothing while it is being read
};

} // namespace assize::ui
