// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/background.h"
#include "ui/bridge/run_estimator.h"
#include "ui/runs/run_form.h"
#include <QDialog>
#include <QTimer>
#include <stop_token>

namespace assize::ui {

class Dialogs;
class RunController;

/// Asks for a new run and says meanwhile what it would take. Started runs are the controller's; the dialog closes.
class RunDialog final : public QDialog {
    Q_OBJECT

public:
    /// The controller and the document outlive it.
    RunDialog(RunController& controller, Document& document, Dialogs& dialogs, QWidget* parent);
    ~RunDialog() override;

    [[nodiscard]] RunForm& form() { return *m_form; }
    /// The item that a try asks about; 0 for the first one that is chosen.
    void setShownItem(RowKey item) { m_shownItem = item; }

Q_SIGNALS:
    void started(quint64 ticket);

private:
    using Models = Result<std::vector<std::string>>;

    void build();
    QWidget* buildEstimate();
    void readChoices();
    void showEndpoints();
    void askModels();
    void readModels(const Endpoint& endpoint, const Credentials& credentials);
    void showModels(const Models& models);
    void estimateSoon();
    void estimateNow();
    void showEstimate(const Result<RunEstimate>& estimate);
    void showWords(const QStringList& lines, bool isProblem);
    void start();
    void tryOne();
    void retranslate();

    RunController& m_controller;
    QPointer<Document> m_document;
    Dialogs& m_dialogs;
    RunForm* m_form;
    RowKey m_shownItem = 0;
    QLabel* m_words = nullptr;
    QLabel* m_problems = nullptr;
    QPushButton* m_stopEstimate = nullptr;
    QPushButton* m_try = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_cancel = nullptr;
    RunEstimator m_estimator;
    QTimer m_delay;
    std::optional<Result<RunEstimate>> m_estimate; ///< nothing while it is being made
    std::stop_source m_stop;                       ///< of the question for models
    Background m_background;                       // last: its thread ends before what it answers to
};

/// What an estimate says, line by line.
[[nodiscard]] QStringList estimateWords(const RunEstimate& estimate, const Endpoint& endpoint);

} // namespace assize::ui
