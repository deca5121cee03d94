// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QtGlobal>
#include <vector>

class QTextDocument;

namespace assize::ui {

/// A part of a text from side to side, in the measures of its layout.
struct PaperSlice {
    qreal top = 0;
    qreal bottom = 0;

    [[nodiscard]] qreal height() const { return bottom - top; }
};

/// What one page shows: the heading of the table that goes on from the page before, where one does, and then the text.
struct PaperPage {
    PaperSlice heading;
    PaperSlice text;
};

/// Cuts a text that is laid out in one piece into pages no higher than this. No line, drawing or row of a table is cut
/// that fits on a page; only rows higher than a third of one may be, between their lines. A heading stays with what
/// follows it, and so does the line before a table.
[[nodiscard]] std::vector<PaperPage> cutIntoPages(const QTextDocument& text, qreal pageHeight);

} // namespace assize::ui
