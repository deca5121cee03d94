// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/label.h"
#include <QCoreApplication>
#include <QWidget>
#include <optional>

namespace assize::ui {

/// The one way in which a verdict or a label is drawn: a filled square for a judge, a ring for a person, with the
/// side's colour and letter. Much better is a double letter in a pill; no label is a dashed outline.
class VerdictGlyph {
    Q_DECLARE_TR_FUNCTIONS(VerdictGlyph)

public:
    enum class Owner { Judge, Human };

    static constexpr double ChipSize = 15;
    static constexpr double RowSize = 18;
    static constexpr double HeadlineSize = 30;

    VerdictGlyph() = default;
    /// step is +2 or −2 for "much better"; anything else draws one letter.
    VerdictGlyph(Owner owner, std::optional<Label> label, std::optional<int> step = {});
    /// A person who could not judge: a grey ring with a question mark.
    [[nodiscard]] static VerdictGlyph cannotJudge();
    /// Of a single answer: a check mark for PASS, a cross for FAIL, a number or short class as it is, of a longer one
    /// its first letter. Grey, since there is no side.
    [[nodiscard]] static VerdictGlyph answer(Owner owner, const QString& said);

    [[nodiscard]] double width(double size) const;
    void paint(QPainter& painter, const QPointF& topLeft, double size) const;
    /// Centred in the rectangle.
    void paint(QPainter& painter, const QRectF& area, double size) const;

    /// "A better", "B much better", "tie", "both bad", "no label", "no verdict": for assistive tools and tooltips.
    [[nodiscard]] QString words() const;
    /// "A", "BB", "=", "✕", "–".
    [[nodiscard]] QString letters() const;
    [[nodiscard]] std::optional<Label> label() const { return m_label; }

    bool operator==(const VerdictGlyph&) const = default;

private:
    [[nodiscard]] bool isDashed() const { return !m_label && !m_isUndecided && m_said.isEmpty(); }
    [[nodiscard]] bool isWide() const { return m_isMuch || letters().size() > 1; }
    void paintInside(QPainter& painter, const QRectF& bounds, double size, const QColor& ink) const;

    Owner m_owner = Owner::Judge;
    std::optional<Label> m_label;
    QString m_said; ///< of a single answer
    bool m_isMuch = false;
    bool m_isUndecided = false;
};

/// Shows one glyph. Its accessible name is the glyph in words, with a caption before it if there is one.
class GlyphLabel final : public QWidget {
    Q_OBJECT

public:
    explicit GlyphLabel(double size, QWidget* parent = nullptr);
    void setGlyph(const VerdictGlyph& glyph, const QString& caption = {});

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    VerdictGlyph m_glyph;
    QString m_caption;
    double m_size;
};

} // namespace assize::ui
