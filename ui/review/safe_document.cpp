// SPDX-License-Identifier: Apache-2.0
#include "ui/review/safe_document.h"

#include "core/base/text.h"
#include "ui/review/markdown_styling.h"
#include "ui/support/fonts.h"
#include "ui/support/text.h"
#include "ui/support/theme.h"

#include <QImage>
#include <QTextBlock>
#include <QTextCursor>
#include <QThread>
#include <QUrl>

namespace assize::ui {
namespace {

constexpr qsizetype LargestRendered = 256 << 10;
constexpr qsizetype LongestRenderedLine = 8 << 10;
constexpr int MostTables = 300;
constexpr int MostTableRows = 3000;
constexpr qsizetype LongestShownLine = 4096;
constexpr double Margin = 13;
constexpr double ListIndent = 20;

/// Loads nothing: only a non-null image keeps Qt 6.4 from opening the path itself (qt-facts.md, section 4).
class SafeDocument final : public QTextDocument {
protected:
    QVariant loadResource(int, const QUrl&) override {
        QImage nothing(1, 1, QImage::Format_ARGB32);
        nothing.fill(Qt::transparent);
        return nothing;
    }
};

struct LineFacts {
    qsizetype longest = 0;
    int tables = 0;
    int tableRows = 0;
};

/// A table starts at a line of pipes and dashes under a line with a pipe.
LineFacts lineFacts(const QString& text) {
    LineFacts facts;
    for (const QStringView line : QStringView(text).split(QLatin1Char('\n'))) {
        facts.longest = std::max(facts.longest, line.size());
        const QStringView inner = line.trimmed();
        if (!inner.contains(QLatin1Char('|')))
            continue;
        ++facts.tableRows;
        const bool isRule =
            std::all_of(inner.begin(), inner.end(), [](QChar unit) { return QStringView(u"|-: \t").contains(unit); });
        facts.tables += isRule && inner.contains(QLatin1Char('-')) ? 1 : 0;
    }
    return facts;
}

PlainReason whyNotRendered(const QString& text) {
    if (text.size() > LargestRendered)
        return PlainReason::TooLarge;
    const LineFacts facts = lineFacts(text);
    if (facts.longest > LongestRenderedLine)
        return PlainReason::LongLines;
    return facts.tables > MostTables || facts.tableRows > MostTableRows ? PlainReason::ManyTables : PlainReason::None;
}

std::shared_ptr<QTextDocument> newDocument(const QFont& font) {
    std::shared_ptr<QTextDocument> document(new SafeDocument, [](QTextDocument* ended) { ended->deleteLater(); });
    document->setUndoRedoEnabled(false);
    document->setDefaultFont(font);
    document->setDocumentMargin(Margin);
    document->setIndentWidth(ListIndent);
    return document;
}

PreparedText finished(std::shared_ptr<QTextDocument> document, const QString& original, QThread* owner) {
    PreparedText prepared;
    prepared.plain = document->toPlainText();
    prepared.words = static_cast<qsizetype>(words(toUtf8(original)).size());
    prepared.characters = std::count_if(
        original.begin(), original.end(), [](QChar unit) { return !unit.isSpace() && !unit.isLowSurrogate(); });
    document->moveToThread(owner);
    prepared.document = std::move(document);
    return prepared;
}

} // namespace

TextStyle currentTextStyle(double factor) {
    const Theme& theme = currentTheme();
    TextStyle style;
    style.body = fontFor(TextRole::Response, factor);
    style.fixed = fontFor(TextRole::Mono, factor);
    style.lineHeight = responseLineHeight(factor);
    style.text = theme.text;
    style.text2 = theme.text2;
    style.line = theme.line;
    style.codeArea = theme.alt;
    style.link = theme.accent;
    return style;
}

QString withShortLines(const QString& text) {
    if (lineFacts(text).longest <= LongestShownLine)
        return text;
    QString cut;
    cut.reserve(text.size() + text.size() / LongestShownLine + 1);
    qsizetype inLine = 0;
    for (const QChar unit : text) {
        if (inLine >= LongestShownLine && !unit.isLowSurrogate()) {
            cut += QLatin1Char('\n');
            inLine = 0;
        }
        cut += unit;
        inLine = unit == QLatin1Char('\n') ? 0 : inLine + 1;
    }
    return cut;
}

PreparedText prepareSource(const QString& text, const TextStyle& style, QThread* owner) {
    std::shared_ptr<QTextDocument> document = newDocument(style.fixed);
    QTextBlockFormat block;
    block.setLineHeight(style.lineHeight, QTextBlockFormat::FixedHeight);
    QTextCursor cursor(document.get());
    cursor.setBlockFormat(block);
    cursor.insertText(withShortLines(withVisibleControls(text)));
    return finished(std::move(document), text, owner);
}

PreparedText preparePlain(const QString& text, const TextStyle& style, QThread* owner) {
    TextStyle plain = style;
    plain.fixed = style.body;
    return prepareSource(text, plain, owner);
}

PreparedText prepareTurns(const std::vector<Turn>& turns, const TextStyle& style, QThread* owner) {
    constexpr double Between = 6;
    std::shared_ptr<QTextDocument> document = newDocument(style.body);
    QTextCursor cursor(document.get());
    QString whole;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        QTextBlockFormat block;
        block.setLineHeight(style.lineHeight, QTextBlockFormat::FixedHeight);
        block.setLeftMargin(RoleColumn);
        block.setTopMargin(i == 0 ? 0 : Between);
        block.setProperty(RoleProperty, fromUtf8(turns[i].role));
        if (i == 0)
            cursor.setBlockFormat(block);
        else
            cursor.insertBlock(block);
        const QString content = withShortLines(withVisibleControls(fromUtf8(turns[i].content)));
        const qsizetype firstEnd = content.indexOf(QLatin1Char('\n'));
        cursor.insertText(content.left(firstEnd < 0 ? content.size() : firstEnd));
        if (firstEnd >= 0) {
            block.clearProperty(RoleProperty);
            block.setTopMargin(0);
            cursor.insertBlock(block);
            cursor.insertText(content.mid(firstEnd + 1));
        }
        whole += content;
    }
    return finished(std::move(document), whole, owner);
}

PreparedText prepareMarkdown(const QString& markdown, const TextStyle& style, QThread* owner) {
    const PlainReason reason = whyNotRendered(markdown);
    if (reason != PlainReason::None) {
        PreparedText plain = prepareSource(markdown, style, owner);
        plain.reason = reason;
        return plain;
    }
    std::shared_ptr<QTextDocument> document = newDocument(style.body);
    document->setMarkdown(withVisibleControls(markdown),
        QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    replaceImages(*document);
    applyTextStyle(*document, style);
    return finished(std::move(document), markdown, owner);
}

std::shared_ptr<QTextDocument> emptySafeDocument() {
    return newDocument(fontFor(TextRole::Response));
}

} // namespace assize::ui
