// SPDX-License-Identifier: Apache-2.0
#include "ui/support/report_paper.h"

#include <QAbstractTextDocumentLayout>
#include <QTest>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

using namespace assize::ui;

class TestReportPaper final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawingsAreNotCutByTheEndOfAPage();
    void nothingIsLostBehindThem();
};

/// However much stands above it, a drawing is on one page, and its heading with it.
void TestReportPaper::drawingsAreNotCutByTheEndOfAPage() {
    constexpr qreal PageHeight = 500;
    for (int lines = 0; lines < 40; ++lines) {
        QTextDocument text;
        QString html;
        for (int line = 0; line < lines; ++line)
            html += QStringLiteral("<p>a line</p>");
        for (int picture = 0; picture < 4; ++picture)
            html += QStringLiteral("<h4>Calibration</h4><p><img src=\"none\" width=\"300\" height=\"180\"/></p>"
                                   "<p>what it says</p>");
        text.setHtml(html);
        text.setPageSize(QSizeF(400, PageHeight));
        keepPicturesWhole(text);
        int pictures = 0;
        for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
            if (block.blockFormat().headingLevel() == 0)
                continue;
            ++pictures;
            const QRectF heading = text.documentLayout()->blockBoundingRect(block);
            const QRectF picture = text.documentLayout()->blockBoundingRect(block.next());
            QVERIFY(picture.height() >= 180);
            QCOMPARE(
                static_cast<int>((picture.bottom() - 1) / PageHeight), static_cast<int>(heading.top() / PageHeight));
        }
        QCOMPARE(pictures, 4);
    }
}

/// What a moved drawing pushes ahead of it is still printed, to the last line.
void TestReportPaper::nothingIsLostBehindThem() {
    QTextDocument text;
    QString html;
    for (int picture = 0; picture < 30; ++picture)
        html += QStringLiteral("<h3>Judge</h3><table><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>"
                               "<h4>Margins</h4><p><img src=\"none\" width=\"300\" height=\"170\"/></p><p>words</p>");
    text.setHtml(html + QStringLiteral("<p>the end</p>"));
    text.setPageSize(QSizeF(400, 500));
    keepPicturesWhole(text);
    const QRectF end = text.documentLayout()->blockBoundingRect(text.lastBlock());
    QCOMPARE(static_cast<int>(end.bottom() / 500) + 1, text.pageCount());
    qreal before = 0;
    for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
        if (QTextCursor(block).currentTable() != nullptr)
            continue; // cells stand side by side
        const QRectF place = text.documentLayout()->blockBoundingRect(block);
        QVERIFY(place.top() >= before);
        before = place.bottom() - 1;
    }
}

QTEST_MAIN(TestReportPaper)
#include "tst_report_paper.moc"
