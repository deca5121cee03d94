// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/import_report.h"

#include "ui/support/error_text.h"
#include "ui/support/fonts.h"
#include "ui/support/translated.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/plain_table.h"

#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

namespace assize::ui {

ImportReport::ImportReport(QWidget* parent)
    : QWidget(parent)
    , m_title(plainLabel(this))
    , m_detail(plainLabel(this))
    , m_table(plainTable(&m_problems, this)) {
    m_title->setFont(fontFor(TextRole::Title));
    m_title->setObjectName(QStringLiteral("importTitle"));
    m_detail->setObjectName(QStringLiteral("importDetail"));
    m_table->setObjectName(QStringLiteral("importProblems"));
    for (QLabel* label : {m_title, m_detail}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_detail);
    column->addWidget(m_table, 1);
    column->addStretch();
    translated(this, [this] {
        m_table->setAccessibleName(tr("Rows that are left out"));
        m_problems.retranslate();
    });
}

void ImportReport::showProblems(const ImportSummary& summary) {
    show(tr("%n row(s) cannot be imported.", nullptr, static_cast<int>(summary.skippedCount)),
        tr("Nothing has been imported yet. The rest would bring %1").arg(countSentence(summary.counts)),
        summary.skipped);
}

void ImportReport::showDone(const ImportSummary& summary) {
    QString detail = tr("The files held %1").arg(countSentence(summary.counts));
    if (summary.skippedCount > 0)
        detail += QLatin1Char(' ') + skippedSentence(summary);
    detail += QLatin1Char(' ') + tr("Edit > Undo takes the import back.");
    show(tr("Imported."), detail, summary.skipped);
}

void ImportReport::showFailed(const Error& error, bool mayHaveStored) {
    const ErrorSentences sentences = errorSentences(error);
    QString detail = sentences.advice;
    if (mayHaveStored)
        detail += QLatin1Char(' ') + tr("What was imported until then stays; Edit > Undo takes it back.");
    show(sentences.what, detail, {});
}

void ImportReport::show(const QString& title, const QString& detail, const std::vector<SkippedRow>& skipped) {
    m_title->setText(title);
    m_detail->setText(detail);
    m_problems.setRows(skipped);
    m_table->setVisible(!skipped.empty());
    constexpr int FileWidth = 180;
    constexpr int LineWidth = 64;
    m_table->setColumnWidth(ImportProblemsModel::File, FileWidth);
    m_table->setColumnWidth(ImportProblemsModel::Line, LineWidth);
}

QString ImportReport::countSentence(const ImportCounts& counts) {
    const QLocale locale;
    return tr("items: %1 (%2 new), labels: %3 (%4 new), verdicts: %5 (%6 new), annotations: %7 (%8 new).")
        .arg(locale.toString(counts.items), locale.toString(counts.itemsNew), locale.toString(counts.labels),
            locale.toString(counts.labelsNew), locale.toString(counts.verdicts), locale.toString(counts.verdictsNew),
            locale.toString(counts.annotations), locale.toString(counts.annotationsNew));
}

QString ImportReport::skippedSentence(const ImportSummary& summary) {
    QString sentence = tr("%n row(s) were left out.", nullptr, static_cast<int>(summary.skippedCount));
    if (summary.skippedCount > static_cast<std::int64_t>(summary.skipped.size()))
        sentence += QLatin1Char(' ') + tr("The first %1 are listed.").arg(QLocale().toString(summary.skipped.size()));
    return sentence;
}

} // namespace assize::ui
