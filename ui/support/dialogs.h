// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <QString>
#include <QStringList>
#include <functional>

class QWidget;

namespace assize::ui {

/// What the window asks a person outside its own surface. Every question returns at once and answers later, on the GUI
/// thread; no answer comes when the person cancels. Tests put their own in its place.
class Dialogs {
public:
    virtual ~Dialogs() = default;

    virtual void pickSession(QWidget* parent, std::function<void(QString path)> chosen) = 0;
    /// A place and name for a session; the path ends in ".assize".
    virtual void pickSaveTarget(
        QWidget* parent, const QString& suggested, std::function<void(QString path)> chosen) = 0;
    virtual void pickImportFiles(QWidget* parent, std::function<void(QStringList paths)> chosen) = 0;
    virtual void pickFolder(QWidget* parent, const QString& start, std::function<void(QString path)> chosen) = 0;
    /// A place and name for a report; the path ends as the suggested one does.
    virtual void pickReportTarget(
        QWidget* parent, const QString& suggested, std::function<void(QString path)> chosen) = 0;
    /// Any file that is there; filter as QFileDialog has it, empty for all files.
    virtual void pickFile(
        QWidget* parent, const QString& title, const QString& filter, std::function<void(QString path)> chosen) = 0;
    /// One line of text; accepted only if it is not empty.
    virtual void askText(QWidget* parent, const QString& title, const QString& label, const QString& initial,
        std::function<void(QString text)> accepted) = 0;
    /// A question with one way on; accept is the word on its button.
    virtual void confirm(QWidget* parent, const QString& question, const QString& detail, const QString& accept,
        std::function<void()> accepted) = 0;
    virtual void showError(QWidget* parent, const Error& error) = 0;
    /// Opens an address in the desktop's browser.
    virtual void openAddress(const QString& url) = 0;
};

/// The desktop's own dialogs.
class DesktopDialogs final : public Dialogs {
public:
    void pickSession(QWidget* parent, std::function<void(QString path)> chosen) override;
    void pickSaveTarget(QWidget* parent, const QString& suggested, std::function<void(QString path)> chosen) override;
    void pickImportFiles(QWidget* parent, std::function<void(QStringList paths)> chosen) override;
    void pickFolder(QWidget* parent, const QString& start, std::function<void(QString path)> chosen) override;
    void pickReportTarget(QWidget* parent, const QString& suggested, std::function<void(QString path)> chosen) override;
    void pickFile(QWidget* parent, const QString& title, const QString& filter,
        std::function<void(QString path)> chosen) override;
    void askText(QWidget* parent, const QString& title, const QString& label, const QString& initial,
        std::function<void(QString text)> accepted) override;
    void confirm(QWidget* parent, const QString& question, const QString& detail, const QString& accept,
        std::function<void()> accepted) override;
    void showError(QWidget* parent, const Error& error) override;
    void openAddress(const QString& url) override;
};

} // namespace assize::ui
