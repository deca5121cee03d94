// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/import_setup.h"

#include "ui/shell/field_map_edit.h"
#include "ui/shell/import_format_words.h"
#include "ui/support/error_text.h"
#include "ui/support/fonts.h"
#include "ui/support/sentence_text.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/plain_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QTableView>
#include <algorithm>

namespace assize::ui {
namespace {

const Importer* importerOf(std::string_view name) {
    const std::vector<Importer>& all = importers();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Importer& importer) { return importer.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

ImportSetup::ImportSetup(const QStringList& paths, QWidget* parent)
    : QWidget(parent) {
    build(paths);
    fillFormats();
    updateFields();
    connect(m_files, &QComboBox::currentIndexChanged, this, &ImportSetup::previewNeeded);
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        updateFields();
        Q_EMIT previewNeeded();
    });
    connect(m_ownFields, &QCheckBox::toggled, this, [this] {
        updateFields();
        Q_EMIT previewNeeded();
    });
    connect(m_fieldMap, &FieldMapEdit::fieldMapEdited, this, &ImportSetup::previewNeeded);
    translated(this, [this] { retranslate(); });
}

void ImportSetup::build(const QStringList& paths) {
    m_files = new QComboBox(this);
    m_files->setObjectName(QStringLiteral("importFile"));
    for (const QString& path : paths)
        m_files->addItem(withVisibleControls(QFileInfo(path).fileName()), path);
    m_files->setEnabled(paths.size() > 1);
    m_format = new QComboBox(this);
    m_format->setObjectName(QStringLiteral("importFormat"));
    for (QComboBox* box : {m_files, m_format})
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_reason = plainLabel(this, true);
    m_reason->setObjectName(QStringLiteral("importReason"));
    m_table = plainTable(&m_records, this);
    m_table->setObjectName(QStringLiteral("importPreview"));
    m_problem = plainLabel(this);
    m_problem->setObjectName(QStringLiteral("importPreviewProblem"));
    for (QLabel* label : {m_reason, m_problem})
        label->setWordWrap(true);
    m_ownFields = new QCheckBox(this);
    m_ownFields->setObjectName(QStringLiteral("importOwnFields"));
    m_fieldMap = new FieldMapEdit(this);
    m_fileLabel = plainLabel(this);
    m_fileLabel->setBuddy(m_files);
    m_formatLabel = plainLabel(this);
    m_formatLabel->setBuddy(m_format);
    auto* form = new QFormLayout;
    form->addRow(m_fileLabel, m_files);
    form->addRow(m_formatLabel, m_format);
    form->addRow(nullptr, m_reason);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form);
    column->addWidget(m_table, 3);
    column->addWidget(m_problem);
    column->addWidget(m_ownFields);
    column->addWidget(m_fieldMap, 2);
}

void ImportSetup::fillFormats() {
    m_format->addItem(QString(), QString());
    for (const Importer& importer : importers())
        m_format->addItem(QString(), fromUtf8(importer.name));
}

void ImportSetup::updateFields() {
    std::string name = toUtf8(m_format->currentData().toString());
    if (name.empty() && m_preview && *m_preview)
        name = (*m_preview)->format;
    const Importer* importer = importerOf(name);
    const bool isMappable = importer != nullptr && !importer->fields.empty();
    // A file in no known format may become readable by saying what its fields are, once a format is chosen.
    m_ownFields->setVisible(isMappable);
    m_fieldMap->setVisible(isMappable && m_ownFields->isChecked());
    if (isMappable)
        m_fieldMap->setFields(importer->fields);
}

std::string ImportSetup::previewPath() const {
    return toUtf8(m_files->currentData().toString());
}

ImportJobOptions ImportSetup::options() const {
    ImportJobOptions options;
    options.format = toUtf8(m_format->currentData().toString());
    if (!m_ownFields->isHidden() && m_ownFields->isChecked()) {
        options.fieldMap = m_fieldMap->fieldMap();
        // A field map belongs to a format: the guessed one, if none is chosen.
        if (options.format.empty() && m_preview && *m_preview)
            options.format = (*m_preview)->format;
    }
    return options;
}

void ImportSetup::showLoading() {
    m_preview.reset();
    showSentences();
}

void ImportSetup::showPreview(const Result<ImportPreview>& preview) {
    m_preview = preview;
    m_records.setRecords(preview ? preview->records : std::vector<ImportRecord>());
    constexpr int LineWidth = 56;
    constexpr int TextWidth = 200;
    for (int column = 0; column < m_records.columnCount(); ++column)
        m_table->setColumnWidth(column, column == 0 ? LineWidth : TextWidth);
    updateFields();
    showSentences();
}

QString ImportSetup::formatSentence() const {
    if (!m_preview)
        return tr("Loading…");
    if (!*m_preview)
        return {};
    const ImportPreview& preview = **m_preview;
    const QString format =
        preview.isGuessed
            ? tr("Recognised as %1: %2.", "format name, reason").arg(fromUtf8(preview.format), worded(preview.reason))
            : tr("As chosen.", "the format of a file");
    if (preview.partsOfOthers == 0)
        return format;
    const auto parts = static_cast<int>(preview.partsOfOthers);
    return format + QLatin1Char(' ') +
           tr("%n row(s) of this sample are read together with another file's.", nullptr, parts);
}

QString ImportSetup::problemSentence() const {
    if (!m_preview)
        return {};
    if (!*m_preview) {
        const ErrorSentences sentences = errorSentences(m_preview->error());
        return sentences.what + QLatin1Char(' ') + sentences.advice;
    }
    const std::vector<SkippedRow>& skipped = (*m_preview)->skipped;
    if (skipped.empty())
        return {};
    return tr("%n row(s) of this sample cannot be used.", nullptr, static_cast<int>(skipped.size())) +
           QLatin1Char(' ') +
           tr("Line %1: %2.", "line number, reason").arg(skipped.front().line).arg(worded(skipped.front().reason));
}

void ImportSetup::showSentences() {
    m_reason->setText(formatSentence());
    const QString problem = problemSentence();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_problem->setForegroundRole(QPalette::BrightText);
}

void ImportSetup::retranslate() {
    m_fileLabel->setText(tr("&File:"));
    m_formatLabel->setText(tr("F&ormat:"));
    m_format->setItemText(0, tr("Recognise by content"));
    for (const Importer& importer : importers())
        m_format->setItemText(m_format->findData(fromUtf8(importer.name)),
            QStringLiteral("%1 – %2").arg(fromUtf8(importer.name), importFormatWords(importer)));
    m_ownFields->setText(tr("The file has other field &names"));
    m_table->setAccessibleName(tr("The first records of the file"));
    m_records.retranslate();
    showSentences();
}

} // namespace assize::ui
