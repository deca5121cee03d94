// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/desk.h"

#include "core/import/import_job.h"
#include "core/run/sample_session.h"
#include "core/session/session.h"
#include "tests/support/temp_session.h"
#include "ui/bridge/document.h"
#include "ui/models/item_list_model.h"
#include "ui/models/rubric_model.h"
#include "ui/review/label_buttons.h"
#include "ui/review/review_page.h"
#include "ui/review/rubric_view.h"
#include "ui/support/text.h"
#include "ui/widgets/panes.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QTest>

namespace assize::test {
namespace {

using namespace ui;

constexpr int PatienceMs = 30'000;
const QString Annotator = QStringLiteral("ada");

/// Making the sample takes a second, so one is made for all flows of a program and copied.
Result<> copySample(const std::filesystem::path& target) {
    static const TempFolder folder;
    static const std::filesystem::path sample = folder.path() / "sample.assize";
    static const Result<> made = makeSampleSession(sample);
    if (!made)
        return made;
    std::error_code problem;
    std::filesystem::create_directories(target.parent_path(), problem);
    if (!std::filesystem::copy_file(sample, target, problem))
        return fail(ErrorCode::NotWritable, target.string(), quoted(problem.message()));
    return {};
}

class QuietImport final : public ImportObserver {
public:
    void importAdvanced(const std::string&, std::int64_t, std::int64_t, const ImportCounts&) override {}
    void rowSkipped(const SkippedRow& row, std::string_view) override {
        throw std::runtime_error(row.reason.english());
    }
};

} // namespace

bool waitUntil(const std::function<bool()>& condition) {
    return QTest::qWaitFor(condition, PatienceMs);
}

std::filesystem::path makeSession(const std::filesystem::path& path, const std::string& pairs) {
    const auto session = valueOf(Session::create(path));
    ImportJobOptions options;
    options.format = "pairs";
    std::vector<ImportFile> files;
    files.push_back({valueOf(ByteSource::fromText(pairs, "pairs.jsonl")), "pairs.jsonl",
        valueOf(importerNamed("pairs")), false, {}});
    QuietImport observer;
    static_cast<void>(valueOf(importFiles(*session, std::move(files), options, observer)));
    return path;
}

std::string townPairs(int count) {
    std::string lines;
    for (int item = 0; item < count; ++item) {
        const std::string number = std::to_string(item);
        lines += R"({"id":"p-)" + number + R"(","prompt":"Name town )" + number + R"(.","response_A":"Town )" + number +
                 R"(.","response_B":"I cannot say."})" + "\n";
    }
    return lines;
}

Desk::Desk(std::shared_ptr<TempFolder> folder)
    : m_folder(std::move(folder))
    , m_path(m_folder->path()) {
    start();
}

Desk::Desk(std::filesystem::path folder)
    : m_path(std::move(folder)) {
    start();
}

Desk::~Desk() = default;

void Desk::start() {
    m_settings = std::make_unique<Settings>(folder() / "config");
    m_settings->setAnnotator(Annotator);
    m_settings->setLanguage(QStringLiteral("en"));
    m_look = std::make_unique<Look>(*m_settings);
    m_language = std::make_unique<Language>(*m_settings);
    const Places places{folder() / "config", folder() / "data", folder() / "state", folder() / "cache"};
    m_servers = std::make_unique<ModelServers>(places, &keys, candidates);
    m_window = std::make_unique<MainWindow>(WindowServices{*m_settings, dialogs, places, copySample, *m_servers});
    m_window->show();
    if (!comeToFront())
        qFatal("the window did not become active");
}

bool Desk::comeToFront() const {
    m_window->activateWindow();
    return QTest::qWaitForWindowActive(m_window.get());
}

void Desk::closeWindow() {
    m_window->close();
    m_window.reset();
    m_servers.reset();
    m_language.reset();
    m_look.reset();
    m_settings.reset();
}

