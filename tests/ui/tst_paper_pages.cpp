// SPDX-License-Identifier: Apache-2.0
// How a report is cut into pages: nothing that fits on one is cut, and nothing is lost between them.
#include "ui/support/paper_pages.h"

#include <QAbstractTextDocumentLayout>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>
#include <algorithm>

using namespace assize::ui;

namespace {

constexpr qreal PageHeight = 500;

QString lines(int count) {
    QString html;
    for (int line = 0; line < count; ++line)
        html += QStringLiteral("<p>a line</p>");
    return html;
}

QString rows(int count, const QString& cell) {
    QString html = QStringLiteral("<table width=\"100%\"><thead><tr><th>Figure</th><th>Value</th></tr></thead><tbody>");
    for (int row = 0; row < count; ++row)
        html += QStringLiteral("<tr><td>%1</td><td>%2</td></tr>").arg(cell).arg(row);
    return html + QStringLiteral("</tbody></table>");
}

struct Paper {
    QTextDocument text;
    std::vector<PaperPage> pages;

    explicit Paper(const QString& html) {
        text.setHtml(html);
        text.setTextWidth(400);
        pages = cutIntoPages(text, PageHeight);
    }
    [[nodiscard]] QRectF placeOf(const QTextBlock& block) const {
        return text.documentLayout()->blockBoundingRect(block);
    }
    /// The page that shows all of it, or -1.
    [[nodiscard]] int pageOf(qreal top, qreal bottom) const {
        const auto shows = [&](const PaperPage& page) {
            return top >= page.text.top - 0.5 && bottom <= page.text.bottom + 0.5;
        };
        const auto found = std::find_if(pages.begin(), pages.end(), shows);
        return found == pages.end() ? -1 : static_cast<int>(found - pages.begin());
    }
    [[nodiscard]] int pageOf(const QTextBlock& block) const {
        return pageOf(placeOf(block).top(), placeOf(block).bottom());
    }
    [[nodiscard]] QTextTable* table() const {
        const auto frames = text.rootFrame()->childFrames();
        return frames.isEmpty() ? nullptr : qobject_cast<QTextTable*>(frames.front());
    }
};

} // namespace

class TestPaperPages final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawingsAreNotCut();
    void rowsAreNotCut();
    void highRowsAreCutBetweenLines();
    void headingsStayWithTheirTable();
    void nothingIsLostAndNoPageIsTooHigh();
};

/// However much stands above it, a drawing is on one page, and its heading with it.
void TestPaperPages::drawingsAreNotCut() {
    for (int above = 0; above < 40; ++above) {
        QString html = lines(above);
        for (int picture = 0; picture < 4; ++picture)
            html += QStringLiteral("<h4>Calibration</h4><p><img src=\"none\" width=\"300\" height=\"180\"/></p>"
                                   "<p>what it says</p>");
        const Paper paper(html);
        int pictures = 0;
        for (QTextBlock block = paper.text.begin(); block.isValid(); block = block.next()) {
            if (block.blockFormat().headingLevel() == 0)
                continue;
            ++pictures;
            QVERIFY(paper.placeOf(block.next()).height() >= 180);
            QVERIFY(paper.pageOf(block) >= 0);
            QCOMPARE(paper.pageOf(block.next()), paper.pageOf(block));
        }
        QCOMPARE(pictures, 4);
    }
}

/// A row is on one page, and a page that begins within a table begins with its heading.
void TestPaperPages::rowsAreNotCut() {
    for (int above = 0; above < 30; ++above) {
        const Paper paper(lines(above) + rows(40, QStringLiteral("a figure<br/>what it means<br/>and does not mean")));
        QVERIFY(paper.pages.size() > 3);
        const QTextTable& table = *paper.table();
        for (int row = 1; row < table.rows(); ++row)
            QVERIFY(paper.pageOf(table.cellAt(row, 0).firstCursorPosition().block()) >= 0);
        const QRectF heading = paper.placeOf(table.cellAt(0, 0).firstCursorPosition().block());
        const QRectF last = paper.placeOf(table.cellAt(table.rows() - 1, 0).firstCursorPosition().block());
        for (const PaperPage& page : paper.pages) {
            const bool goesOn = page.text.top > heading.bottom() && page.text.top < last.bottom();
            QCOMPARE(page.heading.height() > 0, goesOn);
            if (goesOn)
                QVERIFY(page.heading.top <= heading.top() && page.heading.bottom >= heading.bottom());
        }
    }
}

/// Two long answers side by side fill the page that they begin on.
void TestPaperPages::highRowsAreCutBetweenLines() {
    QString answer;
    for (int line = 0; line < 60; ++line)
        answer += QStringLiteral("<p>an answer's line</p>");
    const Paper paper(
        lines(5) +
        QStringLiteral("<table width=\"100%\"><tr><td width=\"50%\">%1</td><td width=\"50%\">%1</td></tr></table>")
            .arg(answer));
    for (QTextBlock block = paper.text.begin(); block.isValid(); block = block.next())
        QVERIFY(paper.pageOf(block) >= 0);
    QVERIFY(paper.pages.front().text.height() > PageHeight * 0.9);
}

/// A heading, the line under it, and the table's first row are not parted.
void TestPaperPages::headingsStayWithTheirTable() {
    for (int above = 0; above < 40; ++above) {
        const Paper paper(
            lines(above) + QStringLiteral("<h4>By category</h4><p>rules</p>") + rows(3, QStringLiteral("Chat")));
        const QTextTable& table = *paper.table();
        const int first = paper.pageOf(table.cellAt(1, 0).firstCursorPosition().block());
        QVERIFY(first >= 0);
        QCOMPARE(paper.pageOf(table.cellAt(0, 0).firstCursorPosition().block()), first);
        for (QTextBlock block = paper.text.begin(); block.isValid(); block = block.next()) {
            if (block.blockFormat().headingLevel() == 0)
                continue;
            QCOMPARE(paper.pageOf(block), first);
            QCOMPARE(paper.pageOf(block.next()), first);
        }
    }
}

void TestPaperPages::nothingIsLostAndNoPageIsTooHigh() {
    QString html;
    for (int part = 0; part < 30; ++part)
        html += QStringLiteral("<h3>Judge</h3>") + rows(part, QStringLiteral("A<br/>B")) +
                QStringLiteral("<h4>Margins</h4><p><img src=\"none\" width=\"300\" height=\"170\"/></p><p>words</p>");
    html += QStringLiteral("<p><img src=\"none\" width=\"300\" height=\"1200\"/></p><p>the end</p>");
    const Paper paper(html);
    qreal before = 0;
    for (const PaperPage& page : paper.pages) {
        QVERIFY(page.heading.height() + page.text.height() <= PageHeight + 0.5);
        QVERIFY(page.text.top >= before - 0.5);
        before = page.text.bottom;
    }
    const QRectF end = paper.placeOf(paper.text.lastBlock());
    QVERIFY(before >= end.bottom() - 0.5);
    for (QTextBlock block = paper.text.begin(); block.isValid(); block = block.next()) {
        if (paper.placeOf(block).height() < PageHeight)
            QVERIFY(paper.pageOf(block) >= 0);
    }
    QCOMPARE(Paper(QString()).pages.size(), std::size_t(1));
}

QTEST_MAIN(TestPaperPages)
#include "tst_paper_pages.moc"
