// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/desk.h"
#include "tests/support/temp_session.h"
#include "ui/models/item_list_model.h"
#include "ui/review/item_list_pane.h"
#include "ui/review/response_view.h"
#include "ui/review/review_page.h"
#include "ui/review/review_state.h"
#include "ui/widgets/panes.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace assize;
using namespace assize::ui;

namespace {

constexpr int Items = 12;

/// Twelve pairs whose answers say whose they are.
std::string pairs() {
    std::string lines;
    for (int i = 1; i <= Items; ++i) {
        const std::string id = "pair-" + std::to_string(i);
        lines += R"({"id":")" + id + R"(","prompt":"Question?","response_A":"First of )" + id +
                 R"(.","response_B":"Second of )" + id + R"(.","model_A":"oak-1","model_B":"elm-2"})" + "\n";
    }
    return lines;
}

} // namespace

/// Labelling one's own data before the judge is seen: covered, sides by the toss of a coin, uncovered by the label.
class TestBlindFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void ownDataStartsBlind();
    void sampleDoesNotStartBlind();
    void nothingOfTheJudgeIsShownOrSpoken();
    void filtersAndOrderTellNothingOfTheJudge();
    void sidesAreExchangedForSomeAndStayForOnePerson();
    void singleAnswersHaveNoSidesToExchange();
    void labelOfAnExchangedItemIsStoredInItemOrder();
    void labelLiftsTheCoverOfItsItemOnly();
    void movingAfterTheRevealKeepsAndNamesTheBlindLabel();
    void clearedLabelCoversAgain();
    void switchingBlindOffShowsEverythingAndIsRemembered();

private:
    [[nodiscard]] QString leftAnswer() const {
        return m_desk->find<ResponseView>("responseA")->toPlainText().trimmed();
    }
    /// Who wrote the answers, as far as it is shown.
    [[nodiscard]] QString shownModels() const {
        QString names;
        for (const char* pane : {"responsePaneA", "responsePaneB"}) {
            for (const ElidedLabel* label : m_desk->find(pane)->findChildren<ElidedLabel*>())
                names += label->text();
        }
        return names;
    }
    /// Goes to it and waits for its answers.
    [[nodiscard]] bool showItem(const QString& item) const;
    [[nodiscard]] QString firstItem(bool exchanged) const;

    std::unique_ptr<test::Desk> m_desk;
};

void TestBlindFlow::init() {
    m_desk = std::make_unique<test::Desk>();
    const auto path = test::makeSession(m_desk->folder() / "own.assize", pairs());
    QVERIFY(m_desk->open(path));
}

bool TestBlindFlow::showItem(const QString& item) const {
    return m_desk->go(item) &&
           test::waitUntil([&] { return leftAnswer().endsWith(QStringLiteral("of %1.").arg(item)); });
}

/// The first of the twelve whose sides are exchanged (or are not) for "ada"; empty if there is none.
QString TestBlindFlow::firstItem(bool exchanged) const {
    for (int number = 1; number <= Items; ++number) {
        const QString item = QStringLiteral("pair-%1").arg(number);
        if (showItem(item) && leftAnswer().startsWith(QStringLiteral("Second")) == exchanged)
            return item;
    }
    return {};
}

void TestBlindFlow::ownDataStartsBlind() {
    QVERIFY(m_desk->find<QAction>("blind")->isChecked());
    QCOMPARE(shownModels(), QString());
}

void TestBlindFlow::sampleDoesNotStartBlind() {
    QVERIFY(m_desk->openSample(QStringLiteral("rail-007")));
    QVERIFY(!m_desk->find<QAction>("blind")->isChecked());
    QVERIFY(!m_desk->isSeen("verdictMessage"));
}

