// SPDX-License-Identifier: Apache-2.0
#include "ui/support/report_paper.h"

#include <QAbstractTextDocumentLayout>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

using namespace assize::ui;

class TestReportPaper final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawingsAreNotCutByTheEndOfAPage();
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

QTEST_MAIN(TestReportPaper)
#include "tst_report_paper.moc"
