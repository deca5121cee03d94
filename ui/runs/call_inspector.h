// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/call_record.h"
#include "ui/widgets/panes.h"
#include <optional>

class QLabel;
class QPushButton;
class QTabBar;

namespace assize::ui {

class Banner;
class RawView;

/// One call from all sides: the request as it goes out, what came back, what was read in it, and the headers. Keys are
/// shown as dots and never copied. GUI thread.
class CallInspector final : public Pane {
    Q_OBJECT

public:
    explicit CallInspector(QWidget* parent);

    void clear();
    void showCall(const CallRecord& record, bool mayRetry);
    [[nodiscard]] const std::optional<CallRecord>& record() const { return m_record; }
    /// Puts what the current tab shows on the clipboard.
    void copy() const;

Q_SIGNALS:
    /// replyTokens: what the reply may take this time; 0: as before.
    void retryRequested(const assize::PlannedCall& call, int replyTokens);
    void openRequested(assize::RowKey item);

private:
    enum Tab { RequestTab, ResponseTab, ParsedTab, HeadersTab };

    void build();
    void showTab();
    void showBanner();
    void retranslate();
    [[nodiscard]] int replyLimit() const;
    [[nodiscard]] QString reasonLine() const;
    [[nodiscard]] QString factsLine() const;
    [[nodiscard]] std::string tabText() const;
    [[nodiscard]] QString tabNote() const;

    std::optional<CallRecord> m_record;
    bool m_mayRetry = false;
    QTabBar* m_tabs = nullptr;
    ElidedLabel* m_title = nullptr;
    Banner* m_banner = nullptr;
    QPushButton* m_retry = nullptr;
    int m_raised = 0; ///< tokens that the reply may take next time; 0: nothing to raise
    QWidget* m_factsRow = nullptr;
    ElidedLabel* m_facts = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_copy = nullptr;
    RawView* m_text = nullptr;
};

/// The request line and its headers; a key is dots already.
[[nodiscard]] std::string headersText(const HttpRequest& request);

} // namespace assize::ui
