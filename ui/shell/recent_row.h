// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/shell/recent_sessions.h"
#include <QAbstractButton>

class QToolButton;

namespace assize::ui {

/// One recent session: name over path, time over what it holds at the right, or that the file was not found, with a
/// cross to remove it. Enter opens, Delete removes.
class RecentRow final : public QAbstractButton {
    Q_OBJECT

public:
    explicit RecentRow(const RecentFile& file, QWidget* parent = nullptr);

    [[nodiscard]] const RecentFile& file() const { return m_file; }
    void setContent(const std::optional<RecentContent>& content);
    [[nodiscard]] QSize sizeHint() const override { return {320, 53}; }

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void paintNotFound(QPainter& painter, const QRectF& area) const;

    RecentFile m_file;
    QString m_place;
    QString m_time;
    std::optional<RecentContent> m_content; ///< nothing until it was counted
    QString m_contentText;
    QString m_notFound;
    QToolButton* m_remove;
};

} // namespace assize::ui
