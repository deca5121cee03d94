// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QMap>
#include <QStringList>
#include <QWidget>
#include <functional>
#include <vector>

class QMenu;

namespace assize::ui {

class Chip;

/// The quick filters over the item list. Each stands for an expression of the filter language; those that are on are
/// joined by "and". The last chip opens a menu of tags, categories and an expression of one's own. One tab stop.
class FilterChips final : public QWidget {
    Q_OBJECT

public:
    explicit FilterChips(QWidget* parent = nullptr);

    /// Expressions of the chips that are on.
    [[nodiscard]] QStringList active() const;
    /// names: what those are called that are no standard chips; their expression where there is none.
    void setActive(const QStringList& expressions, const QMap<QString, QString>& names);
    [[nodiscard]] QMap<QString, QString> names() const;
    /// Every expression there is a chip for, in their order, and the counts for them.
    [[nodiscard]] QStringList expressions() const;
    void setCounts(const QList<qint64>& counts);

    /// Says on chips that would tell a hidden verdict what they find while blind.
    void setBlind(bool isBlind);
    /// While other weights are tried, a chip says whose verdicts the filters speak of: of those weights while it is on.
    void setTried(bool isTried);
    void setFollowsTried(bool follows);
    [[nodiscard]] bool followsTried() const;

    /// Adds a chip for a tag or category and turns it on.
    void addExpression(const QString& expression, const QString& text);
    /// Fills the menu of the last chip each time it opens.
    void setMenuFiller(std::function<void(QMenu&)> fill) { m_fillMenu = std::move(fill); }

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Entry {
        Chip* chip;
        QString expression;
        const char* text; ///< null for chips that were added
    };

    void addChip(const QString& expression, const char* text, const QString& ownText);
    void openMenu();
    void retranslate();
    void explain();

    [[nodiscard]] QList<QWidget*> chips() const;
    void keepStop();

    std::vector<Entry> m_entries;
    Chip* m_tried;
    Chip* m_more;
    bool m_isBlind = false;
    std::function<void(QMenu&)> m_fillMenu;
};

} // namespace assize::ui
