// SPDX-License-Identifier: Apache-2.0
#include "core/chart/registry.h"
#include "tests/flows/desk.h"
#include "tests/flows/measured_application.h"
#include "tests/support/temp_session.h"
#include "ui/insights/chart_view.h"
#include "ui/insights/insights_page.h"
#include "ui/models/category_model.h"
#include "ui/models/chart_words.h"
#include "ui/models/figure_list_model.h"
#include "ui/support/text.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QSet>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QXmlStreamReader>

using namespace assize;
using namespace assize::ui;

/// Somebody asks whether their judge is any good: figures, what lies behind them, other weights, fewer items.
class TestInsightsFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<test::Desk>(); }
    void cleanup() { m_desk.reset(); }
    void theSamplesFiguresAreShown();
    void aBarOpensItsItemsInReview();
    void aCategoryOpensItsItemsInReview();
    void weightsTriedInReviewMoveTheCharts();
    void aFilterNarrowsEverything();
    void anotherRunCanBeTheMeasure();
    void chartsAreChosenAndCopied();
    void aSessionWithoutVerdictsSaysSo();
    void everyChartIsCopiedWhole();
    void everyFigureCanBeRead();
    void criteriaAreGroupedAndUngrouped();
    void theReportIsOnePressAway();
    void theWindowIsFreeWhileFiguresAreComputed();
    void computingCanBeStopped();

private:
    void showAllCharts();
    [[nodiscard]] QStringList chartIds() const;
    [[nodiscard]] bool areShown() const;
    [[nodiscard]] QMap<QString, QString> tables() const;
    void openInsights();
    [[nodiscard]] QString card(const char* key) const;
    [[nodiscard]] ChartView* chart(const char* id) const { return m_desk->find<ChartView>(id); }
    [[nodiscard]] QString headline(const char* id) const;

    std::unique_ptr<test::Desk> m_desk;
};

void TestInsightsFlow::openInsights() {
    QVERIFY(m_desk->openSample());
    QVERIFY(m_desk->useJudge(QStringLiteral("rubric-illustration")));
    m_desk->press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(test::waitUntil([this] { return !card("n_needed").isEmpty() && !headline("win-rate").isEmpty(); }));
}

/// A card as assistive tools read it.
QString TestInsightsFlow::card(const char* key) const {
    const auto* button = m_desk->find<QAbstractButton>((QByteArray("card.") + key).constData());
    return button == nullptr ? QString() : button->accessibleName();
}

QString TestInsightsFlow::headline(const char* id) const {
    const ChartView* view = chart(id);
    return view == nullptr || !view->chart() ? QString() : worded(view->chart()->headline);
}

void TestInsightsFlow::theSamplesFiguresAreShown() {
    openInsights();
    QCOMPARE(card("agreement.single"), QStringLiteral("Agreement: 54.2 %, [35.1, 72.1] \u00B7 n 24"));
    QCOMPARE(card("position.consistency"), QStringLiteral("Same in both orders: 76.0 %, [56.6, 88.5] \u00B7 n 25"));
    QCOMPARE(headline("win-rate"), QStringLiteral("50.0 % [29.0, 71.0] · n 18"));
    const auto* table = m_desk->find<QTableView>("categoryTable");
    ASSIZE_WAIT_FOR(table->model()->rowCount(), 9); // seven categories, all items, mean
    QCOMPARE(table->model()->index(0, CategoryModel::Name).data().toString(), QStringLiteral("Chat"));
    QVERIFY(tableText(chart("win-rate")->chart()->table, windowTexts()).contains(QStringLiteral("All items")));
}

