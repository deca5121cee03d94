// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/desk.h"
#include "ui/models/rubric_model.h"
#include "ui/review/rubric_view.h"
#include "ui/support/theme.h"

#include <QAbstractScrollArea>
#include <QDoubleSpinBox>
#include <QPointer>
#include <QScreen>
#include <QTest>
#include <array>

using namespace assize;
using namespace assize::ui;

/// The Review window without a mouse: what Tab and the arrows reach.
class TestKeyboardFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void arrowsMoveInsideTheFilters();
    void arrowsMoveInsideTheCriteria();
    void arrowsMoveInsideTheLabels();
    void tabComesToTheLabelThatIsGiven();
    void downGoesOnWhereNothingElseWantsIt();
    void weightIsTypedByKey();
    void pictureClosesOnEscape();
    void keysStayKeysWhenTheFocusedButtonGoes();
    void focusOfAHiddenPartGoesToTheItem();
    void focusOfAnAnswerIsOutlined();
    void focusOfARawReplyIsOutlined();
    void focusOfTheMainButtonIsSeen();

private:
    /// What a part of the window shows by now.
    [[nodiscard]] QImage pictureOf(const QWidget* part) const;
    [[nodiscard]] static QString focused() { return QApplication::focusWidget()->objectName(); }

    std::unique_ptr<test::Desk> m_desk;
};

void TestKeyboardFlow::init() {
    m_desk = std::make_unique<test::Desk>();
    QVERIFY(m_desk->openSample(QStringLiteral("rail-007")));
    QVERIFY(m_desk->useJudge(QStringLiteral("rubric-illustration")));
}

// Qt's buttons passed the focus on to what comes next in the window, so that only the first filter had a key.
void TestKeyboardFlow::arrowsMoveInsideTheFilters() {
    m_desk->press(Qt::Key_F, Qt::ControlModifier);
    m_desk->press(Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("chipDisagree"));
    m_desk->press(Qt::Key_Right);
    QCOMPARE(focused(), QStringLiteral("chipUnlabelled"));
    m_desk->press(Qt::Key_Right);
    QCOMPARE(focused(), QStringLiteral("chipFlipped"));
    m_desk->press(Qt::Key_Space);
    ASSIZE_WAIT_FOR(m_desk->items().size(), 4);
    QCOMPARE(focused(), QStringLiteral("chipFlipped"));
    m_desk->press(Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("itemOrder"));
    m_desk->press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(focused(), QStringLiteral("chipFlipped"));
    m_desk->press(Qt::Key_Right);
    m_desk->press(Qt::Key_Right);
    QCOMPARE(focused(), QStringLiteral("chipMore"));
    m_desk->press(Qt::Key_Right);
    QCOMPARE(focused(), QStringLiteral("chipDisagree"));
    m_desk->press(Qt::Key_Left);
    QCOMPARE(focused(), QStringLiteral("chipMore"));
}

void TestKeyboardFlow::arrowsMoveInsideTheCriteria() {
    m_desk->find("wrongOn1")->setFocus();
    m_desk->press(Qt::Key_Right);
    QCOMPARE(focused(), QStringLiteral("wrongOn2"));
    m_desk->press(Qt::Key_Space);
    ASSIZE_WAIT_FOR(m_desk->storedCount(QStringLiteral("rail-007")), 1U);
    QCOMPARE(m_desk->stored(QStringLiteral("rail-007"))->criteria.front().name, std::string("Ticket amount"));
    QCOMPARE(focused(), QStringLiteral("wrongOn2"));
    m_desk->press(Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("addTag"));
}

void TestKeyboardFlow::arrowsMoveInsideTheLabels() {
    m_desk->find("labelAMuch")->setFocus();
    m_desk->press(Qt::Key_Left);
    QCOMPARE(focused(), QStringLiteral("labelCannotJudge"));
    m_desk->press(Qt::Key_Right);
    m_desk->press(Qt::Key_Right);
    QCOMPARE(focused(), QStringLiteral("labelA"));
    m_desk->press(Qt::Key_Space);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelA"));
}

void TestKeyboardFlow::tabComesToTheLabelThatIsGiven() {
    m_desk->press(Qt::Key_5);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelB"));
    m_desk->find("responseB")->setFocus();
    m_desk->press(Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("labelB"));
    m_desk->press(Qt::Key_J);
    QVERIFY(m_desk->shows(QStringLiteral("desk-012")));
    m_desk->find("responseB")->setFocus();
    m_desk->press(Qt::Key_J);
    QVERIFY(m_desk->shows(QStringLiteral("lease-019")));
    m_desk->press(Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("labelAMuch"));
}

void TestKeyboardFlow::downGoesOnWhereNothingElseWantsIt() {
    m_desk->find("labelAMuch")->setFocus();
    m_desk->press(Qt::Key_Down);
    QVERIFY(m_desk->shows(QStringLiteral("desk-012")));
    m_desk->press(Qt::Key_Up);
    QVERIFY(m_desk->shows(QStringLiteral("rail-007")));
}