bool Desk::restart() {
    closeWindow();
    start();
    m_window->restoreSession();
    return waitUntil([this] { return m_window->review().hasItem(); });
}

bool Desk::openSample(const QString& item) {
    m_window->openSample(item);
    return item.isEmpty() ? waitUntil([this] { return m_window->review().hasItem(); }) : shows(item);
}

bool Desk::open(const std::filesystem::path& session, const QString& item) {
    m_window->openSession(session, item);
    return item.isEmpty() ? waitUntil([this] { return m_window->review().hasItem(); }) : shows(item);
}

QString Desk::shownItem() const {
    return m_window->review().hasItem() ? find<ElidedLabel>("itemId")->text() : QString();
}

bool Desk::shows(const QString& item) const {
    return waitUntil([&] { return shownItem() == item; });
}

bool Desk::go(const QString& item) const {
    const auto key = reader()->findItem(toUtf8(item));
    if (!key)
        return false;
    m_window->review().list().select(*key);
    return shows(item);
}

bool Desk::useJudge(const QString& name) const {
    const auto* judges = find<QComboBox>("judgePicker");
    for (int tries = 0; tries < judges->count() && judges->currentText() != name; ++tries)
        press(Qt::Key_V);
    return judges->currentText() == name;
}

bool Desk::switchOff(const QString& criterion) const {
    auto* rubric = find<RubricView>("rubric");
    rubric->setFocus();
    for (int row = 0; row < rubric->model()->rowCount(); ++row) {
        const QModelIndex index = rubric->model()->index(row, RubricModel::NameColumn);
        if (index.data().toString() != criterion)
            continue;
        rubric->setCurrentIndex(index);
        press(Qt::Key_Space);
        return true;
    }
    return false;
}

QStringList Desk::items() const {
    const ItemListModel& model = m_window->review().list().model();
    const auto source = reader();
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += fromUtf8(valueOf(source->item(model.keyAt(row))).sourceId);
    return ids;
}

void Desk::press(int key, Qt::KeyboardModifiers modifiers) const {
    QWidget* focused = QApplication::focusWidget();
    QTest::keyClick(focused == nullptr ? m_window.get() : focused, static_cast<Qt::Key>(key), modifiers);
}

void Desk::type(const QString& text) const {
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void Desk::click(const char* widget) const {
    QTest::mouseClick(find(widget), Qt::LeftButton);
}

QString Desk::label() const {
    const auto buttons = m_window->findChildren<LabelButton*>();
    const auto down =
        std::find_if(buttons.begin(), buttons.end(), [](const LabelButton* button) { return button->isChecked(); });
    return down == buttons.end() ? QString() : (*down)->objectName();
}

QString Desk::words(const char* widget) const {
    const auto* top = find(widget);
    QStringList lines;
    const auto add = [&](const QLabel* label) {
        if (label->isVisible() && !label->text().isEmpty())
            lines += label->text();
    };
    if (const auto* label = qobject_cast<const QLabel*>(top))
        add(label);
    const auto labels = top->findChildren<QLabel*>();
    for (const QLabel* label : labels)
        add(label);
    return lines.join(QLatin1Char('\n'));
}

bool Desk::isSeen(const char* widget) const {
    const auto* found = find(widget);
    return found != nullptr && found->isVisible();
}

std::unique_ptr<SessionReader> Desk::reader() const {
    return valueOf(m_window->document()->session().reader());
}

std::vector<Annotation> Desk::annotations(const QString& item) const {
    const auto source = reader();
    std::vector<Annotation> own = valueOf(source->annotationsOf(valueOf(source->findItem(toUtf8(item)))));
    std::erase_if(own, [](const Annotation& annotation) { return annotation.annotator != toUtf8(Annotator); });
    return own;
}

std::optional<Annotation> Desk::stored(const QString& item) const {
    const auto own = annotations(item);
    return own.empty() ? std::nullopt : std::optional(own.back());
}

std::size_t Desk::storedCount(const QString& item) const {
    return annotations(item).size();
}

} // namespace assize::test