/// Pressing the part of the shown judge's bar that stands for flips lists exactly the flipped items.
void TestInsightsFlow::aBarOpensItsItemsInReview() {
    openInsights();
    QVERIFY(test::waitUntil([this] { return chart("position")->chart().has_value(); }));
    const ChartView* view = chart("position");
    const auto& spots = view->drawing().spots;
    const auto flip = std::find_if(spots.begin(), spots.end(),
        [](const HotSpot& spot) { return spot.mark.link.filter.find("forward ==") != std::string::npos; });
    QVERIFY(flip != spots.end());
    const auto at = static_cast<std::size_t>(flip - spots.begin());
    QTest::mouseClick(chart("position"), Qt::LeftButton, {}, view->spotArea(at).center().toPoint());
    QVERIFY(m_desk->isSeen("reviewPage"));
    ASSIZE_WAIT_FOR(m_desk->items(), QStringList({QStringLiteral("desk-012"), QStringLiteral("lib-204")}));
}

void TestInsightsFlow::aCategoryOpensItsItemsInReview() {
    openInsights();
    auto* table = m_desk->find<QTableView>("categoryTable");
    QVERIFY(test::waitUntil([&] { return table->model()->rowCount() > 0; }));
    int total = 0;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, CategoryModel::Name).data().toString() != QLatin1String("Code"))
            continue;
        table->setCurrentIndex(table->model()->index(row, CategoryModel::Name));
        total = table->model()->index(row, CategoryModel::Total).data().toInt();
    }
    QVERIFY(total > 0);
    QVERIFY(test::waitUntil([this] { return m_desk->isSeen("openCategory"); }));
    m_desk->click("openCategory");
    QVERIFY(m_desk->isSeen("reviewPage"));
    QVERIFY(test::waitUntil([&] { return m_desk->items().size() == total; }));
}

/// Other weights move every chart that tells what the shown run says, not only the first.
void TestInsightsFlow::weightsTriedInReviewMoveTheCharts() {
    openInsights();
    showAllCharts();
    const QMap<QString, QString> judged = tables();
    const QString before = headline("win-rate");
    QVERIFY(!m_desk->isSeen("insightsWeights"));
    m_desk->press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(m_desk->switchOff(QStringLiteral("Concise")));
    m_desk->press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(test::waitUntil([&] { return m_desk->isSeen("insightsWeights") && headline("win-rate") != before; }));
    QVERIFY(test::waitUntil([this] { return areShown(); }));
    const QMap<QString, QString> tried = tables();
    for (const char* id :
        {"win-rate", "agreement-matrix", "position", "position-matrix", "margins", "length", "versions"})
        QVERIFY2(tried[QLatin1String(id)] != judged[QLatin1String(id)], id);
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(test::waitUntil([&] { return !m_desk->isSeen("insightsWeights") && headline("win-rate") == before; }));
}

void TestInsightsFlow::aFilterNarrowsEverything() {
    openInsights();
    const QString whole = card("agreement.single");
    m_desk->press(Qt::Key_F, Qt::ControlModifier);
    m_desk->type(QStringLiteral("category == \"Code\""));
    m_desk->press(Qt::Key_Return);
    QVERIFY(test::waitUntil([this] { return m_desk->words("insightsStrip").contains(QStringLiteral("6 items")); }));
    QVERIFY(test::waitUntil([&] { return card("agreement.single") != whole; }));
    QVERIFY(!card("agreement.single").contains(QStringLiteral("n 24")));
    m_desk->type(QStringLiteral(" and nonsense"));
    m_desk->press(Qt::Key_Return);
    QVERIFY(
        test::waitUntil([this] { return m_desk->words("insightsStrip").contains(QStringLiteral("cannot be read")); }));
    QVERIFY(m_desk->find<QLineEdit>("insightsFilter")->accessibleDescription().contains(QStringLiteral("nonsense")));
}

void TestInsightsFlow::anotherRunCanBeTheMeasure() {
    openInsights();
    const QString before = card("agreement.single");
    auto* against = m_desk->find<QComboBox>("insightsAgainst");
    against->setFocus();
    const int last = against->count() - 1;
    for (int at = 0; at < last; ++at)
        m_desk->press(Qt::Key_Down);
    QCOMPARE(against->currentIndex(), last);
    QVERIFY(test::waitUntil([&] { return card("agreement.single") != before; }));
}

