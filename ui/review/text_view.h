// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/review/safe_document.h"
#include <QTextEdit>
#include <memory>

namespace assize::ui {

/// The only view that text of strangers is shown in: takes prepared documents, loads no resource whatever it is asked
/// for, opens nothing by itself. An address is announced when it is clicked; only http and https are.
class TextView : public QTextEdit {
    Q_OBJECT

public:
    explicit TextView(QWidget* parent = nullptr);

    /// Shows a prepared text from its top; an empty one clears the view.
    void showText(const PreparedText& text);
    [[nodiscard]] const QString& plain() const { return m_plain; }

Q_SIGNALS:
    void addressClicked(const QString& url);
    void textShown();

protected:
    QVariant loadResource(int type, const QUrl& name) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

    /// What a click here would do, beside following an address.
    virtual bool isClickable(const QPoint&) const { return false; }
    virtual void clickedAt(const QPoint&) {}

private:
    [[nodiscard]] QString addressAt(const QPoint& position) const;

    std::shared_ptr<QTextDocument> m_shown;
    QString m_plain;
    QPoint m_pressedAt;
};

} // namespace assize::ui
