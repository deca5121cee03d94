// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/review/label_choices.h"
#include "ui/support/fonts.h"
#include "ui/widgets/verdict_glyph.h"
#include <QAbstractButton>
#include <QFrame>
#include <QStringList>
#include <optional>
#include <vector>

namespace assize::ui {

/// One label: its key, its glyph and its name; the side's tint and an edge while it is the item's. A score or class has
/// no glyph: its name is all there is.
class LabelButton final : public QAbstractButton {
    Q_OBJECT

public:
    explicit LabelButton(const LabelChoice& choice, QWidget* parent = nullptr);
    [[nodiscard]] const PersonLabel& says() const { return m_choice.says; }
    void setKey(const QString& key);
    /// Glyph alone, for the small seventh.
    void setSmall(bool isSmall);
    /// The size of the name; the row gives all its buttons the same.
    void setWordsFont(TextRole role, int stretch);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool hasGlyph() const { return m_choice.says.label || m_choice.says.cannotJudge; }

    LabelChoice m_choice;
    VerdictGlyph m_glyph;
    QString m_key;
    TextRole m_words = TextRole::Body;
    int m_stretch = QFont::Unstretched;
    bool m_isSmall = false;
};

/// The labels in a row, the last of which is the small "cannot judge". One tab stop; arrows move inside. Clicking the
/// current one takes it back.
class LabelButtons final : public QFrame {
    Q_OBJECT

public:
    explicit LabelButtons(QWidget* parent = nullptr);
    void setChoices(const std::vector<LabelChoice>& choices);
    void setCurrent(const PersonLabel& label);
    /// Of the first labels, and of "cannot judge" the last one.
    void setKeys(const QStringList& keys);

Q_SIGNALS:
    void chosen(const assize::ui::PersonLabel& label);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitWords();
    void choose(const LabelButton* button);
    void retranslate();
    [[nodiscard]] QString keyOf(std::size_t index) const;

    std::vector<LabelChoice> m_choices;
    std::vector<LabelButton*> m_buttons;
    QStringList m_keys;
    PersonLabel m_current;
};

} // namespace assize::ui