void TestInsightsFlow::showAllCharts() {
    m_desk->click("insightsCharts");
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    const auto actions = menu->actions();
    for (QAction* action : actions) {
        if (!action->isChecked())
            action->trigger();
    }
    menu->close();
    QVERIFY(m_desk->comeToFront());
    QVERIFY(test::waitUntil([this] { return areShown(); }));
}

QStringList TestInsightsFlow::chartIds() const {
    QStringList ids;
    for (const ChartKind& kind : chartKinds())
        ids << fromUtf8(kind.id);
    return ids;
}

/// All charts are there, and none is being computed.
bool TestInsightsFlow::areShown() const {
    const QStringList ids = chartIds();
    return std::all_of(ids.begin(), ids.end(), [this](const QString& id) {
        const auto* view = m_desk->find<ChartView>(id.toUtf8().constData());
        return view != nullptr && view->chart() && !view->isLoading();
    });
}

QMap<QString, QString> TestInsightsFlow::tables() const {
    QMap<QString, QString> tables;
    const QStringList ids = chartIds();
    for (const QString& id : ids)
        tables[id] = tableText(m_desk->find<ChartView>(id.toUtf8().constData())->chart()->table, windowTexts());
    return tables;
}

/// What is copied is what is seen: the picture in full, the same picture as SVG, the values as rows.
void TestInsightsFlow::everyChartIsCopiedWhole() {
    openInsights();
    showAllCharts();
    const QClipboard* clipboard = QGuiApplication::clipboard();
    const QStringList ids = chartIds();
    int copied = 0;
    for (const QString& id : ids) {
        auto* view = m_desk->find<ChartView>(id.toUtf8().constData());
        QTest::mouseClick(
            m_desk->find<QAbstractButton>((id + QStringLiteral("Menu")).toUtf8().constData()), Qt::LeftButton);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY2(menu != nullptr, qPrintable(id));
        const auto run = [&](const char* name) { menu->findChild<QAction*>(QLatin1String(name))->trigger(); };
        if (!menu->findChild<QAction*>(QStringLiteral("copyTable"))->isEnabled()) {
            QVERIFY2(!view->chart()->empty.isEmpty(), qPrintable(id)); // nothing to copy, and a reason why
            menu->close();
            continue;
        }
        ++copied;
        run("copyTable");
        QCOMPARE(clipboard->text(), tableText(view->chart()->table, windowTexts()));
        QCOMPARE(clipboard->text().count(QLatin1Char('\n')), static_cast<int>(view->chart()->table.rows.size()));
        run("copyPicture");
        const QImage picture = clipboard->image();
        QCOMPARE(picture.size(), view->size() * 2);
        QSet<QRgb> colors;
        for (int y = 0; y < picture.height(); y += 3) {
            for (int x = 0; x < picture.width(); x += 3)
                colors.insert(picture.pixel(x, y));
        }
        QVERIFY2(colors.size() > 4, qPrintable(id)); // more than ground, edges and the button
        run("copySvg");
        QXmlStreamReader svg(clipboard->text());
        QString title;
        qsizetype texts = 0;
        while (!svg.atEnd()) {
            if (svg.readNext() != QXmlStreamReader::StartElement)
                continue;
            texts += svg.name() == QLatin1String("text") ? 1 : 0;
            if (svg.name() == QLatin1String("title") && title.isEmpty())
                title = svg.readElementText();
        }
        QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
        QCOMPARE(title, worded(view->chart()->title));
        const auto& shapes = view->drawing().shapes;
        QCOMPARE(texts, std::count_if(shapes.begin(), shapes.end(),
                            [](const DrawnShape& shape) { return std::holds_alternative<DrawnText>(shape); }));
        menu->close();
    }
    QVERIFY(copied >= 8);
}

