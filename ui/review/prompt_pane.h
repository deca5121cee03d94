// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include "ui/bridge/background.h"
#include "ui/widgets/panes.h"
#include <QTimer>

class QTabBar;
class QToolButton;

namespace assize::ui {

class ElidedLabel;
class ImageStrip;
class PromptView;
struct PreparedText;

/// What the answers answer: conversation, reference and context behind tabs. Folded, it is the last message in one
/// line. Its height follows the text up to a share of the column.
class PromptPane final : public Pane {
    Q_OBJECT

public:
    explicit PromptPane(QWidget* parent = nullptr);

    void showItem(const Item& item, std::vector<Image> images);
    void setFolded(bool isFolded);
    [[nodiscard]] bool isFolded() const { return m_isFolded; }
    /// The height of the column it stands in, in px.
    void setColumnHeight(int height);

Q_SIGNALS:
    void foldToggled(bool isFolded);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Tab { Conversation, Reference, Context };

    void buildHeader();
    void prepare();
    void showLoading();
    void adopt(const PreparedText& text);
    void updateTabs();
    void updateHeight();
    void updateFolding();

    PaneHeader* m_header;
    QToolButton* m_fold = nullptr;
    QTabBar* m_tabs = nullptr;
    ElidedLabel* m_summary = nullptr;
    PromptView* m_view;
    ImageStrip* m_images;
    Item m_item; ///< without its images
    bool m_hasImages = false;
    int m_columnHeight = 800;
    bool m_isFolded = false;
    quint64 m_token = 0;
    QTimer m_loadingTimer;   ///< until a text that is long in coming is said to be loading
    Background m_background; ///< last: its jobs end before what they answer to
};

} // namespace assize::ui
