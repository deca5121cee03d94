// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/support/icons.h"
#include "ui/widgets/panes.h"

class QToolButton;

namespace assize::ui {

class SearchField;

/// A strip that finds words in both answers. Esc closes it.
class FindBar final : public PaneHeader {
    Q_OBJECT

public:
    explicit FindBar(QWidget* parent = nullptr);

    void open();
    void close();
    void showCount(int current, int count);

Q_SIGNALS:
    void searched(const QString& text);
    void nextRequested();
    void previousRequested();
    void closed();

private:
    QToolButton* addButton(Icon icon, const QString& objectName);

    SearchField* m_field;
    QLabel* m_count;
    QToolButton* m_previous;
    QToolButton* m_next;
    QToolButton* m_close;
};

} // namespace assize::ui
