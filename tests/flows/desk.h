// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/annotation.h"
#include "core/session/session_reader.h"
#include "tests/support/fake_dialogs.h"
#include "tests/support/fake_key_store.h"
#include "tests/support/temp_folder.h"
#include "ui/bridge/model_servers.h"
#include "ui/bridge/settings.h"
#include "ui/shell/language.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include <QWidget>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace assize::test {

/// A place for one person to work at: the real window, with settings, folders and dialogs of its own. What it waits for
/// it waits for at most half a minute; functions that give a bool say whether it came. The annotator is "ada", the
/// language English.
class Desk {
public:
    /// A window of the usual size with nothing open. Two desks may share a folder.
    explicit Desk(std::shared_ptr<TempFolder> folder = std::make_shared<TempFolder>());
    /// In a folder that somebody else keeps.
    explicit Desk(std::filesystem::path folder);
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    [[nodiscard]] ui::MainWindow& window() const { return *m_window; }
    [[nodiscard]] ui::Settings& settings() const { return *m_settings; }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_path; }
    [[nodiscard]] const std::shared_ptr<TempFolder>& sharedFolder() const { return m_folder; }
    [[nodiscard]] std::filesystem::path samplePath() const { return folder() / "state/sample.assize"; }

    [[nodiscard]] bool openSample(const QString& item = {});
    /// Waits until some item is shown; for sessions without items wait for something else.
    [[nodiscard]] bool open(const std::filesystem::path& session, const QString& item = {});
    /// Closes the window as its own button does, and starts the program again: it opens what was open.
    [[nodiscard]] bool restart();
    void closeWindow();
    /// The window again, with nothing open.
    void start();
    /// Makes the window the active one: there is no desktop that does it when a dialog closes.
    [[nodiscard]] bool comeToFront() const;

    /// The source id over the responses, and whether it becomes this one.
    [[nodiscard]] QString shownItem() const;
    [[nodiscard]] bool shows(const QString& item) const;
    /// Makes an item of the list current.
    [[nodiscard]] bool go(const QString& item) const;
    /// Presses V until the judge with this name is the one shown; the list follows a little later.
    [[nodiscard]] bool useJudge(const QString& name) const;
    /// Takes a criterion of the item shown out, with the keyboard: to its row, then Space. False if it has no such one.
    [[nodiscard]] bool switchOff(const QString& criterion) const;
    /// Source ids of the list, in its order.
    [[nodiscard]] QStringList items() const;

    /// A key where the focus is, as from the keyboard.
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void type(const QString& text) const;
    void click(const char* widget) const;
    /// objectName of the label button that is down; empty if none.
    [[nodiscard]] QString label() const;
    /// What a widget and those in it say in plain labels, as far as a person sees it; lines between them.
    [[nodiscard]] QString words(const char* widget) const;
    [[nodiscard]] bool isSeen(const char* widget) const;

    /// The newest annotation of "ada" in the file, and how many there are of the item.
    [[nodiscard]] std::optional<Annotation> stored(const QString& item) const;
    [[nodiscard]] std::size_t storedCount(const QString& item) const;

    template <typename T = QWidget>
    [[nodiscard]] T* find(const char* name) const {
        return m_window->findChild<T*>(QLatin1String(name));
    }

    FakeDialogs dialogs;
    FakeKeyStore keys;
    std::vector<DetectCandidate> candidates; ///< of the next start; none, so that nothing of the machine is met

private:
    [[nodiscard]] std::vector<Annotation> annotations(const QString& item) const;
    [[nodiscard]] std::unique_ptr<SessionReader> reader() const;

    std::shared_ptr<TempFolder> m_folder; ///< null if somebody else keeps it
    std::filesystem::path m_path;
    std::unique_ptr<ui::Settings> m_settings;
    std::unique_ptr<ui::Look> m_look;
    std::unique_ptr<ui::Language> m_language;
    std::unique_ptr<ui::ModelServers> m_servers;
    std::unique_ptr<ui::MainWindow> m_window;
};

/// True as soon as the condition is; false after half a minute without.
[[nodiscard]] bool waitUntil(const std::function<bool()>& condition);

/// A new session with these records of the pairs format, brought in by the real importer; throws if that fails.
std::filesystem::path makeSession(const std::filesystem::path& path, const std::string& pairs);

/// So many records for makeSession(), with ids from "p-0": the prompt "Name town N." and two answers.
[[nodiscard]] std::string townPairs(int count);

} // namespace assize::test

/// QTRY_COMPARE with the desk's patience, which loaded machines need.
#define ASSIZE_WAIT_FOR(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 30000)
