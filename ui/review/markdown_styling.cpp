// SPDX-License-Identifier: Apache-2.0
#include "ui/review/markdown_styling.h"

#include "ui/review/safe_document.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>
#include <vector>

namespace assize::ui {
namespace {

/// Fragments are named by position, since changing one ends the iteration.
struct Fragment {
    int position;
    int length;
    QTextCharFormat format;
    int headingLevel;
};

std::vector<Fragment> fragmentsOf(const QTextDocument& document) {
    std::vector<Fragment> fragments;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            fragments.push_back({fragment.position(), fragment.length(), fragment.charFormat(), level});
        }
    }
    return fragments;
}

void select(QTextCursor& cursor, const Fragment& fragment) {
    cursor.setPosition(fragment.position);
    cursor.setPosition(fragment.position + fragment.length, QTextCursor::KeepAnchor);
}

QString imageWords(const QTextImageFormat& image) {
    const QString alt = image.stringProperty(QTextFormat::ImageAltText).trimmed();
    const QString address = image.name();
    return alt.isEmpty() ? QStringLiteral("[image: %1]").arg(address)
                         : QStringLiteral("[image: %1, %2]").arg(alt, address);
}

bool isCode(const QTextCharFormat& format) {
    return format.fontFixedPitch();
}

void styleFragment(QTextCursor& cursor, const Fragment& fragment, const TextStyle& style) {
    constexpr int Largest = 2;
    QTextCharFormat change;
    const bool isHeading = fragment.headingLevel > 0;
    if (isHeading) {
        const double factor = fragment.headingLevel < Largest ? 1.12 : 1.04;
        change.setProperty(QTextFormat::FontSizeAdjustment, 0);
        change.setFontPointSize(style.body.pointSizeF() * factor);
        change.setFontWeight(QFont::DemiBold);
    }
    if (isCode(fragment.format)) {
        change.setFontFamilies(style.fixed.families());
        change.setFontPointSize(style.fixed.pointSizeF());
        change.setBackground(style.codeArea);
    }
    if (fragment.format.isAnchor()) {
        change.setForeground(style.link);
        change.setFontUnderline(true);
    }
    if (change.isEmpty())
        return;
    select(cursor, fragment);
    cursor.mergeCharFormat(change);
}

struct Margins {
    double top;
    double bottom;
};

/// Qt takes the larger one of two margins that meet.
Margins marginsOf(const QTextBlock& block, bool isFirst) {
    constexpr double Between = 9;
    constexpr double AfterHeading = 3;
    if (block.blockFormat().headingLevel() > 0)
        return {isFirst ? 0.0 : Between, AfterHeading};
    if (block.textList() == nullptr)
        return {0, Between};
    const QTextBlock next = block.next();
    return {0, next.isValid() && next.textList() != nullptr ? 1 : Between};
}

void styleBlock(QTextCursor& cursor, const QTextBlock& block, const TextStyle& style) {
    constexpr double QuoteIndent = 14;
    const bool isInTable = cursor.currentTable() != nullptr;
    const QTextBlockFormat old = block.blockFormat();
    QTextBlockFormat format;
    format.setLineHeight(style.lineHeight, QTextBlockFormat::FixedHeight);
    const Margins margins = isInTable ? Margins{0, 0} : marginsOf(block, block.blockNumber() == 0);
    format.setTopMargin(margins.top);
    format.setBottomMargin(margins.bottom);
    const int quoteLevel = old.intProperty(QTextFormat::BlockQuoteLevel);
    if (quoteLevel > 0)
        format.setLeftMargin(QuoteIndent * quoteLevel);
    if (old.hasProperty(QTextFormat::BlockCodeFence) || old.hasProperty(QTextFormat::BlockCodeLanguage) ||
        old.nonBreakableLines()) {
        format.setNonBreakableLines(false);
        format.setBackground(style.codeArea);
        format.setTopMargin(0);
        format.setBottomMargin(0);
    }
    cursor.mergeBlockFormat(format);
}

/// After a block of code Qt's reader begins a table's first heading with an empty line, and leaves the bold off.
void mendFirstHeading(const QTextTable& table) {
    const QTextTableCell cell = table.cellAt(0, 0);
    QTextCursor cursor = cell.firstCursorPosition();
    const bool isEmpty = cursor.block().length() == 1;
    if (!isEmpty || cell.lastPosition() == cell.firstPosition())
        return;
    cursor.deleteChar();
    cursor.setPosition(cell.lastPosition(), QTextCursor::KeepAnchor);
    QTextCharFormat bold;
    bold.setFontWeight(QFont::Bold);
    cursor.mergeCharFormat(bold);
}

void styleTables(QTextDocument& document, const TextStyle& style) {
    const auto frames = document.rootFrame()->childFrames();
    for (QTextFrame* frame : frames) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (table == nullptr)
            continue;
        mendFirstHeading(*table);
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderBrush(style.line);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderCollapse(true);
        format.setCellPadding(4);
        format.setCellSpacing(0);
        format.setTopMargin(4);
        format.setBottomMargin(8);
        table->setFormat(format);
    }
}

} // namespace

void replaceImages(QTextDocument& document) {
    const std::vector<Fragment> fragments = fragmentsOf(document);
    QTextCursor cursor(&document);
    for (auto fragment = fragments.rbegin(); fragment != fragments.rend(); ++fragment) {
        if (!fragment->format.isImageFormat())
            continue;
        // One character per image; several in a row are one fragment only when they are the same image.
        QString words;
        for (int i = 0; i < fragment->length; ++i)
            words += imageWords(fragment->format.toImageFormat());
        select(cursor, *fragment);
        cursor.insertText(words, QTextCharFormat());
    }
}

void applyTextStyle(QTextDocument& document, const TextStyle& style) {
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    styleTables(document, style);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        styleBlock(cursor, block, style);
    }
    for (const Fragment& fragment : fragmentsOf(document))
        styleFragment(cursor, fragment, style);
    cursor.endEditBlock();
}

} // namespace assize::ui
