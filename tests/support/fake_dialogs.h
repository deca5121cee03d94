// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/support/dialogs.h"
#include <vector>

namespace assize::test {

/// Answers as a person would, at once and with what the test put here; an empty answer cancels.
class FakeDialogs final : public ui::Dialogs {
public:
    QString session;
    QString saveTarget;
    QStringList importPaths;
    QString folder;
    QString reportTarget;
    QString file;
    QString text;
    bool confirms = false;
    std::vector<QString> questions;
    std::vector<QString> details; ///< of the questions
    std::vector<Error> errors;
    QStringList addresses;

    void pickSession(QWidget*, std::function<void(QString)> chosen) override { answer(session, chosen); }
    void pickSaveTarget(QWidget*, const QString&, std::function<void(QString)> chosen) override {
        answer(saveTarget, chosen);
    }
    void pickImportFiles(QWidget*, std::function<void(QStringList)> chosen) override {
        if (!importPaths.isEmpty())
            chosen(importPaths);
    }
    void pickFolder(QWidget*, const QString&, std::function<void(QString)> chosen) override { answer(folder, chosen); }
    void pickReportTarget(QWidget*, const QString&, std::function<void(QString)> chosen) override {
        answer(reportTarget, chosen);
    }
    void pickFile(QWidget*, const QString&, const QString&, std::function<void(QString)> chosen) override {
        answer(file, chosen);
    }
    void askText(
        QWidget*, const QString&, const QString&, const QString&, std::function<void(QString)> accepted) override {
        answer(text, accepted);
    }
    void confirm(QWidget*, const QString& question, const QString& detail, const QString&,
        std::function<void()> accepted) override {
        questions.push_back(question);
        details.push_back(detail);
        if (confirms)
            accepted();
    }
    void showError(QWidget*, const Error& error) override { errors.push_back(error); }
    void openAddress(const QString& url) override { addresses += url; }

private:
    static void answer(const QString& value, const std::function<void(QString)>& chosen) {
        if (!value.isEmpty())
            chosen(value);
    }
};

} // namespace assize::test
