// SPDX-License-Identifier: Apache-2.0
#pragma once

class QTextDocument;

namespace assize::ui {

struct TextStyle;

/// Turns every image of a parsed document into words, "[image: alt, address]", so that nothing is left to load.
void replaceImages(QTextDocument& document);

/// Gives a parsed document the window's look: line height, heading sizes, code, quotes, tables, links.
void applyTextStyle(QTextDocument& document, const TextStyle& style);

} // namespace assize::ui
