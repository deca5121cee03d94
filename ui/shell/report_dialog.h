// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/report_writer.h"
#include <QDialog>
#include <QPointer>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QRadioButton;
class QSpinBox;
class QStackedWidget;

namespace assize::ui {

class Dialogs;
class Document;

/// Asks what a report is to hold, in which language and where to, writes it, and offers to open it. The document must
/// outlive the dialog.
class ReportDialog final : public QDialog {
    Q_OBJECT

public:
    /// prices: the endpoints as they are configured; language: the window's ("en", "zh_CN").
    ReportDialog(
        Document& document, Dialogs& dialogs, const QString& language, std::vector<Endpoint> prices, QWidget* parent);

public Q_SLOTS:
    void reject() override;

private:
    enum class Stage { Setup, Writing, Done };

    [[nodiscard]] QWidget* buildSetup();
    QLayout* buildTitleRow(QWidget* page);
    QLayout* buildLists(QWidget* page);
    QLayout* buildFileRow(QWidget* page);
    [[nodiscard]] QWidget* buildProgress();
    [[nodiscard]] QWidget* buildDone();
    void build();
    void fillSections();
    void fillCharts();
    void fillBreakdowns();
    void fillRuns();
    void followFormat();
    void setStage(Stage stage);
    void write();
    void onAdvanced(const ReportProgress& progress);
    void onFinished(const Result<void>& written);
    [[nodiscard]] ReportOptions chosen() const;
    [[nodiscard]] std::vector<std::string> chosenSections() const;
    void updateTexts();
    void updateButtons();

    Document& m_document;
    Dialogs& m_dialogs;
    std::vector<Endpoint> m_prices;
    Stage m_stage = Stage::Setup;
    QStackedWidget* m_pages = nullptr;
    QLabel* m_titleLabel = nullptr;
    QLineEdit* m_title = nullptr;
    QLabel* m_languageLabel = nullptr;
    QComboBox* m_language = nullptr;
    QLabel* m_formatLabel = nullptr;
    QRadioButton* m_html = nullptr;
    QRadioButton* m_pdf = nullptr;
    QLabel* m_sectionsLabel = nullptr;
    QListWidget* m_sections = nullptr;
    QLabel* m_chartsLabel = nullptr;
    QListWidget* m_charts = nullptr;
    QLabel* m_runsLabel = nullptr;
    QListWidget* m_runs = nullptr;
    QLabel* m_byLabel = nullptr;
    QComboBox* m_by = nullptr; ///< what main figures are broken down by
    QLabel* m_countLabel = nullptr;
    QSpinBox* m_count = nullptr;
    QLabel* m_fileLabel = nullptr;
    QLineEdit* m_file = nullptr;
    QPushButton* m_browse = nullptr;
    QLabel* m_problem = nullptr;
    QLabel* m_progressText = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_doneText = nullptr;
    QPushButton* m_openFile = nullptr;
    QPushButton* m_openFolder = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_cancel = nullptr;
    ReportWriter m_writer; // last: its thread ends before what it reports to
};

} // namespace assize::ui
