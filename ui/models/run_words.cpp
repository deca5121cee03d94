// SPDX-License-Identifier: Apache-2.0
#include "ui/models/run_words.h"

#include "core/model/presentation.h"
#include "ui/support/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace assize::ui {
namespace {

struct RunWords {
    Q_DECLARE_TR_FUNCTIONS(RunWords)
};

const QString Dash = QStringLiteral("–");

QString doneWords(const RunRow& row) {
    return row.failed == 0 ? RunWords::tr("Done")
                           : RunWords::tr("Done, %n failed", nullptr, static_cast<int>(row.failed));
}

} // namespace

QString phaseWords(const RunRow& row) {
    switch (row.phase) {
    case RunPhase::Queued:
        return RunWords::tr("Queued");
    case RunPhase::Planning:
        return RunWords::tr("Planning");
    case RunPhase::Running:
        return RunWords::tr("Running");
    case RunPhase::Paused:
        return RunWords::tr("Paused");
    case RunPhase::ServerAway:
        return RunWords::tr("Waiting for the server");
    case RunPhase::RateLimited:
        return RunWords::tr("Asked to wait");
    case RunPhase::Stopping:
        return RunWords::tr("Stopping");
    case RunPhase::Done:
        return doneWords(row);
    case RunPhase::Incomplete:
        return RunWords::tr("Stopped");
    case RunPhase::Budget:
        return RunWords::tr("Budget reached");
    case RunPhase::Unreachable:
        return RunWords::tr("No answer");
    case RunPhase::KeyRefused:
        return RunWords::tr("Key refused");
    case RunPhase::NoModel:
        return RunWords::tr("No such model");
    case RunPhase::Quota:
        return RunWords::tr("Account empty");
    case RunPhase::AllFailing:
        return RunWords::tr("All calls fail");
    case RunPhase::NotStarted:
        break;
    }
    return RunWords::tr("Not started");
}

QString phaseAdvice(const RunRow& row) {
    const auto left = static_cast<int>(row.left());
    switch (row.phase) {
    case RunPhase::ServerAway:
        return RunWords::tr(
            "The run waits, looks again by itself, and goes on when the server is back. Nothing is lost.");
    case RunPhase::RateLimited:
        return RunWords::tr("The run goes on by itself when the time is over.");
    case RunPhase::Budget:
        return RunWords::tr("%n call(s) were not made. Raise the budget to go on.", nullptr, left);
    case RunPhase::Unreachable:
        return RunWords::tr("%n call(s) were not made. Start the server, then resume the run.", nullptr, left);
    case RunPhase::KeyRefused:
        return RunWords::tr(
            "%n call(s) were not made. Correct the endpoint's key, then resume the run.", nullptr, left);
    case RunPhase::NoModel:
        return RunWords::tr("%n call(s) were not made. Load the model, or choose another in a new run.", nullptr, left);
    case RunPhase::Quota:
        return RunWords::tr("%n call(s) were not made. Add credit, then resume the run.", nullptr, left);
    case RunPhase::AllFailing:
        return RunWords::tr("%n call(s) were not made. Look at the failures, then resume the run.", nullptr, left);
    case RunPhase::NotStarted:
        return RunWords::tr("Nothing was sent.");
    default:
        return {};
    }
}

QString durationWords(double seconds) {
    const auto whole = static_cast<qint64>(std::ceil(seconds));
    constexpr qint64 Minute = 60;
    constexpr qint64 Hour = 3600;
    if (whole < Minute)
        return RunWords::tr("%1 s", "seconds").arg(whole);
    if (whole < Hour)
        return RunWords::tr("%1 min %2 s").arg(whole / Minute).arg(whole % Minute);
    return RunWords::tr("%1 h %2 min").arg(whole / Hour).arg(whole % Hour / Minute);
}

QString failureWords(const std::string& kind) {
    static const std::map<std::string, const char*, std::less<>> words = {
        {"parse", QT_TRANSLATE_NOOP("RunWords", "parse")},
        {"refused", QT_TRANSLATE_NOOP("RunWords", "refused")},
        {"cut off", QT_TRANSLATE_NOOP("RunWords", "cut off")},
        {"timeout", QT_TRANSLATE_NOOP("RunWords", "timeout")},
        {"network", QT_TRANSLATE_NOOP("RunWords", "network")},
        {"key", QT_TRANSLATE_NOOP("RunWords", "key")},
        {"model", QT_TRANSLATE_NOOP("RunWords", "model")},
        {"rejected", QT_TRANSLATE_NOOP("RunWords", "rejected")},
        {"too long", QT_TRANSLATE_NOOP("RunWords", "too long")},
        {"garbled", QT_TRANSLATE_NOOP("RunWords", "garbled")},
        {"quota", QT_TRANSLATE_NOOP("RunWords", "quota")},
        {"cancelled", QT_TRANSLATE_NOOP("RunWords", "cancelled")},
        {"skipped", QT_TRANSLATE_NOOP("RunWords", "skipped")},
        {"abstained", QT_TRANSLATE_NOOP("RunWords", "no answer")},
    };
    const auto found = words.find(kind);
    return found == words.end() ? withVisibleControls(fromUtf8(kind))
                                : QCoreApplication::translate("RunWords", found->second);
}

int raisedReplyTokens(std::int64_t tokens) {
    constexpr std::int64_t Most = 1'000'000;
    return static_cast<int>(std::min(2 * tokens, Most));
}

QString timeLeftWords(const RunRow& row) {
    if (row.phase == RunPhase::Queued)
        return row.waitsFor > 0 ? RunWords::tr("after %1", "the number of a run").arg(row.waitsFor)
                                : RunWords::tr("next", "run in the queue");
    if (row.phase == RunPhase::Paused)
        return RunWords::tr("paused");
    return row.secondsLeft && row.left() > 0 ? durationWords(*row.secondsLeft) : Dash;
}

QString rateWords(const RunRow& row) {
    constexpr double Many = 10;
    if (!row.perSecond)
        return Dash;
    return RunWords::tr("%1 /s", "calls a second").arg(number(*row.perSecond, *row.perSecond < Many ? 1 : 0));
}

QString moneyWords(double amount, const QString& currency) {
    constexpr int Cents = 2;
    constexpr int Fine = 4;
    return QStringLiteral("%1 %2").arg(number(amount, amount < 1 && amount > 0 ? Fine : Cents), currency);
}

QString costWords(const RunRow& row) {
    if (row.cost)
        return moneyWords(*row.cost, row.currency);
    return row.isLocal ? RunWords::tr("local", "in place of a cost") : Dash;
}

QString orderWords(const std::string& presentation) {
    constexpr std::size_t Two = 2;
    const std::string letters(lettersOf(presentation));
    const QString order = letters.size() < Two ? Dash
                          : letters.size() == Two
                              ? RunWords::tr("%1 first", "presentation order").arg(fromUtf8(letters.substr(0, 1)))
                              : fromUtf8(letters);
    if (!hidesReference(presentation))
        return order;
    return letters.size() < Two ? RunWords::tr("without reference", "of a call that was not shown it")
                                : RunWords::tr("%1, without reference", "presentation order").arg(order);
}

} // namespace assize::ui