void TestKeyboardFlow::weightIsTypedByKey() {
    auto* rubric = m_desk->find<RubricView>("rubric");
    rubric->setFocus();
    rubric->setCurrentIndex(rubric->model()->index(1, RubricModel::NameColumn));
    m_desk->press(Qt::Key_F2);
    QVERIFY(qobject_cast<QDoubleSpinBox*>(QApplication::focusWidget()) != nullptr);
    m_desk->press(Qt::Key_A, Qt::ControlModifier);
    m_desk->type(QStringLiteral("0.4"));
    m_desk->press(Qt::Key_Return);
    ASSIZE_WAIT_FOR(m_desk->isSeen("whatIfBanner"), true);
    QCOMPARE(rubric->model()->index(1, RubricModel::WeightColumn).data(RubricModel::WeightRole).toDouble(), 0.4);
}

void TestKeyboardFlow::pictureClosesOnEscape() {
    const auto path = test::makeSession(m_desk->folder() / "own.assize",
        R"({"prompt":"What is it?","response_A":"A dot.","response_B":"A line.","images":["data:image/png;base64,)"
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        "\"]}\n");
    QVERIFY(m_desk->open(path));
    QTRY_VERIFY(m_desk->isSeen("imageThumbnail"));
    m_desk->click("imageThumbnail");
    QTRY_VERIFY(m_desk->isSeen("imageWindow"));
    QPointer<QWidget> picture = m_desk->find("imageWindow");
    QVERIFY(QTest::qWaitForWindowActive(picture));
    QTest::keyClick(picture, Qt::Key_Escape);
    QTRY_VERIFY(picture.isNull());
}

// The focus went with what an item had: nowhere, and to the search when the window came back.
void TestKeyboardFlow::keysStayKeysWhenTheFocusedButtonGoes() {
    QVERIFY(m_desk->go(QStringLiteral("hr-101")));
    m_desk->find("judgeThisItem")->setFocus();
    for (const char* item : {"cash-095", "page-083", "trip-066", "poem-058"}) {
        m_desk->press(Qt::Key_K);
        QVERIFY(m_desk->shows(QString::fromLatin1(item)));
        QTRY_VERIFY(QApplication::focusWidget() != nullptr);
        QVERIFY(QApplication::focusWidget()->isVisible());
    }
}

void TestKeyboardFlow::focusOfAHiddenPartGoesToTheItem() {
    m_desk->find("rubric")->setFocus();
    m_desk->find("rubric")->hide();
    QCOMPARE(focused(), QStringLiteral("itemList"));
}

/// Only what has been painted anew counts: the window's own picture, not one that is made for the asking.
QImage TestKeyboardFlow::pictureOf(const QWidget* part) const {
    QCoreApplication::processEvents();
    const QWidget* window = part->window();
    return window->screen()
        ->grabWindow(window->winId())
        .toImage()
        .copy(QRect(part->mapTo(window, QPoint()), part->size()));
}

// The outline was painted where the text cursor is, if at all; it stayed when the focus went, and scrolled with the
// text.
void TestKeyboardFlow::focusOfAnAnswerIsOutlined() {
    const auto* view = m_desk->find<QAbstractScrollArea>("responseA");
    const QRgb accent = currentTheme().accent.rgb();
    const auto isOutlined = [&] {
        const QImage seen = pictureOf(view->viewport());
        const int bottom = seen.height() - 1;
        return std::array{seen.pixel(seen.width() / 2, 0) == accent, seen.pixel(seen.width() / 2, bottom) == accent};
    };
    QCOMPARE(isOutlined(), (std::array{false, false}));
    m_desk->find("arrangementFirst")->setFocus();
    m_desk->press(Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("responseA"));
    QTRY_COMPARE(isOutlined(), (std::array{true, true}));
    m_desk->press(Qt::Key_Tab);
    QTRY_COMPARE(isOutlined(), (std::array{false, false}));
}

void TestKeyboardFlow::focusOfARawReplyIsOutlined() {
    m_desk->press(Qt::Key_R);
    auto* raw = m_desk->find<QAbstractScrollArea>("rawReply");
    QTRY_VERIFY(raw->isVisible());
    const auto isOutlined = [&] {
        const QImage seen = pictureOf(raw->viewport());
        return seen.pixel(seen.width() / 2, seen.height() - 1) == currentTheme().accent.rgb();
    };
    QVERIFY(!isOutlined());
    m_desk->find("verdictTabs")->setFocus();
    m_desk->press(Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("rawReply"));
    QTRY_VERIFY(isOutlined());
    m_desk->press(Qt::Key_Backtab, Qt::ShiftModifier);
    QTRY_VERIFY(!isOutlined());
}

void TestKeyboardFlow::focusOfTheMainButtonIsSeen() {
    const auto* button = m_desk->find("nextDisagreementButton");
    const QImage before = pictureOf(button);
    m_desk->find("blindSwitch")->setFocus();
    m_desk->press(Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("nextDisagreementButton"));
    QTRY_COMPARE(pictureOf(button).pixel(3, button->height() / 2), currentTheme().onAccent.rgb());
    QCOMPARE(before.pixel(3, button->height() / 2), currentTheme().accent.rgb());
}

QTEST_MAIN(TestKeyboardFlow)
#include "tst_keyboard_flow.moc"
