// SPDX-License-Identifier: Apache-2.0
#include "ui/endpoints/connection_page.h"

#include "core/endpoint/endpoint_kind.h"
#include "ui/endpoints/form_rows.h"
#include "ui/endpoints/key_field.h"
#include "ui/models/endpoint_words.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <array>

namespace assize::ui {
namespace {

struct UsualAddress {
    const char* kind;
    const char* url;
};
constexpr std::array UsualAddresses = {UsualAddress{"openai-chat", "http://127.0.0.1:8080/v1"},
    UsualAddress{"openai-completions", "http://127.0.0.1:8000/v1"},
    UsualAddress{"anthropic", "https://api.anthropic.com"}, UsualAddress{"ollama", "http://127.0.0.1:11434"},
    UsualAddress{"ollama-raw", "http://127.0.0.1:11434"},
    UsualAddress{"bedrock", "https://bedrock-runtime.eu-west-1.amazonaws.com"}};

QString usualAddress(const QString& kind) {
    for (const UsualAddress& usual : UsualAddresses) {
        if (kind == QLatin1String(usual.kind))
            return QLatin1String(usual.url);
    }
    return {};
}

} // namespace

ConnectionPage::ConnectionPage(KeyStore& keys, Dialogs& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_kindNote(noteLabel(this))
    , m_url(new QLineEdit(this))
    , m_model(nullptr)
    , m_list(nullptr)
    , m_key(new KeyField(keys, dialogs, this)) {
    m_name->setObjectName(QStringLiteral("endpointName"));
    setFocusProxy(m_name);
    m_kind->setObjectName(QStringLiteral("endpointKind"));
    m_url->setObjectName(QStringLiteral("endpointUrl"));
    for (const EndpointKind& kind : endpointKinds()) {
        if (kind.server != nullptr)
            m_kind->addItem(QString(), fromUtf8(kind.name));
    }
    auto* modelField = new QWidget(this);
    buildModel(modelField);
    auto* form = new QFormLayout(this);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addFormRow(form, m_name, [] { return tr("&Name:"); });
    addFormRow(form, m_kind, [] { return tr("&Kind:"); });
    form->addRow(nullptr, m_kindNote);
    addFormRow(form, m_url, [] { return tr("&Address:"); });
    addFormRow(form, modelField, [] { return tr("&Model:"); })->setBuddy(m_model);
    addFormRow(form, m_key, [] { return tr("K&ey:"); });
    for (QLineEdit* field : {m_name, m_url})
        connect(field, &QLineEdit::textChanged, this, &ConnectionPage::edited);
    connect(m_name, &QLineEdit::textChanged, m_key, &KeyField::setSuggestedEntry);
    connect(m_model, &QComboBox::editTextChanged, this, &ConnectionPage::edited);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ConnectionPage::onKindChosen);
    connect(m_key, &KeyField::edited, this, &ConnectionPage::edited);
    connect(m_list, &QPushButton::clicked, this, &ConnectionPage::modelsWanted);
    translated(this, [this] {
        for (int row = 0; row < m_kind->count(); ++row)
            m_kind->setItemText(row, endpointKindText(toUtf8(m_kind->itemData(row).toString())));
        m_list->setText(tr("List"));
        m_list->setToolTip(plainToolTip(tr("Ask the server which models it has")));
        m_model->setAccessibleName(tr("Model"));
        m_model->lineEdit()->setPlaceholderText(tr("the first one that the server lists"));
        onKindChosen();
    });
}

void ConnectionPage::buildModel(QWidget* field) {
    m_model = new QComboBox(field);
    m_model->setObjectName(QStringLiteral("endpointModel"));
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list = new QPushButton(field);
    m_list->setObjectName(QStringLiteral("listModels"));
    m_list->setAutoDefault(false);
    auto* line = new QHBoxLayout(field);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_model, 1);
    line->addWidget(m_list);
}

void ConnectionPage::setEndpoint(const Endpoint& endpoint) {
    m_name->setText(fromUtf8(endpoint.name));
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(fromUtf8(endpoint.kind))));
    m_url->setText(fromUtf8(endpoint.url));
    m_model->setEditText(fromUtf8(endpoint.model));
    m_key->setSuggestedEntry(m_name->text());
    m_key->setKey(endpoint.key);
}

void ConnectionPage::read(Endpoint& endpoint) const {
    endpoint.name = toUtf8(m_name->text().trimmed());
    endpoint.kind = toUtf8(m_kind->currentData().toString());
    endpoint.url = toUtf8(m_url->text().trimmed());
    endpoint.model = toUtf8(m_model->currentText().trimmed());
    endpoint.key = m_key->key();
}

void ConnectionPage::setModels(const std::vector<std::string>& models, const std::string& asked) {
    const QString named = m_model->currentText();
    {
        const QSignalBlocker quiet(m_model);
        m_model->clear();
        for (const std::string& model : models)
            m_model->addItem(fromUtf8(model));
        m_model->setEditText(named);
    }
    if (named.isEmpty() && !asked.empty())
        m_model->setEditText(fromUtf8(asked));
}

void ConnectionPage::setBusy(bool isListing) {
    m_list->setEnabled(!isListing);
}

void ConnectionPage::onKindChosen() {
    const QString kind = m_kind->currentData().toString();
    m_kindNote->setText(endpointKindDetail(toUtf8(kind)));
    m_url->setPlaceholderText(usualAddress(kind));
    Q_EMIT edited();
}

} // namespace assize::ui
