// SPDX-License-Identifier: Apache-2.0
#include "ui/insights/chart_access.h"
#include "ui/insights/chart_view.h"
#include "ui/models/category_model.h"
#include "ui/models/chart_words.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace assize;
using namespace assize::ui;

namespace {

/// Two bars of one chart: six of eight items alike, two flipped.
Chart madeChart() {
    BarsPart part;
    const auto segment = [](double share, Tone tone, const char* tip, const char* filter) {
        return BarsPart::Segment{share, tone, {}, {literal(tip), {"RUN", filter, 0}}};
    };
    part.rows.push_back({literal("rubric v7"), true,
        {segment(0.75, Tone::Neutral, "same: 6 of 8", "consistent"),
            segment(0.25, Tone::AlertHatched, "flips: 2 of 8", "flipped")},
        literal("75.0 %"), {}});
    Chart chart;
    chart.id = "position";
    chart.title = phrase("position.title");
    chart.headline = literal("75.0 %");
    chart.finding = literal("Two flips.");
    chart.table = {{phrase("column.judge"), phrase("position.same")}, {{literal("rubric\tv7"), literal("6")}}};
    chart.parts.emplace_back(std::move(part));
    return chart;
}

} // namespace

class TestChartView final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysItsValuesToAssistiveTools();
    void initTestCase() { installAccessibleCharts(); }
    void isATableOfItsValuesToAssistiveTools();
    void saysTheMarkThatArrowsReach();
    void arrowsAndEnterFollowAMark();
    void aClickFollowsTheMarkUnderIt();
    void copiesItsTableInTheClipboard();
    void anEmptyChartSaysWhy();
    void growsWithItsSentences();
    void categoryModelIsSound();
};

void TestChartView::saysItsValuesToAssistiveTools() {
    ChartView view(QStringLiteral("position"));
    QCOMPARE(view.accessibleDescription(), QStringLiteral("Computing…"));
    view.setChart(madeChart());
    QCOMPARE(view.accessibleName(), QStringLiteral("Position consistency, 75.0 %"));
    QCOMPARE(view.accessibleDescription(), QStringLiteral("Two flips."));
}

// Somebody who does not see the bars reads the same values cell by cell.
void TestChartView::isATableOfItsValuesToAssistiveTools() {
    ChartView view(QStringLiteral("position"));
    QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(chart != nullptr);
    QCOMPARE(chart->role(), QAccessible::Table);
    QCOMPARE(chart->tableInterface()->rowCount(), 0);
    view.setChart(madeChart());
    QCOMPARE(chart->text(QAccessible::Name), QStringLiteral("Position consistency, 75.0 %"));
    QCOMPARE(chart->text(QAccessible::Description), QStringLiteral("Two flips."));
    QAccessibleTableInterface* table = chart->tableInterface();
    QVERIFY(table != nullptr);
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->columnCount(), 2);
    QCOMPARE(table->cellAt(0, 1)->role(), QAccessible::ColumnHeader);
    QCOMPARE(table->cellAt(0, 1)->text(QAccessible::Name), QStringLiteral("same verdict"));
    QAccessibleInterface* value = table->cellAt(1, 1);
    QCOMPARE(value->text(QAccessible::Name), QStringLiteral("6"));
    QCOMPARE(value->parent(), chart);
    QCOMPARE(chart->indexOfChild(value), 3);
    QCOMPARE(chart->child(3), value);
    QCOMPARE(value->tableCellInterface()->columnHeaderCells().front()->text(QAccessible::Name),
        QStringLiteral("same verdict"));
    QCOMPARE(table->cellAt(2, 0), nullptr);
    QCOMPARE(chart->childCount(), 5); // the cells and the button of its menu
    Chart empty;
    empty.empty = phrase("reason.one-order");
    view.setChart(empty);
    QCOMPARE(table->rowCount(), 0);
    QCOMPARE(chart->childCount(), 1);
}

void TestChartView::saysTheMarkThatArrowsReach() {
    ChartView view(QStringLiteral("position"));
    view.resize(480, 260);
    view.setChart(madeChart());
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(view.accessibleDescription().startsWith(QStringLiteral("same: 6 of 8")));
}

void TestChartView::arrowsAndEnterFollowAMark() {
    ChartView view(QStringLiteral("position"));
    view.resize(480, 260);
    view.setChart(madeChart());
    QSignalSpy followed(&view, &ChartView::linkActivated);
    QTest::keyClick(&view, Qt::Key_Return); // no mark yet
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Right); // stays at the last
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(followed.size(), 1);
    QCOMPARE(followed.first().first().value<ChartLink>(), (ChartLink{"RUN", "flipped", 0}));
}

void TestChartView::aClickFollowsTheMarkUnderIt() {
    ChartView view(QStringLiteral("position"));
    view.resize(480, 260);
    view.setChart(madeChart());
    QSignalSpy followed(&view, &ChartView::linkActivated);
    QCOMPARE(view.drawing().spots.size(), 2U);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.spotArea(0).center().toPoint());
    QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(2, 2));
    QCOMPARE(followed.size(), 1);
    QCOMPARE(followed.first().first().value<ChartLink>().filter, std::string("consistent"));
}

void TestChartView::copiesItsTableInTheClipboard() {
    ChartView view(QStringLiteral("position"));
    view.setChart(madeChart());
    QTest::keySequence(&view, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Judge\tsame verdict\nrubric v7\t6"));
}

void TestChartView::anEmptyChartSaysWhy() {
    ChartView view(QStringLiteral("position"));
    Chart chart;
    chart.title = phrase("position.title");
    chart.empty = phrase("reason.one-order");
    view.setChart(chart);
    QCOMPARE(view.accessibleDescription(), QStringLiteral("it needs both orders, and the run has one"));
    QVERIFY(view.drawing().spots.empty());
}

void TestChartView::growsWithItsSentences() {
    ChartView view(QStringLiteral("position"));
    Chart chart = madeChart();
    view.setChart(chart);
    const int before = view.heightForWidth(320);
    chart.meaning = phrase("meaning.position.consistency");
    view.setChart(chart);
    QVERIFY(view.heightForWidth(320) > before);
    QVERIFY(view.heightForWidth(320) > view.heightForWidth(640));
}

void TestChartView::categoryModelIsSound() {
    CategoryModel model;
    const QAbstractItemModelTester tester(&model);
    CategoryTable table;
    table.countName = phrase("category.correct");
    table.valueName = phrase("category.accuracy");
    CategoryRow row;
    row.name = literal("Code");
    row.count = "4";
    row.total = "6";
    row.value = "66.7";
    row.spread = {0.667, 0.3, 0.9, 6, {}};
    table.rows = {row};
    model.setTable(table);
    QCOMPARE(model.index(0, CategoryModel::Name).data().toString(), QStringLiteral("Code"));
    QCOMPARE(model.index(0, CategoryModel::Value).data().toString(), QStringLiteral("66.7"));
    QVERIFY(model.index(0, 0).data(CategoryModel::FewRole).toBool());
    QCOMPARE(
        model.headerData(CategoryModel::Count, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Correct"));
}

QTEST_MAIN(TestChartView)
#include "tst_chart_view.moc"
