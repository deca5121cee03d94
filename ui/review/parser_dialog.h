// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include "core/session/session_reader.h"
#include "ui/bridge/background.h"
#include "ui/bridge/reply_rereader.h"
#include <QDialog>
#include <optional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace assize::ui {

class Dialogs;
class RawView;

/// What the parser of a run's judge is tried on: an item, and what the judge wrote of it.
struct ParserSetup {
    RunSummary run;
    JudgeVersion version;
    Item item;
    std::vector<Verdict> replies; ///< of the item, in all orders and samples, as far as their texts are stored
};

/// Any reading thread.
[[nodiscard]] Result<ParserSetup> readParserSetup(SessionReader& reader, const std::string& runId, RowKey itemKey);

/// Changes how the replies of a judge are read: format, pattern, labels. Beside it stands what the change makes of the
/// replies at hand; saving makes the judge's next version and a run of it from all replies of the old run that are
/// stored. Nothing is sent. GUI thread.
class ParserDialog final : public QDialog {
    Q_OBJECT

public:
    ParserDialog(Document& document, Dialogs& dialogs, ParserSetup setup, QWidget* parent);
    ~ParserDialog() override;

    void reject() override;

Q_SIGNALS:
    /// All of it is stored; the batch is what takes it back.
    void saved(const assize::Reread& reread, const std::string& batch);

private:
    void build();
    QWidget* buildTexts();
    void fill();
    void retranslate();
    void onEdited();
    void readNow();
    void save();
    void setBusy(bool isBusy);
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool suitsPrompt() const;
    [[nodiscard]] Judge edited() const;

    Document& m_document;
    Dialogs& m_dialogs;
    ParserSetup m_setup;
    bool m_isBusy = false;

    QFormLayout* m_form = nullptr;
    QComboBox* m_format = nullptr;
    QLineEdit* m_pattern = nullptr;
    QPlainTextEdit* m_labels = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_repliesTitle = nullptr;
    QLabel* m_readTitle = nullptr;
    RawView* m_replies = nullptr;
    RawView* m_read = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_cancel = nullptr;
    Background m_background;
    ReplyRereader m_rereader;
};

} // namespace assize::ui