void TestBlindFlow::nothingOfTheJudgeIsShownOrSpoken() {
    QVERIFY(m_desk->openSample(QStringLiteral("rail-007")));
    QVERIFY(m_desk->useJudge(QStringLiteral("rubric-illustration")));
    m_desk->press(Qt::Key_B);
    ASSIZE_WAIT_FOR(m_desk->words("verdictMessageText"), QStringLiteral("Hidden until you label this item."));
    QVERIFY(!m_desk->isSeen("rubric"));
    QVERIFY(!m_desk->isSeen("otherJudges"));
    QVERIFY(!m_desk->isSeen("wrongOn1"));
    QCOMPARE(shownModels(), QString());
    QVERIFY(!m_desk->words("itemHeader").contains(QStringLiteral("Maya")));
    const ItemListModel& list = m_desk->window().review().list().model();
    const auto spoken = [&] { return list.index(0).data(Qt::AccessibleTextRole).toString(); };
    QTRY_VERIFY(!spoken().isEmpty());
    QVERIFY2(!spoken().contains(QStringLiteral("Judge")), qPrintable(spoken()));
    QVERIFY2(!spoken().contains(QStringLiteral("argin")), qPrintable(spoken()));
}

// The chip for small margins listed them, and the list could be ordered by what it hid.
void TestBlindFlow::filtersAndOrderTellNothingOfTheJudge() {
    QVERIFY(m_desk->openSample(QStringLiteral("rail-007")));
    QVERIFY(m_desk->useJudge(QStringLiteral("rubric-illustration")));
    ItemListPane& list = m_desk->window().review().list();
    const QStringList inFile = m_desk->items();
    list.setState({{}, {}, {}, ItemOrder::Margin});
    QTRY_VERIFY(m_desk->items() != inFile);
    m_desk->press(Qt::Key_B);
    ASSIZE_WAIT_FOR(m_desk->items(), inFile);
    QVERIFY(!m_desk->find<QToolButton>("itemOrder")->menu()->actions().at(1)->isEnabled());
    const QString narrow = QStringLiteral("abs(margin) < 0.1");
    list.setState({{narrow}, {}, {}, ItemOrder::File});
    QTRY_VERIFY(m_desk->isSeen("itemListEmpty"));
    QVERIFY(!m_desk->find("chipNarrow")->toolTip().isEmpty());
    QVERIFY(m_desk->find("chipDisagree")->toolTip().isEmpty()); // says that labels differ, not which
    list.setState({});
    QVERIFY(m_desk->go(QStringLiteral("rail-007")));
    m_desk->press(Qt::Key_3);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelTie"));
    list.setState({{}, {}, narrow, ItemOrder::File});
    ASSIZE_WAIT_FOR(m_desk->items(), QStringList{QStringLiteral("rail-007")});
    QVERIFY(m_desk->isSeen("itemFilterBlind"));
    m_desk->press(Qt::Key_B);
    QTRY_VERIFY(m_desk->items().size() > 1);
    QVERIFY(!m_desk->isSeen("itemFilterBlind"));
}

void TestBlindFlow::sidesAreExchangedForSomeAndStayForOnePerson() {
    const QString exchanged = firstItem(true);
    const QString straight = firstItem(false);
    QVERIFY(!exchanged.isEmpty());
    QVERIFY(!straight.isEmpty());
    QVERIFY(m_desk->restart());
    QVERIFY(showItem(exchanged));
    QCOMPARE(leftAnswer(), QStringLiteral("Second of %1.").arg(exchanged));
    QVERIFY(showItem(straight));
    QCOMPARE(leftAnswer(), QStringLiteral("First of %1.").arg(straight));
}

