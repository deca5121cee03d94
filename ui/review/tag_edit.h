// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QPlainTextEdit>
#include <QStringList>
#include <QTimer>
#include <QWidget>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace assize::ui {

class Chip;
class FlowLayout;

/// The tags of an item as chips that can be removed, and a chip that becomes a field for one more. Known tags are
/// offered; any other word is a new tag.
class TagEdit final : public QWidget {
    Q_OBJECT

public:
    explicit TagEdit(QWidget* parent = nullptr);
    void setTags(const QStringList& tags);
    void setKnownTags(const QStringList& tags);
    void setKeyHint(const QString& key);
    void beginAdding();

Q_SIGNALS:
    void tagsChanged(const QStringList& tags);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void finishAdding();
    void rebuild();
    void retranslate();

    QStringList m_tags;
    QList<Chip*> m_chips;
    Chip* m_add;
    QLineEdit* m_field;
    QStringListModel* m_known;
    FlowLayout* m_flow;
};

/// A comment of one line that grows to four while it has the focus. Changes are told after a pause in typing and when
/// the focus leaves.
class CommentEdit final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CommentEdit(QWidget* parent = nullptr);
    /// Leaves the cursor alone when the text is what is shown already, and words that are typed and not told yet as
    /// they are: call finishEditing() before the comment of something else is set.
    void setComment(const QString& comment);
    /// Tells now what is typed.
    void finishEditing();

Q_SIGNALS:
    void commentChanged(const QString& comment);
    void left(); ///< by Esc

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void tell();
    void updateHeight();

    QString m_told;
    QTimer m_pause;
};

} // namespace assize::ui
