// SPDX-License-Identifier: Apache-2.0
#include "ui/review/reply_colors.h"

#include <QRegularExpression>

namespace assize::ui {

QList<QTextLayout::FormatRange> tokenFormats(const QString& line, const ReplyColors& colors) {
    // A name is quoted, or at the start of a line and of a few words; numbers are whole values. Prose has colons and
    // numbers too. An apostrophe within a word begins no string.
    static const QRegularExpression token(
        QStringLiteral(R"re((?<name>"[^"]*"(?=\s*:))re"
                       R"re(|^\s*(?:-\s+)?[^\s:"'{}\[\],#-][^\s:"'{}\[\],]{0,60})re"
                       R"re((?: [^\s:"'{}\[\],]{1,30}){0,3}(?=:(?:\s|$))))re"
                       R"re(|(?<string>"(?:[^"\\]|\\.)*"|(?<!\w)'(?:[^']|'')*'))re"
                       R"re(|(?<=:|: |\[)(?:[-+]?\d+(?:\.\d+)?|true|false|null)(?=\s*(?:[\]}]|,[\s"]|$)))re"));
    QList<QTextLayout::FormatRange> formats;
    for (auto matches = token.globalMatch(line); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(match.capturedStart());
        range.length = static_cast<int>(match.capturedLength());
        range.format.setForeground(match.hasCaptured(u"name")     ? colors.name
                                   : match.hasCaptured(u"string") ? colors.string
                                                                  : colors.number);
        formats << range;
    }
    return formats;
}

} // namespace assize::ui