// Every other one stood there without a word.
void TestBlindFlow::singleAnswersHaveNoSidesToExchange() {
    test::TempSession session;
    session.write([](SessionTransaction& transaction) -> Result<void> {
        for (int i = 1; i <= Items; ++i) {
            Item item;
            item.format = "single";
            item.sourceId = "one-" + std::to_string(i);
            item.turns = {{"user", "Question?"}};
            item.responses = {{"The answer of " + item.sourceId + ".", {}}};
            static_cast<void>(test::valueOf(transaction.addItem(item, {})));
        }
        return {};
    });
    session.close();
    QVERIFY(m_desk->open(session.path(), QStringLiteral("one-1")));
    QVERIFY(m_desk->find<QAction>("blind")->isChecked());
    for (int i = 1; i <= Items; ++i)
        QVERIFY(showItem(QStringLiteral("one-%1").arg(i)));
    QVERIFY(m_desk->words("responsePaneA").startsWith(QStringLiteral("Response\n"))); // of no side
}

void TestBlindFlow::labelOfAnExchangedItemIsStoredInItemOrder() {
    const QString item = firstItem(true);
    m_desk->press(Qt::Key_1); // the left one is much better, which is the item's second
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelBMuch"));
    const auto stored = m_desk->stored(item);
    QVERIFY(stored.has_value());
    QCOMPARE(stored->label, Label::B);
    QCOMPARE(stored->step, -2);
    QVERIFY(stored->blind);
    QVERIFY(stored->sidesSwapped);
    QCOMPARE(stored->shownRunKey, 0);
    ASSIZE_WAIT_FOR(leftAnswer(), QStringLiteral("First of %1.").arg(item));
}

void TestBlindFlow::labelLiftsTheCoverOfItsItemOnly() {
    const QString item = firstItem(false);
    m_desk->press(Qt::Key_3);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelTie"));
    QCOMPARE(m_desk->words("verdictMessageText"), QStringLiteral("No judge has judged this session yet."));
    QVERIFY(m_desk->words("responsePaneA").contains(QStringLiteral("Response A")));
    QTRY_VERIFY(shownModels().contains(QStringLiteral("oak-1")) && shownModels().contains(QStringLiteral("elm-2")));
    QVERIFY(!m_desk->stored(item)->sidesSwapped);
    m_desk->press(Qt::Key_U);
    QTRY_VERIFY(m_desk->shownItem() != item);
    QTRY_COMPARE(shownModels(), QString());
}

void TestBlindFlow::movingAfterTheRevealKeepsAndNamesTheBlindLabel() {
    const QString item = firstItem(false);
    m_desk->press(Qt::Key_2);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelA"));
    QVERIFY(!m_desk->isSeen("blindLabel"));
    m_desk->press(Qt::Key_5);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelB"));
    QVERIFY(m_desk->isSeen("blindLabel"));
    QCOMPARE(m_desk->find<ElidedLabel>("blindLabel")->text(), QStringLiteral("While blind: A better"));
    QVERIFY(!m_desk->stored(item)->blind);
    QCOMPARE(m_desk->storedCount(item), 2U);
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelA"));
    QVERIFY(!m_desk->isSeen("blindLabel"));
}

void TestBlindFlow::clearedLabelCoversAgain() {
    const QString item = firstItem(true);
    m_desk->press(Qt::Key_5);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelA"));
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    ASSIZE_WAIT_FOR(m_desk->label(), QString());
    QTRY_COMPARE(shownModels(), QString());
    ASSIZE_WAIT_FOR(leftAnswer(), QStringLiteral("Second of %1.").arg(item));
    QCOMPARE(m_desk->storedCount(item), 2U);
}

void TestBlindFlow::switchingBlindOffShowsEverythingAndIsRemembered() {
    m_desk->press(Qt::Key_B);
    ASSIZE_WAIT_FOR(m_desk->words("verdictMessageText"), QStringLiteral("No judge has judged this session yet."));
    QVERIFY(m_desk->restart());
    QVERIFY(!m_desk->find<QAction>("blind")->isChecked());
    ASSIZE_WAIT_FOR(m_desk->words("verdictMessageText"), QStringLiteral("No judge has judged this session yet."));
}

QTEST_MAIN(TestBlindFlow)
#include "tst_blind_flow.moc"
