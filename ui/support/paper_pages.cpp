// SPDX-License-Identifier: Apache-2.0
#include "ui/support/paper_pages.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextTable>
#include <algorithm>

namespace assize::ui {
namespace {

/// What is not cut.
struct Piece {
    PaperSlice place;
    bool holdsNext = false; ///< the next one stands on the same page
    bool isRow = false;
    PaperSlice heading; ///< of the table it is a row of
};

class PieceCollector {
public:
    PieceCollector(const QTextDocument& text, qreal pageHeight)
        : m_layout(*text.documentLayout())
        , m_highestRow(pageHeight / 3) {
        addFrame(*text.rootFrame());
    }
    [[nodiscard]] std::vector<Piece> take() { return std::move(m_pieces); }

private:
    void addFrame(const QTextFrame& frame) {
        for (auto part = frame.begin(); !part.atEnd(); ++part) {
            if (auto* table = qobject_cast<QTextTable*>(part.currentFrame()))
                addTable(*table);
            else if (part.currentFrame() != nullptr)
                addFrame(*part.currentFrame());
            else
                addBlock(part.currentBlock());
        }
    }

    void addBlock(const QTextBlock& block) {
        const bool isEmpty = block.length() <= 1;
        const bool goesOn = isEmpty && !m_pieces.empty() && m_pieces.back().holdsNext;
        for (const PaperSlice& line : linesOf(block))
            m_pieces.push_back({line, goesOn || block.blockFormat().headingLevel() > 0, false, {}});
    }

    [[nodiscard]] std::vector<PaperSlice> linesOf(const QTextBlock& block) const {
        const qreal top = m_layout.blockBoundingRect(block).top();
        std::vector<PaperSlice> lines;
        for (int at = 0; at < block.layout()->lineCount(); ++at) {
            const QTextLine line = block.layout()->lineAt(at);
            lines.push_back({top + line.y(), top + line.y() + line.height()});
        }
        return lines;
    }

    void addTable(QTextTable& table) {
        if (!m_pieces.empty() && !m_pieces.back().isRow)
            m_pieces.back().holdsNext = true;
        std::vector<std::vector<PaperSlice>> rows;
        for (int row = 0; row < table.rows(); ++row)
            rows.push_back(linesOfRow(table, row));
        const std::vector<qreal> edges = edgesOf(rows, m_layout.frameBoundingRect(&table));
        const auto headings = static_cast<std::size_t>(table.format().headerRowCount());
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const bool isHeading = row < headings && headings < rows.size();
            const PaperSlice place{edges[row], edges[row + 1]};
            if (isHeading || place.height() <= m_highestRow)
                m_pieces.push_back({place, isHeading, true, {}});
            else
                addHighRow(place, rows[row]);
            if (!isHeading && headings > 0 && headings < rows.size())
                repeatHeading({edges[0], edges[headings]}, place);
        }
    }

    /// The lines of all cells of a row, from the top.
    [[nodiscard]] std::vector<PaperSlice> linesOfRow(const QTextTable& table, int row) const {
        std::vector<PaperSlice> lines;
        for (int column = 0; column < table.columns(); ++column) {
            const QTextTableCell cell = table.cellAt(row, column);
            if (cell.row() != row || cell.column() != column)
                continue;
            for (auto part = cell.begin(); !part.atEnd(); ++part) {
                if (part.currentFrame() != nullptr) {
                    const QRectF place = m_layout.frameBoundingRect(part.currentFrame());
                    lines.push_back({place.top(), place.bottom()});
                    continue;
                }
                const std::vector<PaperSlice> more = linesOf(part.currentBlock());
                lines.insert(lines.end(), more.begin(), more.end());
            }
        }
        std::sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.top < b.top; });
        return lines;
    }

    /// Where rows begin and end: halfway between their lines, which is where the line between them is drawn.
    [[nodiscard]] static std::vector<qreal> edgesOf(
        const std::vector<std::vector<PaperSlice>>& rows, const QRectF& table) {
        std::vector<qreal> edges = {table.top()};
        qreal bottom = table.top();
        for (const std::vector<PaperSlice>& lines : rows) {
            if (&lines != &rows.front())
                edges.push_back(lines.empty() ? bottom : (bottom + lines.front().top) / 2);
            for (const PaperSlice& line : lines)
                bottom = std::max(bottom, line.bottom);
        }
        edges.push_back(table.bottom());
        return edges;
    }

    /// Lines that stand side by side are cut together.
    void addHighRow(const PaperSlice& row, const std::vector<PaperSlice>& lines) {
        constexpr qreal Touching = 0.5;
        std::vector<PaperSlice> bands;
        for (const PaperSlice& line : lines) {
            if (bands.empty() || line.top > bands.back().bottom - Touching)
                bands.push_back(line);
            else
                bands.back().bottom = std::max(bands.back().bottom, line.bottom);
        }
        bands.front().top = row.top;
        bands.back().bottom = row.bottom;
        for (const PaperSlice& band : bands)
            m_pieces.push_back({band, false, true, {}});
    }

    void repeatHeading(const PaperSlice& heading, const PaperSlice& row) {
        for (auto piece = m_pieces.rbegin(); piece != m_pieces.rend() && piece->place.top >= row.top; ++piece)
            piece->heading = heading;
    }

    const QAbstractTextDocumentLayout& m_layout;
    qreal m_highestRow;
    std::vector<Piece> m_pieces;
};

/// One after the last piece of the page that begins with this one and has so much room.
std::size_t endOfPage(const std::vector<Piece>& pieces, std::size_t first, qreal room) {
    std::size_t end = first + 1;
    while (end < pieces.size() && pieces[end].place.bottom - pieces[first].place.top <= room)
        ++end;
    std::size_t kept = end;
    while (end < pieces.size() && kept > first && pieces[kept - 1].holdsNext)
        --kept;
    return kept > first ? kept : end;
}

} // namespace

std::vector<PaperPage> cutIntoPages(const QTextDocument& text, qreal pageHeight) {
    const std::vector<Piece> pieces = PieceCollector(text, pageHeight).take();
    std::vector<PaperPage> pages;
    for (std::size_t first = 0; first < pieces.size();) {
        const PaperSlice& heading = pieces[first].heading;
        const qreal room = pageHeight - heading.height();
        const std::size_t end = endOfPage(pieces, first, room);
        const PaperSlice whole{pieces[first].place.top, pieces[end - 1].place.bottom};
        // Only what alone is higher than a page is on several.
        for (qreal top = whole.top; pages.empty() || top < whole.bottom; top += room)
            pages.push_back({heading, {top, std::min(whole.bottom, top + room)}});
        first = end;
    }
    return pages;
}

} // namespace assize::ui
