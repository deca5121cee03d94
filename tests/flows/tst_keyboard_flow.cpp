// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/desk.h"
#include "ui/support/theme.h"

#include <QAbstractScrollArea>
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
    void focusOfAnAnswerIsOutlined();
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

/// Only what has been painted anew counts: the window's own picture, not one that is made for the asking.
QImage TestKeyboardFlow::pictureOf(const QWidget* part) const {
    QCoreApplication::processEvents();
    const QWidget* window = part->window();
    return window->screen()->grabWindow(window->winId()).toImage().copy(
        QRect(part->mapTo(window, QPoint()), part->size()));
}

// The outline was painted where the text cursor is, if at all; it stayed when the focus went, and scrolled with the text.
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
