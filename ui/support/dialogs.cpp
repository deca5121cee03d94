// SPDX-License-Identifier: Apache-2.0
#include "ui/support/dialogs.h"

#include "ui/support/error_text.h"
#include "ui/support/icons.h"
#include "ui/support/theme.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>
#include <QUrl>
#include <QWindow>
#include <chrono>

namespace assize::ui {
namespace {

class DialogText {
    Q_DECLARE_TR_FUNCTIONS(Dialogs)

public:
    static QString sessions() { return tr("Assize sessions (*.assize)"); }
    static QString allFiles() { return tr("All files (*)"); }
    static QString dataFiles() { return tr("Data (*.jsonl *.json *.csv *.tsv *.yaml *.yml *.gz *.zst *.assize)"); }
    static QString open() { return tr("Open session"); }
    static QString save() { return tr("Save session as"); }
    static QString folder() { return tr("Folder for sessions"); }
    static QString report() { return tr("Write the report to"); }
    static QString webPages() { return tr("Web pages (*.html)"); }
    static QString pdfs() { return tr("PDF documents (*.pdf)"); }
    static QString import() { return tr("Import data"); }
};

/// Qt guesses whether a dialog's words are HTML; paths and names of strangers must stay as they are.
void showPlainTextOnly(QWidget* dialog) {
    const auto labels = dialog->findChildren<QLabel*>();
    for (QLabel* label : labels)
        label->setTextFormat(Qt::PlainText);
}

QFileDialog* fileDialog(QWidget* parent, const QString& title, const QStringList& filters) {
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters(filters);
    dialog->setWindowModality(Qt::WindowModal);
    return dialog;
}

QMessageBox* messageBox(QWidget* parent, Icon icon, const QColor& color, const QString& text, const QString& detail) {
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    box->setWindowTitle(QCoreApplication::applicationName());
    constexpr double IconSize = 32;
    box->setIconPixmap(iconPixmap(icon, color, IconSize, box->devicePixelRatioF()));
    box->setTextFormat(Qt::PlainText);
    box->setText(text);
    box->setInformativeText(detail);
    showPlainTextOnly(box);
    return box;
}

/// Qt centres a box on its window, which has its place on the screen only once it is seen there.
void openWhenPlaced(QMessageBox* box) {
    using namespace std::chrono_literals;
    const QWindow* window = box->parentWidget() == nullptr ? nullptr : box->parentWidget()->window()->windowHandle();
    if (window == nullptr || window->isExposed())
        box->open();
    else
        QTimer::singleShot(20ms, box, [box] { openWhenPlaced(box); });
}

} // namespace

void DesktopDialogs::pickSession(QWidget* parent, std::function<void(QString path)> chosen) {
    QFileDialog* dialog = fileDialog(parent, DialogText::open(), {DialogText::sessions(), DialogText::allFiles()});
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(chosen));
    dialog->open();
}

void DesktopDialogs::pickSaveTarget(
    QWidget* parent, const QString& suggested, std::function<void(QString path)> chosen) {
    QFileDialog* dialog = fileDialog(parent, DialogText::save(), {DialogText::sessions()});
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("assize"));
    dialog->selectFile(suggested);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(chosen));
    dialog->open();
}

void DesktopDialogs::pickImportFiles(QWidget* parent, std::function<void(QStringList paths)> chosen) {
    QFileDialog* dialog = fileDialog(parent, DialogText::import(), {DialogText::dataFiles(), DialogText::allFiles()});
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog, std::move(chosen));
    dialog->open();
}

void DesktopDialogs::pickFolder(QWidget* parent, const QString& start, std::function<void(QString path)> chosen) {
    QFileDialog* dialog = fileDialog(parent, DialogText::folder(), {});
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setDirectory(start);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(chosen));
    dialog->open();
}

void DesktopDialogs::pickReportTarget(
    QWidget* parent, const QString& suggested, std::function<void(QString path)> chosen) {
    const bool isPdf = suggested.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
    QFileDialog* dialog =
        fileDialog(parent, DialogText::report(), {isPdf ? DialogText::pdfs() : DialogText::webPages()});
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // asked when it is written
    dialog->setDefaultSuffix(isPdf ? QStringLiteral("pdf") : QStringLiteral("html"));
    dialog->selectFile(suggested);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(chosen));
    dialog->open();
}

void DesktopDialogs::pickFile(
    QWidget* parent, const QString& title, const QString& filter, std::function<void(QString path)> chosen) {
    const QStringList filters =
        filter.isEmpty() ? QStringList(DialogText::allFiles()) : QStringList{filter, DialogText::allFiles()};
    QFileDialog* dialog = fileDialog(parent, title, filters);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(chosen));
    dialog->open();
}

void DesktopDialogs::askText(QWidget* parent, const QString& title, const QString& label, const QString& initial,
    std::function<void(QString text)> accepted) {
    auto* dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(initial);
    showPlainTextOnly(dialog);
    QObject::connect(
        dialog, &QInputDialog::textValueSelected, dialog, [accepted = std::move(accepted)](const QString& text) {
            if (!text.trimmed().isEmpty())
                accepted(text.trimmed());
        });
    dialog->open();
}

void DesktopDialogs::confirm(QWidget* parent, const QString& question, const QString& detail, const QString& accept,
    std::function<void()> accepted) {
    QMessageBox* box = messageBox(parent, Icon::Question, currentTheme().accent, question, detail);
    const QPushButton* yes = box->addButton(accept, QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    QObject::connect(
        box, &QMessageBox::buttonClicked, box, [yes, accepted = std::move(accepted)](QAbstractButton* button) {
            if (button == yes)
                accepted();
        });
    openWhenPlaced(box);
}

void DesktopDialogs::showError(QWidget* parent, const Error& error) {
    const ErrorSentences sentences = errorSentences(error);
    openWhenPlaced(messageBox(parent, Icon::Warning, currentTheme().alertText, sentences.what, sentences.advice));
}

void DesktopDialogs::openAddress(const QString& url) {
    QDesktopServices::openUrl(QUrl(url));
}

} // namespace assize::ui
