// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QColor>
#include <QString>
#include <QWidget>

class QPainter;
class QRectF;

namespace assize::ui {

/// The width of a key's small frame, 0 for no key.
[[nodiscard]] int keyHintWidth(const QString& key);

/// Paints the key in a small frame at the left of the area, centred upright.
void paintKeyHint(QPainter& painter, const QRectF& area, const QString& key, const QColor& ink, const QColor& edge);

/// A key in its frame, beside what it works. Nothing for no key.
class KeyHint final : public QWidget {
    Q_OBJECT

public:
    explicit KeyHint(QWidget* parent = nullptr);
    void setKey(const QString& key);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_key;
};

} // namespace assize::ui
