// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QColor>
#include <QList>
#include <QTextLayout>

namespace assize::ui {

struct ReplyColors {
    QColor name;
    QColor string;
    QColor number;

    bool operator==(const ReplyColors&) const = default;
};

/// What stands out in a line of a judge's reply, be it JSON, YAML or neither: names before a colon, quoted strings,
/// numbers and truth values. Ranges do not overlap. Any thread.
[[nodiscard]] QList<QTextLayout::FormatRange> tokenFormats(const QString& line, const ReplyColors& colors);

} // namespace assize::ui
