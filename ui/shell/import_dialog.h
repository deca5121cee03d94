// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/import_runner.h"
#include <QDialog>
#include <QPointer>
#include <QStringList>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace assize::ui {

class Document;
class ImportReport;
class ImportSetup;

/// Imports files into the open session, step by step: look at them, read them through once without storing anything,
/// say what cannot be used, store the rest, report. Every step can be cancelled; nothing blocks the window. The
/// document must outlive the dialog.
class ImportDialog final : public QDialog {
    Q_OBJECT

public:
    /// document: null if no session is open; then sessionNeeded() is sent before anything is stored.
    ImportDialog(const QStringList& paths, Document* document, QWidget* parent);

    /// The answer to sessionNeeded().
    void setDocument(Document* document);

Q_SIGNALS:
    void sessionNeeded();
    /// Rows were stored under this batch, all of them or as many as there were before it stopped.
    void imported(const std::string& batch, const QString& step);

public Q_SLOTS:
    void reject() override;

private:
    enum class Stage { Setup, WaitingForSession, Checking, Problems, Importing, Done };

    void build();
    [[nodiscard]] QWidget* buildProgress();
    void setStage(Stage stage);
    void goOn();
    void startReading(bool dryRun);
    void onPreviewed(const Result<ImportPreview>& preview);
    void onAdvanced(const ImportProgress& progress);
    void onFinished(const Result<ImportSummary>& summary);
    void updateTexts();

    QStringList m_paths;
    QPointer<Document> m_document;
    Stage m_stage = Stage::Setup;
    ImportJobOptions m_options;
    bool m_isReadable = false; ///< the preview could be read
    ImportSetup* m_setup;
    ImportReport* m_report;
    QStackedWidget* m_pages = nullptr;
    QWidget* m_progressPage = nullptr;
    QLabel* m_progressText = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_cancel = nullptr;
    ImportRunner m_runner; // last: its thread ends before what it reports to
};

} // namespace assize::ui
