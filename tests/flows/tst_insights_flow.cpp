// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/desk.h"
#include "ui/insights/chart_view.h"
#include "ui/models/category_model.h"
#include "ui/models/chart_words.h"
#include "ui/models/rubric_model.h"
#include "ui/review/rubric_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTest>

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

private:
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
    QCOMPARE(headline("win-rate"), QStringLiteral("50.0 % [29.0, 71.0]"));
    const auto* table = m_desk->find<QTableView>("categoryTable");
    ASSIZE_WAIT_FOR(table->model()->rowCount(), 9); // seven categories, all items, mean
    QCOMPARE(table->model()->index(0, CategoryModel::Name).data().toString(), QStringLiteral("Chat"));
    QVERIFY(chart("win-rate")->accessibleDescription().contains(QStringLiteral("All items")));
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
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, CategoryModel::Name).data().toString() == QLatin1String("Code"))
            table->setCurrentIndex(table->model()->index(row, CategoryModel::Name));
    }
    QVERIFY(test::waitUntil([this] { return m_desk->isSeen("openCategory"); }));
    m_desk->click("openCategory");
    QVERIFY(m_desk->isSeen("reviewPage"));
    QVERIFY(test::waitUntil([this] { return m_desk->items().size() == 6; }));
}

void TestInsightsFlow::weightsTriedInReviewMoveTheCharts() {
    openInsights();
    const QString before = headline("win-rate");
    QVERIFY(!m_desk->isSeen("insightsWeights"));
    m_desk->press(Qt::Key_1, Qt::ControlModifier);
    auto* rubric = m_desk->find<RubricView>("rubric");
    rubric->setFocus();
    for (int row = 0; row < rubric->model()->rowCount(); ++row) {
        const QModelIndex index = rubric->model()->index(row, RubricModel::NameColumn);
        if (index.data().toString() == QLatin1String("Concise"))
            rubric->setCurrentIndex(index);
    }
    m_desk->press(Qt::Key_Space);
    m_desk->press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(test::waitUntil([&] { return m_desk->isSeen("insightsWeights") && headline("win-rate") != before; }));
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

QTEST_MAIN(TestInsightsFlow)
#include "tst_insights_flow.moc"
