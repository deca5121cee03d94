// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/desk.h"
#include "ui/insights/chart_view.h"
#include "ui/models/chart_words.h"
#include "ui/models/item_row_text.h"
#include "ui/models/rubric_model.h"
#include "ui/review/item_list_pane.h"
#include "ui/review/rubric_view.h"

#include <QTest>
#include <algorithm>

using namespace assize;
using namespace assize::ui;

/// Somebody tries other weights and looks for the items whose verdicts they change.
class TestWhatIfFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_desk = std::make_unique<test::Desk>();
        QVERIFY(m_desk->openSample());
        QVERIFY(m_desk->useJudge(QStringLiteral("rubric-illustration")));
    }
    void cleanup() { m_desk.reset(); }
    void marksOpenTheirItems();
    void theStripsFilterSpeaksOfThem();
    void theListFollowsAndKeepsItsItem();
    void stepsGoByThemThoughNothingIsFiltered();
    void aLabelDoesNotTakeItsItemOutOfTheList();

private:
    [[nodiscard]] ChartView* chart(const char* id) const { return m_desk->find<ChartView>(id); }
    [[nodiscard]] QString firstCriterion() const;
    [[nodiscard]] bool areChartsThere() const;
    [[nodiscard]] bool isListed() const { return !m_desk->find<ItemListPane>("itemListPane")->model().isLoading(); }

    std::unique_ptr<test::Desk> m_desk;
};

QString TestWhatIfFlow::firstCriterion() const {
    const QAbstractItemModel* rubric = m_desk->find<RubricView>("rubric")->model();
    return rubric->index(0, RubricModel::NameColumn).data().toString();
}

bool TestWhatIfFlow::areChartsThere() const {
    constexpr std::array Ids = {"win-rate", "position", "agreement-matrix"};
    return std::all_of(Ids.begin(), Ids.end(),
        [this](const char* id) { return chart(id) != nullptr && chart(id)->chart() && !chart(id)->isLoading(); });
}

/// A mark counts what the tried weights make of the items, and leads to those; a chip says so and leads back to what
/// the judge said.
void TestWhatIfFlow::marksOpenTheirItems() {
    QVERIFY(m_desk->switchOff(QStringLiteral("Concise")));
    m_desk->press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(test::waitUntil([this] { return m_desk->isSeen("insightsWeights") && areChartsThere(); }));
    const std::string shown = chart("win-rate")->drawing().spots.front().mark.link.run;
    int differing = 0;
    for (const char* id : {"win-rate", "position", "agreement-matrix"}) {
        const std::size_t spots = chart(id)->drawing().spots.size();
        for (std::size_t at = 0; at < spots; ++at) {
            const Mark mark = chart(id)->drawing().spots.at(at).mark;
            if (mark.items <= 0 || mark.link.filter.empty())
                continue;
            QTest::mouseClick(chart(id), Qt::LeftButton, {}, chart(id)->spotArea(at).center().toPoint());
            QVERIFY(m_desk->isSeen("reviewPage"));
            const auto counts = [&] { return m_desk->items().size() == mark.items; };
            QVERIFY2(test::waitUntil(counts), qPrintable(worded(mark.tip)));
            QCOMPARE(m_desk->isSeen("chipTried"), mark.link.run == shown); // no weights are tried on other runs
            if (mark.link.run == shown) {
                const QStringList tried = m_desk->items();
                m_desk->click("chipTried");
                QVERIFY(test::waitUntil([this] { return isListed(); }));
                differing += m_desk->items() != tried ? 1 : 0;
            }
            m_desk->press(Qt::Key_4, Qt::ControlModifier);
            QVERIFY(test::waitUntil([this] { return areChartsThere(); }));
        }
    }
    QVERIFY(differing > 5);
}

