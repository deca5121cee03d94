// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <cstdint>
#include <optional>
#include <string>

class QPushButton;

namespace assize::ui {

class Banner;
class Document;

/// Says over the pages that the open file cannot be written and why, or is no longer what was opened: moved,
/// removed, replaced, or changed by who holds it. Offers to open it again and to save a copy; by itself it does
/// neither. Looks at the file every second, off the GUI thread. GUI thread.
class FileBanner final : public QWidget {
    Q_OBJECT

public:
    explicit FileBanner(QWidget* parent = nullptr);

    /// The session to look after; null for none. whyReadOnly: what opening it to write failed with.
    void watch(Document* document, const std::optional<Error>& whyReadOnly = {});
    /// The file is no longer where it was opened: what is said now cannot be stored.
    [[nodiscard]] bool isFileLost() const { return m_state == State::Gone || m_state == State::Replaced; }

Q_SIGNALS:
    void stateShown();
    void reloadRequested();
    void copyRequested();

private:
    /// What tells one file from another, and one state of it from the next.
    struct FileMark {
        bool isThere = false;
        std::uint64_t device = 0;
        std::uint64_t file = 0;
        std::string content; ///< sizes and times of the file and its log

        bool operator==(const FileMark&) const = default;
    };
    enum class State { Fine, ReadOnly, Changed, Gone, Replaced };

    [[nodiscard]] static FileMark markOf(const std::string& path);
    [[nodiscard]] State stateFor(const FileMark& now) const;
    void look();
    void showState(State state);
    [[nodiscard]] QString readOnlyWords() const;

    QPointer<Document> m_document;
    std::optional<Error> m_whyReadOnly;
    std::optional<FileMark> m_opened; ///< at the first look
    State m_state = State::Fine;
    QTimer m_timer;
    Banner* m_banner;
    QPushButton* m_reload;
    QPushButton* m_copy;
};

} // namespace assize::ui
