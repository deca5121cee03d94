// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/label.h"
#include "ui/support/fonts.h"
#include "ui/widgets/verdict_glyph.h"
#include <QAbstractButton>
#include <QFrame>
#include <QStringList>
#include <optional>
#include <vector>

namespace assize::ui {

/// One label: its key, its glyph and its name; the side's tint and an edge while it is the item's.
class LabelButton final : public QAbstractButton {
    Q_OBJECT

public:
    explicit LabelButton(const VerdictGlyph& glyph, QWidget* parent = nullptr);
    void setKey(const QString& key);
    /// Glyph alone, for the small seventh.
    void setSmall(bool isSmall);
    /// The size of the name; the row gives all its buttons the same.
    void setWordsFont(TextRole role, int stretch);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    VerdictGlyph m_glyph;
    QString m_key;
    TextRole m_words = TextRole::Body;
    int m_stretch = QFont::Unstretched;
    bool m_isSmall = false;
};

/// The seven labels in a row. One tab stop; arrows move inside. Clicking the current one takes it back.
class LabelButtons final : public QFrame {
    Q_OBJECT

public:
    explicit LabelButtons(QWidget* parent = nullptr);
    void setCurrent(std::optional<Label> label, std::optional<int> step, bool cannotJudge);
    void setKeys(const QStringList& keys);

Q_SIGNALS:
    void chosen(std::optional<assize::Label> label, std::optional<int> step, bool cannotJudge);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitWords();
    void choose(int index);
    void retranslate();

    std::vector<LabelButton*> m_buttons;
    QStringList m_keys;
    int m_current = -1;
};

} // namespace assize::ui
