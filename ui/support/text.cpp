// SPDX-License-Identifier: Apache-2.0
#include "ui/support/text.h"

#include <QLocale>
#include <cmath>

namespace assize::ui {
namespace {

constexpr QChar Minus(0x2212);
constexpr QChar EnDash(0x2013);

bool turnsDirection(char16_t unit) {
    return unit == 0x061C || unit == 0x200E || unit == 0x200F || (unit >= 0x202A && unit <= 0x202E) ||
           (unit >= 0x2066 && unit <= 0x2069);
}

} // namespace

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string toUtf8(const QString& text) {
    return text.toStdString();
}

QString number(double value, int decimals) {
    QString text = QString::number(std::abs(value), 'f', decimals);
    const bool isZero = text.toDouble() == 0.0;
    return value < 0 && !isZero ? Minus + text : text;
}

QString signedNumber(double value, int decimals) {
    const QString text = number(value, decimals);
    const bool isPositive = value > 0 && text.toDouble() != 0.0;
    return isPositive ? QLatin1Char('+') + text : text;
}

QString numberOrDash(std::optional<double> value, int decimals) {
    return value ? number(*value, decimals) : QString(EnDash);
}

QString scoreText(std::optional<double> value) {
    if (!value)
        return QString(EnDash);
    constexpr int Digits = 4;
    QString text = QString::number(std::abs(*value), 'g', Digits);
    return *value < 0 ? Minus + text : text;
}

QString withVisibleControls(QString text) {
    constexpr QChar DirectionMark(0x2948); // a double-headed arrow: rare in prose
    for (QChar& unit : text) {
        if (turnsDirection(unit.unicode()))
            unit = DirectionMark;
        else if (unit.category() == QChar::Other_Control && unit != QLatin1Char('\n') && unit != QLatin1Char('\t'))
            unit = QLatin1Char(' ');
    }
    return text;
}

QString plainToolTip(const QString& text) {
    if (text.isEmpty())
        return {};
    return QStringLiteral("<span style=\"white-space: pre-wrap\">%1</span>").arg(text.toHtmlEscaped());
}

QString firstLine(const QString& text) {
    for (QStringView line : QStringView(text).split(QLatin1Char('\n'))) {
        line = line.trimmed();
        while (!line.isEmpty() && QStringView(u"#>*-").contains(line.front()))
            line = line.mid(1).trimmed();
        if (!line.isEmpty())
            return line.toString();
    }
    return {};
}

} // namespace assize::ui