/// As it judged, four items are flipped; without a criterion it is another number, in the strip as in the list.
void TestWhatIfFlow::theStripsFilterSpeaksOfThem() {
    m_desk->click("chipFlipped");
    ASSIZE_WAIT_FOR(m_desk->items().size(), 4);
    QVERIFY(m_desk->shows(QStringLiteral("desk-012")));
    QVERIFY(m_desk->switchOff(firstCriterion()));
    QVERIFY(test::waitUntil([this] { return m_desk->isSeen("chipTried") && m_desk->items().size() != 4; }));
    const qsizetype tried = m_desk->items().size();
    m_desk->press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(test::waitUntil([this] { return m_desk->isSeen("insightsWeights") && areChartsThere(); }));
    m_desk->press(Qt::Key_F, Qt::ControlModifier);
    m_desk->type(QStringLiteral("flipped"));
    m_desk->press(Qt::Key_Return);
    QVERIFY(test::waitUntil([&] {
        const QString words = m_desk->words("insightsStrip");
        return words.contains(QStringLiteral("%1 items").arg(tried)) || (tried == 1 && words.contains(u"1 item"));
    }));
}

/// Moving weights lists what is flipped under them, and leaves the item alone that is being looked at.
void TestWhatIfFlow::theListFollowsAndKeepsItsItem() {
    m_desk->click("chipFlipped");
    ASSIZE_WAIT_FOR(m_desk->items().size(), 4);
    const QStringList flipped = m_desk->items();
    QVERIFY(m_desk->go(QStringLiteral("desk-012")));
    QVERIFY(!m_desk->isSeen("chipTried"));
    QVERIFY(m_desk->switchOff(firstCriterion()));
    QVERIFY(test::waitUntil([&] { return m_desk->isSeen("chipTried") && m_desk->items() != flipped; }));
    QCOMPARE(m_desk->shownItem(), QStringLiteral("desk-012"));
    m_desk->click("chipTried");
    ASSIZE_WAIT_FOR(m_desk->items(), flipped);
    m_desk->click("chipTried");
    QVERIFY(test::waitUntil([&] { return m_desk->items() != flipped; }));
    m_desk->press(Qt::Key_W);
    QVERIFY(test::waitUntil([&] { return !m_desk->isSeen("chipTried") && m_desk->items() == flipped; }));
}

/// The next disagreement is one that the list shows, also where the list was read before the weights moved.
void TestWhatIfFlow::stepsGoByThemThoughNothingIsFiltered() {
    QVERIFY(m_desk->switchOff(QStringLiteral("Concise")));
    QVERIFY(test::waitUntil([this] { return m_desk->isSeen("chipTried"); }));
    const QStringList items = m_desk->items();
    const ItemListModel& model = m_desk->find<ItemListPane>("itemListPane")->model();
    QStringList differing;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto shown = [&] { return model.index(row).data(ItemListModel::RowRole); };
        QVERIFY(test::waitUntil([&] { return shown().isValid(); }));
        if (isDisagreement(shown().value<ItemRow>()))
            differing << items.at(row);
    }
    QStringList visited;
    for (qsizetype step = 0; step < differing.size(); ++step) {
        const QString before = m_desk->shownItem();
        m_desk->press(Qt::Key_N);
        QVERIFY(test::waitUntil([&] { return m_desk->shownItem() != before; }));
        visited << m_desk->shownItem();
    }
    std::sort(visited.begin(), visited.end());
    std::sort(differing.begin(), differing.end());
    QCOMPARE(visited, differing);
}

/// Each label has the verdicts made anew. They are the same, and whoever goes through the unlabelled items goes on.
void TestWhatIfFlow::aLabelDoesNotTakeItsItemOutOfTheList() {
    auto* list = m_desk->find<ItemListPane>("itemListPane");
    m_desk->click("chipUnlabelled");
    QVERIFY(m_desk->switchOff(QStringLiteral("Concise")));
    QVERIFY(test::waitUntil([&] { return list->model().request().tried != nullptr && isListed(); }));
    const auto tried = list->model().request().tried;
    list->setTried(std::make_shared<const TriedVerdicts>(*tried));
    list->setBlind(false); // follows at once
    QCOMPARE(list->model().request().tried, tried);
}

QTEST_MAIN(TestWhatIfFlow)
#include "tst_what_if_flow.moc"
