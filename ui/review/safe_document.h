// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include <QColor>
#include <QFont>
#include <QString>
#include <QTextDocument>
#include <QTextFormat>
#include <memory>
#include <vector>

namespace assize::ui {

/// How text of strangers is set: fonts, line height and colours, taken by value so that a worker can use it.
struct TextStyle {
    QFont body;
    QFont fixed;
    int lineHeight = 20; ///< px
    QColor text;
    QColor text2;
    QColor line;
    QColor codeArea;
    QColor link;
};

/// The style of the current theme with text scaled by the factor. GUI thread.
[[nodiscard]] TextStyle currentTextStyle(double factor = 1.0);

/// Why a text is shown plain although rendered Markdown was asked for.
enum class PlainReason { None, TooLarge, LongLines, ManyTables };

/// A document ready for a view, on the GUI thread's side. Its text is plain[i] at position i.
struct PreparedText {
    std::shared_ptr<QTextDocument> document;
    QString plain;
    PlainReason reason = PlainReason::None;
    qsizetype words = 0;
    qsizetype characters = 0;
};

/// Markdown as a document that opens nothing: no HTML, images as words, no resource ever loaded. Falls back to plain
/// text beyond the limits of qt-facts.md (256 KiB, 300 tables, lines of 8 KiB), which the reason says. Any thread; the
/// document then belongs to the given thread.
[[nodiscard]] PreparedText prepareMarkdown(const QString& markdown, const TextStyle& style, QThread* owner);

/// The text as it is, in the fixed font. Lines beyond 4096 characters are cut for display.
[[nodiscard]] PreparedText prepareSource(const QString& text, const TextStyle& style, QThread* owner);

/// The turns of a conversation, each block with the role of its turn in RoleProperty where a turn begins.
[[nodiscard]] PreparedText prepareTurns(const std::vector<Turn>& turns, const TextStyle& style, QThread* owner);

/// The text as it is, in the body font.
[[nodiscard]] PreparedText preparePlain(const QString& text, const TextStyle& style, QThread* owner);

/// Block property: "user", "assistant", …, on the first block of a turn.
constexpr int RoleProperty = QTextFormat::UserProperty + 1;
/// How far turns stand in from the left, for their roles; px.
constexpr int RoleColumn = 80;

/// An empty document of the kind that loads nothing: views start with one.
[[nodiscard]] std::shared_ptr<QTextDocument> emptySafeDocument();

/// The text in pieces no longer than a display line may be, joined by line ends.
[[nodiscard]] QString withShortLines(const QString& text);

} // namespace assize::ui
