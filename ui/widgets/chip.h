// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/support/icons.h"
#include "ui/widgets/verdict_glyph.h"
#include <QToolButton>
#include <optional>

namespace assize::ui {

/// A rounded button of 22 px: a name, perhaps a count in the colour of units, perhaps an icon before and a key after.
/// Checkable chips show a check mark while they are on. GUI thread.
class Chip final : public QToolButton {
    Q_OBJECT

public:
    enum class Tone {
        Plain,  ///< edge; accent when checked
        Alert,  ///< edge; alert colours and a cross when checked
        Dashed, ///< adds something
        Chosen, ///< what was added: looks on
        Quiet,  ///< filled with grey, no edge, not for pressing
        Info,   ///< filled with accent tint, no edge, not for pressing
        Warning ///< filled with alert tint, no edge, not for pressing
    };

    explicit Chip(Tone tone = Tone::Plain, QWidget* parent = nullptr);

    void setTone(Tone tone);
    /// In smaller letters, where several have to stand in one line.
    void setSmall(bool isSmall);
    void setCount(std::optional<qint64> count);
    void setLeadingIcon(std::optional<Icon> icon);
    /// A small cross at the end that sends removeRequested() when it is clicked, or on Delete.
    void setRemovable(bool isRemovable);
    void setKeyHint(const QString& key);
    /// A verdict after the words, and perhaps a number after it.
    void setVerdict(const VerdictGlyph& glyph, const QString& number);
    /// A checked chip has a check mark unless it is told otherwise: its area then says enough.
    void setShowsCheck(bool showsCheck);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] std::optional<Icon> shownIcon() const;
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] int side() const;
    [[nodiscard]] int gap() const;
    [[nodiscard]] int contentWidth() const;
    [[nodiscard]] int tailWidth() const;
    [[nodiscard]] QString fittingText(const QFontMetrics& metrics, int width) const;
    void paintTail(QPainter& painter, QRectF area) const;

    Tone m_tone;
    std::optional<qint64> m_count;
    std::optional<Icon> m_icon;
    QString m_keyHint;
    std::optional<VerdictGlyph> m_verdict;
    QString m_number;
    bool m_isSmall = false;
    bool m_isRemovable = false;
    bool m_showsCheck = true;
};

} // namespace assize::ui
