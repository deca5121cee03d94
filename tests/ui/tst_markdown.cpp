// SPDX-License-Identifier: Apache-2.0
#include "ui/review/safe_document.h"

#include <QTest>
#include <QTextDocument>
#include <QTextTable>
#include <QThread>

using namespace assize::ui;

/// What Markdown of an answer becomes, where Qt's reader needs help.
class TestMarkdown final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tableAfterCodeHasAllItsHeadings();
};

// Qt began the first cell with an empty line, and took the bold off what followed.
void TestMarkdown::tableAfterCodeHasAllItsHeadings() {
    const PreparedText text = prepareMarkdown(QStringLiteral("```\nx = 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"),
        currentTextStyle(), QThread::currentThread());
    const QTextTable* table = nullptr;
    const auto frames = text.document->rootFrame()->childFrames();
    for (QTextFrame* frame : frames)
        table = table == nullptr ? qobject_cast<QTextTable*>(frame) : table;
    QVERIFY(table != nullptr);
    for (int column = 0; column < 2; ++column) {
        const QTextTableCell cell = table->cellAt(0, column);
        QTextCursor cursor = cell.firstCursorPosition();
        cursor.setPosition(cell.lastPosition(), QTextCursor::KeepAnchor);
        QCOMPARE(cursor.selectedText(), column == 0 ? QStringLiteral("a") : QStringLiteral("b"));
        QVERIFY(cursor.charFormat().fontWeight() >= QFont::DemiBold);
    }
    QCOMPARE(text.document->begin().text(), QStringLiteral("x = 1"));
}

QTEST_MAIN(TestMarkdown)
#include "tst_markdown.moc"
