// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/desk.h"
#include "ui/models/item_list_model.h"
#include "ui/review/item_list_pane.h"
#include "ui/review/raw_view.h"
#include "ui/review/review_page.h"
#include "ui/support/theme.h"
#include "ui/widgets/verdict_glyph.h"

#include <QAction>
#include <QListView>
#include <QMenu>
#include <QRegularExpression>
#include <QSet>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace assize;
using namespace assize::ui;

namespace {

const QString Rail = QStringLiteral("rail-007");

} // namespace

/// What the Review page does beside labelling: figures, other weights, keys for criteria, tabs, and its empty states.
class TestReviewFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<test::Desk>(); }
    void cleanup() { m_desk.reset(); }
    void statusBarCountsAsTheChipDoes();
    void chipThatIsOnSaysAllItSaid();
    void labelMovesTheCountAtOnce();
    void listFollowsTheTriedWeights();
    void savedWeightsComeBackByName();
    void altNumberSaysWhereTheJudgeIsWrong();
    void shiftNumberScoresTheCriterion();
    void rawTabIsFilledWhenItIsLookedAt();
    void clickBelowTheRowsKeepsTheItem();
    void emptySessionSaysWhatToDo();
    void resetLayoutUnfoldsThePanes();
    void tabGoesFromPaneToPane();
    void lineStandsOverTheAnnotations();
    void themeChangeLeavesNoIconBehind();
    void languageChangeLeavesNoWordBehind();

private:
    [[nodiscard]] bool openRail();
    [[nodiscard]] QString spokenRow(const QString& item) const;
    [[nodiscard]] QAction* savedWeights(const QString& name) const;
    [[nodiscard]] QSet<QString> allWords() const;

    std::unique_ptr<test::Desk> m_desk;
};

bool TestReviewFlow::openRail() {
    return m_desk->openSample(Rail) && m_desk->useJudge(QStringLiteral("rubric-illustration"));
}

QString TestReviewFlow::spokenRow(const QString& item) const {
    const ItemListModel& model = m_desk->window().review().list().model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        if (index.data(ItemListModel::RowRole).value<ItemRow>().sourceId == item.toStdString())
            return index.data(Qt::AccessibleTextRole).toString();
    }
    return {};
}

QAction* TestReviewFlow::savedWeights(const QString& name) const {
    const QMenu* menu = m_desk->find<QToolButton>("verdictMenu")->menu();
    Q_EMIT const_cast<QMenu*>(menu)->aboutToShow();
    const auto submenus = menu->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
    for (const QMenu* submenu : submenus) {
        const auto actions = submenu->actions();
        for (QAction* action : actions) {
            if (submenu->title() == QStringLiteral("Use saved weights") && action->text() == name)
                return action;
        }
    }
    return nullptr;
}

/// What is written on the widgets that are seen, and what they are called.
QSet<QString> TestReviewFlow::allWords() const {
    QSet<QString> words;
    const auto widgets = m_desk->window().findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (!widget->isVisible())
            continue;
        words += {widget->accessibleName(), widget->toolTip(), widget->property("text").toString(),
            widget->property("placeholderText").toString()};
        if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                words += {tabs->tabText(tab), tabs->tabToolTip(tab)};
        }
    }
    const auto actions = m_desk->window().findChildren<QAction*>();
    for (const QAction* action : actions)
        words += action->text();
    return words;
}

/// Names of the item's own texts stay; ours have no letters of the other language left, but for product names.
void TestReviewFlow::languageChangeLeavesNoWordBehind() {
    QVERIFY(openRail());
    QVERIFY(m_desk->switchOff(QStringLiteral("Concise")));
    m_desk->press(Qt::Key_5);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelB"));
    ASSIZE_WAIT_FOR(m_desk->isSeen("whatIfBanner"), true);
    const QSet<QString> english = allWords();
    m_desk->settings().setLanguage(QStringLiteral("zh_CN"));
    const auto label = [this] { return m_desk->find<QAction>("undo")->text(); };
    QTRY_VERIFY(label().contains(QStringLiteral("撤")));
    // Chinese counts characters. The language asked for was the one the window had been made in.
    QTRY_VERIFY(m_desk->find("responseA")->accessibleName().contains(QStringLiteral(" 字")));
    const QStringList theirs = {QStringLiteral("Grounded"), QStringLiteral("Ticket amount"),
        QStringLiteral("States deadline"), QStringLiteral("Usable steps"), QStringLiteral("Concise"),
        QStringLiteral("draft-"), QStringLiteral("rail-007"), QStringLiteral("illustration"), QStringLiteral("builtin"),
        QStringLiteral("Assize"), QStringLiteral("assize"), QStringLiteral("English"), QStringLiteral("Maya"),
        QStringLiteral("Ctrl")};
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{4}"));
    QStringList left;
    const QSet<QString> both = QSet<QString>(english).intersect(allWords());
    for (const QString& text : both) {
        const bool isTheirs =
            std::any_of(theirs.begin(), theirs.end(), [&](const QString& part) { return text.contains(part); });
        if (!isTheirs && text.contains(word))
            left += text;
    }
    QVERIFY2(left.isEmpty(), qPrintable(left.join(QStringLiteral(" | "))));
}