/// Somebody looks for the test of whether the judge could stand in for people, and finds it with its table.
void TestInsightsFlow::everyFigureCanBeRead() {
    openInsights();
    auto* side = m_desk->find<QComboBox>("categoriesSide");
    side->setFocus();
    m_desk->press(Qt::Key_Down);
    QVERIFY(m_desk->isSeen("figureTable"));
    auto* table = m_desk->find<QTableView>("figureTable");
    QVERIFY(test::waitUntil([&] { return table->model()->rowCount() > 50; }));
    m_desk->find<QLineEdit>("figureSearch")->setFocus();
    m_desk->type(QStringLiteral("alt_test"));
    QVERIFY(test::waitUntil([&] { return table->model()->rowCount() == 2; }));
    table->setCurrentIndex(table->model()->index(0, 0));
    QCOMPARE(table->model()->index(0, FigureListModel::Count).data().toString(), QStringLiteral("0/2"));
    QVERIFY(m_desk->isSeen("figureCells")); // one row per person
    QCOMPARE(m_desk->find<QTableView>("figureCells")->model()->rowCount(), 2);
    QVERIFY(m_desk->words("figureDetail").contains(QStringLiteral("Ties: ")));
    m_desk->find<QLineEdit>("figureSearch")->setFocus();
    m_desk->find<QLineEdit>("figureSearch")->selectAll();
    m_desk->type(QStringLiteral("reference.effect"));
    QVERIFY(test::waitUntil([&] { return table->model()->rowCount() == 1; }));
    table->setCurrentIndex(table->model()->index(0, 0));
    QVERIFY(m_desk->words("figureDetail").contains(QStringLiteral("No value: ")));
    m_desk->click("copyCategories");
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Agreement")));
    m_desk->find<QComboBox>("figuresSide")->setFocus();
    m_desk->press(Qt::Key_Up);
    QVERIFY(m_desk->isSeen("categoryTable"));
}

/// Two names of one thing become one row of the chart, and two again.
void TestInsightsFlow::criteriaAreGroupedAndUngrouped() {
    openInsights();
    // The chart has the eight that are met most often, and says of how many.
    const auto finding = [this] { return worded(chart("criterion-scores")->chart()->finding); };
    QVERIFY(test::waitUntil([&] { return chart("criterion-scores")->chart().has_value(); }));
    QVERIFY(finding().contains(QStringLiteral("83")));
    m_desk->find<QAction>("groupCriteria")->trigger();
    QVERIFY(test::waitUntil([this] { return m_desk->isSeen("criterionGroupTable"); }));
    auto* table = m_desk->find<QTableWidget>("criterionGroupTable");
    QCOMPARE(table->rowCount(), 83);
    const QString first = table->item(0, 0)->text();
    table->item(1, 2)->setText(first);
    m_desk->click("applyGroups");
    QVERIFY(test::waitUntil([&] { return finding().contains(QStringLiteral("82")); }));
    QVERIFY(m_desk->comeToFront());
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(test::waitUntil([&] { return finding().contains(QStringLiteral("83")); }));
}

void TestInsightsFlow::theReportIsOnePressAway() {
    openInsights();
    m_desk->click("insightsReport");
    QVERIFY(test::waitUntil([this] { return m_desk->isSeen("reportDialog"); }));
}

namespace {

/// So many judged pairs with gold labels, margins and forty categories.
void fillJudged(test::TempSession& session, int count) {
    const RowKey run = session.addRun("many");
    session.write([&](SessionTransaction& transaction) -> Result<void> {
        for (int at = 0; at < count; ++at) {
            Item item;
            item.format = "pairs";
            item.sourceId = "many-" + std::to_string(at);
            item.turns = {{"user", "Name town " + std::to_string(at)}};
            item.responses = {{std::string(static_cast<std::size_t>(at % 97 + 1), 'a'), {}}, {"bbbbbbbbbb", {}}};
            item.category = "kind " + std::to_string(at % 40);
            const RowKey key = test::valueOf(transaction.addItem(item, {})).key;
            test::valueOf(transaction.addLabel({key, {}, at % 3 == 0 ? Label::A : Label::B, {}, {}, {}}));
            for (const char* order : {"AB", "BA"}) {
                Verdict verdict;
                verdict.runKey = run;
                verdict.itemKey = key;
                verdict.presentation = order;
                verdict.judgement.outcome = Outcome::Verdict;
                verdict.judgement.scoreMargin = (at * 37 % 101 - 50) / 100.0;
                verdict.judgement.label = *verdict.judgement.scoreMargin > 0 ? Label::A : Label::B;
                test::valueOf(transaction.addVerdict(verdict));
            }
        }
        return {};
    });
    session.close();
}

} // namespace

