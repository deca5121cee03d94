// SPDX-License-Identifier: Apache-2.0
#include "ui/endpoints/endpoints_dialog.h"

#include "ui/bridge/model_servers.h"
#include "ui/bridge/server_finder.h"
#include "ui/bridge/server_watch.h"
#include "ui/endpoints/capability_delegate.h"
#include "ui/endpoints/endpoint_editor.h"
#include "ui/endpoints/found_servers.h"
#include "ui/support/dialogs.h"
#include "ui/support/sentence_text.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/panes.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QTreeView>

namespace assize::ui {
namespace {

constexpr QSize ManagerSize(940, 560);
const std::string KeychainKey = "keychain:";

} // namespace

EndpointsDialog::EndpointsDialog(ModelServers& servers, ServerFinder& finder, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent)
    , m_servers(servers)
    , m_dialogs(dialogs)
    , m_model(servers.book(), servers.watch(), EndpointListModel::Baseline::Hidden)
    , m_table(new QTreeView(this))
    , m_empty(plainLabel(this, true))
    , m_found(new FoundServers(finder, servers.book(), this))
    , m_problem(new Banner(Banner::Tone::Alert, Icon::Warning, this))
    , m_undo(new Banner(Banner::Tone::Information, Icon::Trash, this))
    , m_close(new QPushButton(this)) {
    setObjectName(QStringLiteral("endpointsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    resize(ManagerSize);
    build();
    connect(m_found, &FoundServers::connectRequested, this, [this](const Endpoint& endpoint) { add(endpoint, true); });
    connect(m_found, &FoundServers::addRequested, this, &EndpointsDialog::addNew);
    connect(m_found, &FoundServers::startRequested, this, &EndpointsDialog::startRequested);
    connect(&servers.book(), &EndpointBook::changed, this, &EndpointsDialog::refresh);
    servers.book().reload(); // another program may have written since
    translated(this, [this] { retranslate(); });
    m_table->setFocus();
    finder.look();
    servers.watch().look();
}

void EndpointsDialog::build() {
    m_problem->setObjectName(QStringLiteral("endpointsProblem"));
    m_undo->setObjectName(QStringLiteral("endpointRemoved"));
    m_undoButton = m_undo->addButton(QStringLiteral("undoRemoveEndpoint"));
    m_deleteKey = m_undo->addButton(QStringLiteral("deleteEndpointKey"));
    connect(m_undoButton, &QPushButton::clicked, this, &EndpointsDialog::undoRemove);
    connect(m_deleteKey, &QPushButton::clicked, this, &EndpointsDialog::deleteKey);
    m_problem->hide();
    m_undo->hide();
    buildTable();
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setObjectName(QStringLiteral("noEndpoints"));
    m_close->setObjectName(QStringLiteral("closeEndpoints"));
    m_close->setAutoDefault(false);
    connect(m_close, &QPushButton::clicked, this, &EndpointsDialog::accept);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(m_table, 1);
    middle->addWidget(m_empty, 1);
    middle->addWidget(buildButtons());
    auto* last = new QHBoxLayout;
    last->addStretch();
    last->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_problem);
    column->addWidget(m_undo);
    column->addLayout(middle, 1);
    column->addWidget(m_found);
    column->addLayout(last);
}

void EndpointsDialog::buildTable() {
    constexpr int NameWidth = 150;
    constexpr int KindWidth = 130;
    constexpr int ModelWidth = 140;
    constexpr int StateWidth = 140;
    m_table->setObjectName(QStringLiteral("endpointTable"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new LampDelegate(m_table));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    QHeaderView* header = m_table->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(EndpointListModel::Address, QHeaderView::Stretch);
    header->resizeSection(EndpointListModel::Name, NameWidth);
    header->resizeSection(EndpointListModel::Kind, KindWidth);
    header->resizeSection(EndpointListModel::Model, ModelWidth);
    header->resizeSection(EndpointListModel::State, StateWidth);
    connect(m_table, &QTreeView::activated, this, &EndpointsDialog::edit);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &EndpointsDialog::refresh);
    auto* removeKey = new QShortcut(QKeySequence(QKeySequence::Delete), m_table);
    removeKey->setContext(Qt::WidgetShortcut);
    connect(removeKey, &QShortcut::activated, this, &EndpointsDialog::remove);
    auto* undoKey = new QShortcut(QKeySequence(QKeySequence::Undo), this);
    connect(undoKey, &QShortcut::activated, this, &EndpointsDialog::undoRemove);
}

QPushButton* EndpointsDialog::addButton(const char* objectName, void (EndpointsDialog::*pressed)()) {
    auto* button = new QPushButton(this);
    button->setObjectName(QLatin1String(objectName));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, pressed);
    return button;
}

QWidget* EndpointsDialog::buildButtons() {
    auto* buttons = new QWidget(this);
    m_add = addButton("addEndpoint", &EndpointsDialog::addNew);
    m_edit = addButton("editEndpoint", &EndpointsDialog::edit);
    m_test = addButton("testEndpointNow", &EndpointsDialog::test);
    m_duplicate = addButton("duplicateEndpoint", &EndpointsDialog::duplicate);
    m_remove = addButton("removeEndpoint", &EndpointsDialog::remove);
    m_start = addButton("startLocalServer", &EndpointsDialog::startRequested);
    auto* column = new QVBoxLayout(buttons);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (QPushButton* button : {m_add, m_edit, m_test, m_duplicate, m_remove})
        column->addWidget(button);
    column->addStretch();
    column->addWidget(m_start);
    return buttons;
}

std::optional<Endpoint> EndpointsDialog::current() const {
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? std::optional(m_model.endpointAt(index.row())) : std::nullopt;
}

void EndpointsDialog::select(const std::string& name) {
    if (const int row = m_model.rowOf(name); row >= 0)
        m_table->setCurrentIndex(m_model.index(row, 0));
}

void EndpointsDialog::openEditor(const Endpoint& endpoint, const std::optional<std::string>& existing, bool isTested) {
    auto* editor = new EndpointEditor(m_servers, m_dialogs, endpoint, existing, this);
    connect(editor, &EndpointEditor::saved, this, [this](const QString& name) { select(toUtf8(name)); });
    editor->open();
    if (isTested)
        editor->toggleTest();
}

void EndpointsDialog::add(const Endpoint& endpoint, bool isFound) {
    Endpoint named = endpoint;
    if (!named.name.empty())
        named.name = m_servers.book().freeName(named.name);
    openEditor(named, std::nullopt, isFound);
}

void EndpointsDialog::addNew() {
    openEditor({}, std::nullopt, false);
}

void EndpointsDialog::edit() {
    if (const auto endpoint = current())
        openEditor(*endpoint, endpoint->name, false);
}

void EndpointsDialog::test() {
    if (const auto endpoint = current())
        openEditor(*endpoint, endpoint->name, true);
}

void EndpointsDialog::duplicate() {
    auto endpoint = current();
    if (!endpoint)
        return;
    endpoint->name = m_servers.book().freeName(endpoint->name);
    openEditor(*endpoint, std::nullopt, false);
}

void EndpointsDialog::remove() {
    const auto endpoint = current();
    if (!endpoint)
        return;
    const auto position = static_cast<std::size_t>(m_table->currentIndex().row());
    if (const auto removed = m_servers.book().remove(endpoint->name); !removed) {
        m_dialogs.showError(this, removed.error());
        return;
    }
    m_removed = Removed{*endpoint, position};
    const int last = m_model.rowCount() - 1;
    m_table->setCurrentIndex(m_model.index(std::min(static_cast<int>(position), last), 0));
    refresh();
}

void EndpointsDialog::undoRemove() {
    if (!m_removed)
        return;
    const Removed removed = *m_removed;
    m_removed.reset();
    if (const auto added = m_servers.book().add(removed.endpoint, removed.position); !added)
        m_dialogs.showError(this, added.error());
    select(removed.endpoint.name);
    refresh();
}

void EndpointsDialog::deleteKey() {
    if (!m_removed)
        return;
    const std::string entry = m_removed->endpoint.key.substr(KeychainKey.size());
    m_servers.keys().remove(entry, this, [this](const Result<void>& removed) {
        if (!removed)
            m_dialogs.showError(this, removed.error());
        m_deleteKey->setEnabled(!removed);
    });
}

void EndpointsDialog::refresh() {
    const auto& problem = m_servers.book().problem();
    m_problem->setVisible(problem.has_value());
    if (problem) {
        m_problem->setTexts(tr("The list of model servers cannot be read, and is left as it is."),
            withVisibleControls(fromUtf8(problem->subject + ": ") + worded(problem->detail)));
    }
    m_undo->setVisible(m_removed.has_value());
    if (m_removed) {
        const bool hasEntry = m_removed->endpoint.key.starts_with(KeychainKey);
        m_undo->setTexts(tr("%1 was removed.").arg(fromUtf8(m_removed->endpoint.name)),
            hasEntry ? tr("Its key is still in the keychain.") : QString());
        m_deleteKey->setVisible(hasEntry);
        m_deleteKey->setEnabled(hasEntry);
    }
    const bool isEmpty = m_model.rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    const bool hasCurrent = current().has_value();
    for (QPushButton* button : {m_edit, m_test, m_duplicate, m_remove})
        button->setEnabled(hasCurrent);
    m_add->setEnabled(!problem);
    m_found->setEnabled(!problem);
}

void EndpointsDialog::retranslate() {
    setWindowTitle(tr("Model servers"));
    m_table->setAccessibleName(tr("Model servers"));
    m_empty->setText(tr("No model server is configured yet.\nConnect one that was found below, or add one by its "
                        "address."));
    m_undoButton->setText(tr("Undo"));
    m_deleteKey->setText(tr("Delete its key"));
    m_add->setText(tr("&Add…"));
    m_edit->setText(tr("&Edit…"));
    m_test->setText(tr("&Test"));
    m_duplicate->setText(tr("&Duplicate…"));
    m_remove->setText(tr("&Remove"));
    m_start->setText(tr("&Start one…"));
    m_close->setText(tr("Close"));
    m_model.retranslate();
    refresh();
}

} // namespace assize::ui
