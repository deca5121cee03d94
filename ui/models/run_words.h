// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/models/run_rows.h"
#include <QString>

// What runs, their states and their failures are called in the window.
namespace assize::ui {

[[nodiscard]] QString phaseWords(const RunRow& row);
/// What a person can do about a run that waits or ended early, or just why; empty where there is nothing to say.
[[nodiscard]] QString phaseAdvice(const RunRow& row);
/// "42 s", "1 min 26 s", "2 h 5 min", rounded up.
[[nodiscard]] QString durationWords(double seconds);
/// A class of run_statistics.h: "parse", "timeout", …
[[nodiscard]] QString failureWords(const std::string& kind);
/// What a reply may take that was cut off at so many tokens, if it is to have a chance.
[[nodiscard]] int raisedReplyTokens(std::int64_t tokens);
[[nodiscard]] QString timeLeftWords(const RunRow& row);
[[nodiscard]] QString rateWords(const RunRow& row);
/// "1.14 EUR", four decimals below one; "local" on this machine.
[[nodiscard]] QString costWords(const RunRow& row);
[[nodiscard]] QString moneyWords(double amount, const QString& currency);
/// "A first", "B first"; the letters where more than two answers were shown.
[[nodiscard]] QString orderWords(const std::string& presentation);

} // namespace assize::ui
