// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/about_dialog.h"

#include "ui/support/fonts.h"
#include "ui/widgets/panes.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QPlainTextEdit>

namespace assize::ui {
namespace {

constexpr QSize AboutSize(480, 420);

/// Names and licences are the same in every language.
QString libraries() {
    return QStringLiteral("Qt %1 – LGPL-3.0\n").arg(QLatin1String(qVersion())) + QStringLiteral(
                                                                                     "Boost.Math – BSL-1.0\n"
                                                                                     "dtl – BSD-3-Clause\n"
                                                                                     "fmt – MIT\n"
                                                                                     "ICU – Unicode License\n"
                                                                                     "nlohmann-json – MIT\n"
                                                                                     "OpenSSL – Apache-2.0\n"
                                                                                     "simdjson – Apache-2.0\n"
                                                                                     "spdlog – MIT\n"
                                                                                     "SQLite – public domain\n"
                                                                                     "SQLiteCpp – MIT\n"
                                                                                     "tl::expected – CC0-1.0\n"
                                                                                     "yaml-cpp – MIT\n"
                                                                                     "zlib – zlib License\n"
                                                                                     "zstd – BSD-3-Clause");
}

} // namespace

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent) {
    constexpr int LogoSize = 44;
    setObjectName(QStringLiteral("aboutDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("About Assize"));
    resize(AboutSize);
    auto* logo = new QLabel(this);
    logo->setPixmap(QIcon(QStringLiteral(":/assize.svg")).pixmap(LogoSize, LogoSize));
    QLabel* name = plainLabel(this);
    name->setFont(fontFor(TextRole::Title));
    name->setText(tr("Assize %1", "version").arg(QStringLiteral(ASSIZE_VERSION)));
    QLabel* purpose = plainLabel(this);
    purpose->setWordWrap(true);
    purpose->setText(tr("Read, question and improve the verdicts of language-model judges.") + QLatin1Char('\n') +
                     tr("Licence: Apache License 2.0."));
    QLabel* heading = plainLabel(this, true);
    heading->setText(tr("It is built with these libraries:"));
    auto* list = new QPlainTextEdit(libraries(), this);
    list->setObjectName(QStringLiteral("aboutLibraries"));
    list->setReadOnly(true);
    list->setAccessibleName(tr("Libraries and their licences"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* words = new QVBoxLayout;
    words->addWidget(name);
    words->addWidget(purpose);
    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(logo, 0, Qt::AlignTop);
    top->addLayout(words, 1);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(heading);
    column->addWidget(list, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &AboutDialog::reject);
}

} // namespace assize::ui