void TestReviewFlow::lineStandsOverTheAnnotations() {
    QVERIFY(openRail());
    const QImage seen = m_desk->find("annotationBar")->grab().toImage();
    QCOMPARE(seen.pixel(seen.width() / 2, 0), currentTheme().line.rgb());
    QCOMPARE(seen.pixel(seen.width() / 2, 1), currentTheme().alt.rgb());
}

// The mark before the overall reason kept the ink of the light theme, on dark ground.
void TestReviewFlow::themeChangeLeavesNoIconBehind() {
    QVERIFY(openRail());
    auto* mark = m_desk->find("overallMark");
    const auto hasInk = [&](const QColor& ink) {
        const QImage seen = mark->grab().toImage();
        for (int y = 0; y < seen.height(); ++y) {
            for (int x = 0; x < seen.width(); ++x) {
                if (std::abs(seen.pixelColor(x, y).lightness() - ink.lightness()) < 20)
                    return true;
            }
        }
        return false;
    };
    const QColor light = currentTheme().text2;
    QVERIFY(hasInk(light));
    m_desk->settings().setTheme(ThemeChoice::Dark);
    QTRY_VERIFY(currentTheme().text2 != light);
    QVERIFY(hasInk(currentTheme().text2));
}

void TestReviewFlow::statusBarCountsAsTheChipDoes() {
    QVERIFY(openRail());
    ASSIZE_WAIT_FOR(m_desk->words("labelledCount").isEmpty(), false);
    m_desk->click("chipDisagree");
    ASSIZE_WAIT_FOR(m_desk->words("itemCount").endsWith(QStringLiteral(" of 38 items")), true);
    const QString listed = QString::number(m_desk->items().size());
    ASSIZE_WAIT_FOR(m_desk->words("labelledCount").startsWith(listed + QStringLiteral(" of ")), true);
    QVERIFY(m_desk->words("kappa").startsWith(QStringLiteral("κ ")));
}

void TestReviewFlow::chipThatIsOnSaysAllItSaid() {
    QVERIFY(openRail());
    const auto* chip = m_desk->find("chipFlipped");
    const int before = chip->width();
    m_desk->click("chipFlipped");
    QTRY_VERIFY(chip->width() >= chip->sizeHint().width());
    QVERIFY(chip->width() > before); // the check mark
}

void TestReviewFlow::labelMovesTheCountAtOnce() {
    QVERIFY(openRail());
    ASSIZE_WAIT_FOR(m_desk->words("labelledCount").isEmpty(), false);
    const int before = m_desk->words("labelledCount").section(QLatin1Char(' '), 0, 0).toInt();
    m_desk->press(Qt::Key_2); // the judge says A too; gold says B
    ASSIZE_WAIT_FOR(m_desk->words("labelledCount").section(QLatin1Char(' '), 0, 0).toInt(), before - 1);
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    ASSIZE_WAIT_FOR(m_desk->words("labelledCount").section(QLatin1Char(' '), 0, 0).toInt(), before);
}

void TestReviewFlow::listFollowsTheTriedWeights() {
    QVERIFY(openRail());
    ASSIZE_WAIT_FOR(spokenRow(Rail).contains(QStringLiteral("Judge A better")), true);
    QVERIFY(m_desk->switchOff(QStringLiteral("Concise")));
    ASSIZE_WAIT_FOR(spokenRow(Rail).contains(QStringLiteral("Judge B better")), true);
    ASSIZE_WAIT_FOR(m_desk->words("whatIfBanner").contains(QStringLiteral("Agreement ")), true);
    QCOMPARE(m_desk->find<GlyphLabel>("whatIfTo")->accessibleName(), QStringLiteral("With your weights: B better"));
    m_desk->press(Qt::Key_W);
    ASSIZE_WAIT_FOR(spokenRow(Rail).contains(QStringLiteral("Judge A better")), true);
}

void TestReviewFlow::savedWeightsComeBackByName() {
    QVERIFY(openRail());
    QVERIFY(m_desk->switchOff(QStringLiteral("Concise")));
    ASSIZE_WAIT_FOR(m_desk->isSeen("whatIfBanner"), true);
    m_desk->dialogs.text = QStringLiteral("Length is free");
    m_desk->click("saveWhatIf");
    m_desk->press(Qt::Key_W);
    ASSIZE_WAIT_FOR(m_desk->isSeen("whatIfBanner"), false);
    QVERIFY(m_desk->restart());
    QVERIFY(m_desk->shows(Rail));
    QAction* saved = savedWeights(QStringLiteral("Length is free"));
    QVERIFY(saved != nullptr);
    saved->trigger();
    ASSIZE_WAIT_FOR(m_desk->isSeen("whatIfBanner"), true);
}

