// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QDateTime>
#include <QFrame>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;

namespace assize::ui {

class Background;
class Card;
class Settings;

/// What is known of a recent session without opening it.
struct RecentFile {
    QString path;
    bool isThere = true;
    QDateTime changed; ///< not valid for a file that is not there
};

/// How much a session holds, how much of it the annotator has still to label, and on how many items the judge shown
/// last and people differ.
struct RecentContent {
    qint64 items = 0;
    qint64 unlabelled = 0;
    qint64 disagreements = 0;

    bool operator==(const RecentContent&) const = default;
};

/// The sessions opened last, newest first. Files are looked for off the GUI thread, since one may lie on a drive that
/// does not answer. Those not found say so and can be taken off the list.
class RecentSessions final : public QFrame {
    Q_OBJECT

public:
    RecentSessions(Settings& settings, Background& background, QWidget* parent = nullptr);

    /// "260 items, 32 disagreements open" or "74 items, 41 unlabelled", in the language of the window, as what follows.
    [[nodiscard]] static QString contentText(const RecentContent& content);
    /// "today, 14:02", "12 June", "28 May 2025".
    [[nodiscard]] static QString timeText(const QDateTime& changed, const QDateTime& now);

    /// Looks at every file again.
    void refresh();

Q_SIGNALS:
    void openRequested(const QString& path);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void show(const std::vector<RecentFile>& files);
    void count(const QString& path);
    void remove(const QString& path);
    void retranslate();

    Settings& m_settings;
    Background& m_background;
    std::vector<RecentFile> m_files;
    QLabel* m_title;
    QPushButton* m_clear;
    QScrollArea* m_scroll;
    Card* m_card;
    QLabel* m_empty;
};

} // namespace assize::ui
