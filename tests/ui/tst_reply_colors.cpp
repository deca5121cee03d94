// SPDX-License-Identifier: Apache-2.0
#include "ui/review/reply_colors.h"

#include <QTest>

using namespace assize::ui;

/// What stands out in a judge's reply: n for a name, s for a string, 0 for a number, a dot for the rest.
class TestReplyColors final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void yaml();
    void json();
    void wordsAreLeftAlone();

private:
    [[nodiscard]] static QString marks(const QString& line);
};

QString TestReplyColors::marks(const QString& line) {
    const ReplyColors colors{Qt::red, Qt::green, Qt::blue};
    QString marks(line.size(), QLatin1Char('.'));
    const auto formats = tokenFormats(line, colors);
    for (const QTextLayout::FormatRange& range : formats) {
        const QColor color = range.format.foreground().color();
        const QLatin1Char mark(color == colors.name ? 'n' : color == colors.string ? 's' : '0');
        marks.replace(range.start, range.length, QString(range.length, mark));
    }
    return marks;
}

void TestReplyColors::yaml() {
    QCOMPARE(marks(QStringLiteral("weight: 0.35")), QStringLiteral("nnnnnn..0000"));
    QCOMPARE(marks(QStringLiteral("- name: Clear")), QStringLiteral("nnnnnn......."));
    QCOMPARE(marks(QStringLiteral("why: 'It''s \"late\".'")), QStringLiteral("nnn..sssssssssssssss"));
    QCOMPARE(marks(QStringLiteral("score_A: false")), QStringLiteral("nnnnnnn..00000"));
}

void TestReplyColors::json() {
    QCOMPARE(marks(QStringLiteral(R"({"winner": "A", "score": -4})")), QStringLiteral(".nnnnnnnn..sss..nnnnnnn..00."));
}

void TestReplyColors::wordsAreLeftAlone() {
    QCOMPARE(marks(QStringLiteral("I don't think it's v2, so a tie.")).count(QLatin1Char('.')), 32);
    const QString prose = QStringLiteral("Response A keeps to the meter figures: 5,500 bought, 6,250 fed in.");
    QCOMPARE(marks(prose).count(QLatin1Char('.')), prose.size());
    QCOMPARE(marks(QString()), QString());
}

QTEST_GUILESS_MAIN(TestReplyColors)
#include "tst_reply_colors.moc"