void TestReviewFlow::altNumberSaysWhereTheJudgeIsWrong() {
    QVERIFY(openRail());
    const auto isWrong = [this] {
        const auto stored = m_desk->stored(Rail);
        return stored && !stored->criteria.empty() && stored->criteria.front().judgeIsWrong;
    };
    m_desk->press(Qt::Key_2, Qt::AltModifier);
    ASSIZE_WAIT_FOR(isWrong(), true);
    QCOMPARE(m_desk->stored(Rail)->criteria.front().name, std::string("Ticket amount"));
    m_desk->press(Qt::Key_2, Qt::AltModifier);
    ASSIZE_WAIT_FOR(isWrong(), false);
}

void TestReviewFlow::shiftNumberScoresTheCriterion() {
    QVERIFY(openRail());
    m_desk->press(Qt::Key_BracketRight);
    m_desk->press(Qt::Key_3, Qt::ShiftModifier);
    ASSIZE_WAIT_FOR(m_desk->words("ownScores"), QStringLiteral("Your scores: A 3, B –"));
    m_desk->find("responseB")->setFocus();
    m_desk->press(Qt::Key_4, Qt::ShiftModifier);
    ASSIZE_WAIT_FOR(m_desk->words("ownScores"), QStringLiteral("Your scores: A 3, B 4"));
    const auto stored = m_desk->stored(Rail);
    QVERIFY(stored.has_value());
    QCOMPARE(stored->criteria.front().name, std::string("Ticket amount"));
    QCOMPARE(stored->criteria.front().scoreA, std::optional(3.0));
    QCOMPARE(stored->criteria.front().scoreB, std::optional(4.0));
}

void TestReviewFlow::rawTabIsFilledWhenItIsLookedAt() {
    QVERIFY(openRail());
    auto* raw = m_desk->find<RawView>("rawReply");
    QVERIFY(raw->toPlainText().isEmpty());
    m_desk->press(Qt::Key_R);
    ASSIZE_WAIT_FOR(raw->toPlainText().contains(QStringLiteral("Grounded in policy:")), true);
    QVERIFY(raw->toPlainText().startsWith(QStringLiteral("— A first —")));
}

void TestReviewFlow::clickBelowTheRowsKeepsTheItem() {
    QVERIFY(openRail());
    m_desk->press(Qt::Key_F, Qt::ControlModifier);
    m_desk->type(QStringLiteral("harrow vale"));
    ASSIZE_WAIT_FOR(m_desk->items(), QStringList(Rail));
    auto* list = m_desk->find<QListView>("itemList");
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(40, list->viewport()->height() - 20));
    QVERIFY(list->currentIndex().isValid());
    QVERIFY(list->selectionModel()->isSelected(list->currentIndex()));
    QCOMPARE(m_desk->shownItem(), Rail);
}

void TestReviewFlow::emptySessionSaysWhatToDo() {
    m_desk->find<QAction>("newSession")->trigger();
    ASSIZE_WAIT_FOR(m_desk->words("itemListEmpty"),
        QStringLiteral("This session has no items yet. Import data, or drop files on the window."));
    m_desk->click("chipDisagree");
    ASSIZE_WAIT_FOR(m_desk->words("itemListEmpty"),
        QStringLiteral("This session has no items yet. Import data, or drop files on the window."));
    QVERIFY(!m_desk->isSeen("clearFilters"));
}

void TestReviewFlow::resetLayoutUnfoldsThePanes() {
    QVERIFY(openRail());
    m_desk->press(Qt::Key_L, Qt::ControlModifier);
    m_desk->press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!m_desk->isSeen("itemListPane"));
    QVERIFY(!m_desk->isSeen("verdictPanel"));
    m_desk->find<QAction>("resetLayout")->trigger();
    QVERIFY(m_desk->isSeen("itemListPane"));
    QVERIFY(m_desk->isSeen("verdictPanel"));
}

// What an item brings, such as its criteria, was reached before everything else, since it was made last.
void TestReviewFlow::tabGoesFromPaneToPane() {
    QVERIFY(openRail());
    QTRY_COMPARE(m_desk->window().findChildren<QWidget*>(QStringLiteral("orderAB")).size(), 1); // of this judge
    QTRY_VERIFY(m_desk->isSeen("orderAB"));
    m_desk->find("reviewMode")->setFocus();
    QStringList stops;
    while (stops.size() < 60) {
        const QString name = QApplication::focusWidget()->objectName();
        if (stops.isEmpty() || stops.back() != name) // links in a text have no names
            stops << name;
        m_desk->press(Qt::Key_Tab);
        if (m_desk->find("reviewMode")->hasFocus())
            break;
    }
    QCOMPARE(stops,
        QStringLiteral("reviewMode itemSearch chipDisagree itemOrder itemList previousItemButton nextItemButton "
                       "foldPromptButton promptTabs prompt evidenceTool wordDiffTool syncScrollTool renderingFirst "
                       "arrangementFirst responseA responseB labelAMuch wrongOn1 addTag comment blindSwitch "
                       "nextDisagreementButton judgePicker versionPicker judgeAgain verdictMenu verdictTabs "
                       "orderAB orderBA rubric justificationA justificationB overallReason foldOtherJudges "
                       "otherJudges runStatus")
            .split(QLatin1Char(' ')));
    m_desk->press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), stops.back());
}

QTEST_MAIN(TestReviewFlow)
#include "tst_review_flow.moc"
