// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/background.h"
#include "ui/review/reply_colors.h"
#include <QPlainTextEdit>
#include <memory>
#include <vector>

class QTextDocument;

namespace assize::ui {

/// One raw reply, with words of ours before it.
struct RawReply {
    QString heading; ///< "A first"; empty where there is one reply only
    QString note;    ///< what became of it, if it is no verdict, and what was repaired
    std::string text;
    int problemLine = 0; ///< 1-based line of the reply where reading stopped; 0: none, −1: its end
};

/// Raw replies of a judge as plain text in the fixed font. Texts of any size: prepared on another thread, and lines
/// that no layout could bear are cut for display. GUI thread.
class RawView final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit RawView(QWidget* parent = nullptr);

    void setReplies(std::vector<RawReply> replies);
    /// Scrolls to the first place where reading stopped, at once or as soon as the text is there.
    void revealProblem();

protected:
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Prepared {
        std::shared_ptr<QTextDocument> document;
        int problem = -1; ///< position, −1: none
    };
    [[nodiscard]] static Prepared prepare(
        const std::vector<RawReply>& replies, const QFont& font, const ReplyColors& colors, QThread* owner);
    void start();
    void adopt(const Prepared& prepared);

    std::vector<RawReply> m_replies;
    Prepared m_shown;
    ReplyColors m_colors; ///< of what is shown, or about to be
    quint64 m_token = 0;
    bool m_wantsProblem = false;
    Background m_background; // last: its thread ends before what it answers to
};

} // namespace assize::ui