/// Computing is for other threads: the window's own takes the pictures and no more.
void TestInsightsFlow::theWindowIsFreeWhileFiguresAreComputed() {
    constexpr double LongestMs = 50; // of a build without optimisation; the goal of a frame is 16
    test::TempSession session;
    fillJudged(session, 4000);
    QVERIFY(m_desk->open(session.path()));
    auto& application = *static_cast<test::MeasuredApplication*>(QApplication::instance());
    m_desk->press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(test::waitUntil([this] { return !card("n_needed").isEmpty(); }));
    showAllCharts();
    application.forget();
    auto* rule = m_desk->find<QComboBox>("insightsRule");
    rule->setFocus();
    m_desk->press(Qt::Key_Down);
    QVERIFY(test::waitUntil([this] { return !areShown(); }));
    QVERIFY(test::waitUntil([this] { return areShown(); }));
    const double longest = application.longestMs();
    qInfo("longest event on the window's thread while 14 charts of 4,000 items came: %.1f ms", longest);
    QVERIFY2(longest > 0 && longest < LongestMs, qPrintable(QString::number(longest)));
}

/// Cancel in the status bar ends it; what was shown stays, and another question is answered.
void TestInsightsFlow::computingCanBeStopped() {
    test::TempSession session;
    fillJudged(session, 4000);
    QVERIFY(m_desk->open(session.path()));
    m_desk->press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(test::waitUntil([this] { return !card("n_needed").isEmpty(); }));
    showAllCharts();
    auto* page = m_desk->find<InsightsPage>("insightsPage");
    const QString before = card("agreement.single");
    auto* rule = m_desk->find<QComboBox>("insightsRule");
    rule->setFocus();
    m_desk->press(Qt::Key_Down);
    page->cancel();
    QVERIFY(test::waitUntil([this] { return !areShown(); })); // what was not computed stays marked
    QCOMPARE(card("agreement.single"), before);
    m_desk->press(Qt::Key_Up);
    QVERIFY(test::waitUntil([this] { return areShown(); }));
}

void TestInsightsFlow::chartsAreChosenAndCopied() {
    openInsights();
    QCOMPARE(chart("position-matrix"), nullptr);
    m_desk->click("insightsCharts");
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    menu->findChild<QAction*>(QStringLiteral("position-matrix"))->trigger();
    menu->close();
    QVERIFY(
        test::waitUntil([this] { return chart("position-matrix") != nullptr && chart("position-matrix")->chart(); }));
    m_desk->click("position-matrixMenu");
    menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    const QClipboard* clipboard = QGuiApplication::clipboard();
    menu->findChild<QAction*>(QStringLiteral("copyTable"))->trigger();
    QVERIFY(clipboard->text().startsWith(QStringLiteral("A first\tA\tB\ttie\nA\t")));
    menu->findChild<QAction*>(QStringLiteral("copySvg"))->trigger();
    QVERIFY(clipboard->text().startsWith(QStringLiteral("<svg xmlns=")));
    menu->findChild<QAction*>(QStringLiteral("copyPicture"))->trigger();
    QCOMPARE(clipboard->pixmap().isNull(), false);
    menu->close();
}

void TestInsightsFlow::aSessionWithoutVerdictsSaysSo() {
    QVERIFY(m_desk->open(test::makeSession(m_desk->folder() / "bare.assize",
        R"({"id": "one", "prompt": "Name a prime.", "response_a": "11", "response_b": "12"})")));
    m_desk->press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(test::waitUntil(
        [this] { return m_desk->words("insightsMessage").startsWith(QStringLiteral("No judge has judged")); }));
    m_desk->click("insightsToReview");
    QVERIFY(m_desk->isSeen("reviewPage"));
}

int main(int argc, char** argv) {
    assize::test::MeasuredApplication application(argc, argv);
    TestInsightsFlow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_insights_flow.moc"
