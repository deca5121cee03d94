// SPDX-License-Identifier: Apache-2.0
#include "ui/endpoints/llama_page.h"

#include "ui/endpoints/form_rows.h"
#include "ui/support/dialogs.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>

namespace assize::ui {
namespace {

constexpr int LastPort = 65535;
constexpr int LongestContext = 2'000'000;
constexpr int MostSlots = 1024;
constexpr int MostLayers = 999;

} // namespace

LlamaPage::LlamaPage(Dialogs& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_dialogs(dialogs) {
    const LlamaServerOptions standard;
    auto* form = new QFormLayout(this);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_model = addFile(form, "llamaModel", true);
    m_program = addFile(form, "llamaProgram", false);
    m_program->setText(fromUtf8(standard.program));
    m_port = addNumber(form, "llamaPort", 1, LastPort, [] { return tr("P&ort:"); });
    m_port->setValue(standard.port);
    m_slots = addNumber(form, "llamaSlots", 1, MostSlots, [] { return tr("Calls at the &same time:"); });
    m_slots->setValue(standard.slots);
    m_context = addNumber(form, "llamaContext", 0, LongestContext, [] { return tr("Conte&xt of a call, tokens:"); });
    m_layers = addNumber(form, "llamaLayers", -1, MostLayers, [] { return tr("Layers on the &GPU:"); });
    m_layers->setValue(standard.gpuLayers);
    m_arguments = new QLineEdit(this);
    m_arguments->setObjectName(QStringLiteral("llamaArguments"));
    connect(m_arguments, &QLineEdit::textChanged, this, &LlamaPage::edited);
    addFormRow(form, m_arguments, [] { return tr("F&urther arguments:"); });
    translated(this, [this] {
        m_context->setSpecialValueText(tr("as the model was made for"));
        m_layers->setSpecialValueText(tr("as the program chooses"));
    });
}

QLineEdit* LlamaPage::addFile(QFormLayout* form, const char* objectName, bool isModel) {
    auto* field = new QWidget(this);
    auto* path = new QLineEdit(field);
    path->setObjectName(QLatin1String(objectName));
    auto* choose = new QPushButton(field);
    choose->setObjectName(QLatin1String(objectName) + QStringLiteral("Choose"));
    choose->setAutoDefault(false);
    auto* line = new QHBoxLayout(field);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(path, 1);
    line->addWidget(choose);
    connect(path, &QLineEdit::textChanged, this, &LlamaPage::edited);
    connect(choose, &QPushButton::clicked, this, [this, path, isModel] {
        m_dialogs.pickFile(this, isModel ? tr("Model") : tr("The program llama-server"),
            isModel ? tr("Models (*.gguf)") : QString(), [path](const QString& chosen) { path->setText(chosen); });
    });
    addFormRow(form, field, [isModel] {
        return isModel ? tr("&Model, a GGUF file:") : tr("&Program:");
    })->setBuddy(path);
    translated(choose, [path, choose, isModel] {
        choose->setText(tr("Choose…"));
        path->setAccessibleName(isModel ? tr("Model, a GGUF file") : tr("Program"));
    });
    return path;
}

QSpinBox* LlamaPage::addNumber(
    QFormLayout* form, const char* objectName, int low, int high, std::function<QString()> label) {
    auto* box = new QSpinBox(this);
    box->setObjectName(QLatin1String(objectName));
    box->setRange(low, high);
    constexpr int Width = 200;
    box->setFixedWidth(Width);
    connect(box, &QSpinBox::valueChanged, this, &LlamaPage::edited);
    addFormRow(form, box, std::move(label));
    return box;
}

LlamaServerOptions LlamaPage::options() const {
    LlamaServerOptions options;
    options.model = toUtf8(m_model->text().trimmed());
    options.program = toUtf8(m_program->text().trimmed());
    options.port = m_port->value();
    options.slots = m_slots->value();
    options.contextTokens = m_context->value();
    options.gpuLayers = m_layers->value();
    const QStringList words = QProcess::splitCommand(m_arguments->text());
    for (const QString& word : words)
        options.arguments.push_back(toUtf8(word));
    return options;
}

QByteArray LlamaPage::state() const {
    const QJsonObject values{{QStringLiteral("model"), m_model->text()}, {QStringLiteral("program"), m_program->text()},
        {QStringLiteral("port"), m_port->value()}, {QStringLiteral("slots"), m_slots->value()},
        {QStringLiteral("context"), m_context->value()}, {QStringLiteral("layers"), m_layers->value()},
        {QStringLiteral("arguments"), m_arguments->text()}};
    return QJsonDocument(values).toJson(QJsonDocument::Compact);
}

void LlamaPage::restore(const QByteArray& state) {
    const QJsonObject values = QJsonDocument::fromJson(state).object();
    if (values.isEmpty())
        return;
    m_model->setText(values.value(QStringLiteral("model")).toString());
    m_program->setText(values.value(QStringLiteral("program")).toString(m_program->text()));
    m_port->setValue(values.value(QStringLiteral("port")).toInt(m_port->value()));
    m_slots->setValue(values.value(QStringLiteral("slots")).toInt(m_slots->value()));
    m_context->setValue(values.value(QStringLiteral("context")).toInt());
    m_layers->setValue(values.value(QStringLiteral("layers")).toInt(m_layers->value()));
    m_arguments->setText(values.value(QStringLiteral("arguments")).toString());
}

} // namespace assize::ui
