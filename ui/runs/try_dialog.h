// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/trier.h"
#include <QDialog>
#include <QPointer>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace assize::ui {

class Dialogs;
class Document;
class ElidedLabel;

/// Asks a judge about one item and shows the reply while it comes: its text, and beside it what is read in it so far,
/// criterion by criterion. Nothing is stored unless the person keeps it. GUI thread.
class TryDialog final : public QDialog {
    Q_OBJECT

public:
    /// Starts at once. Servers and dialogs outlive it.
    TryDialog(ModelServers& servers, Document& document, Dialogs& dialogs, Trial trial, QWidget* parent);
    ~TryDialog() override;

    /// Stops what goes; closes where nothing does.
    void reject() override;

private:
    void build();
    QWidget* buildTexts();
    void retranslate();
    void start();
    void showProgress(const TryProgress& progress);
    void showText(const TryProgress& progress);
    void showRead(const Judgement& judgement);
    void showEnd(const TryEnd& end, const RunRequest& request);
    void showOutcome();
    void updateButtons();
    void keep();
    [[nodiscard]] bool hasReply() const;
    [[nodiscard]] QString costText() const;

    QPointer<Document> m_document;
    Dialogs& m_dialogs;
    Trial m_trial;
    std::optional<TryEnd> m_end;
    QString m_shownText;
    bool m_isKept = false;

    ElidedLabel* m_subject = nullptr;
    QLabel* m_textTitle = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QLabel* m_readTitle = nullptr;
    QTreeWidget* m_read = nullptr;
    QLabel* m_outcome = nullptr;
    QLabel* m_facts = nullptr;
    QPushButton* m_again = nullptr;
    QPushButton* m_keep = nullptr;
    QPushButton* m_close = nullptr;
    Trier m_trier;
};

} // namespace assize::ui
