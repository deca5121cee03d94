// SPDX-License-Identifier: Apache-2.0
// The log of a run in words.
#include "ui/models/run_words.h"
#include "ui/runs/run_detail.h"
#include "ui/support/error_text.h"
#include "ui/support/sentence_text.h"
#include "ui/support/text.h"

#include <QCoreApplication>
#include <QLocale>

namespace assize::ui {
namespace {

struct RunLog {
    Q_DECLARE_TR_FUNCTIONS(RunLog)
};

QString noticeSentence(const RunNotice& notice) {
    switch (notice.kind) {
    case RunNotice::Kind::GoingOn:
        return RunLog::tr("Goes on");
    case RunNotice::Kind::Paused:
        return RunLog::tr("Paused");
    case RunNotice::Kind::RateLimited:
        return RunLog::tr("The server asks to wait");
    case RunNotice::Kind::ServerAway:
        return RunLog::tr("The server does not answer; the run waits and looks again by itself");
    case RunNotice::Kind::SchemaRefused:
        break;
    }
    return RunLog::tr("The server takes no JSON schema; the run asks without one");
}

QString endSentence(const LiveRun& run) {
    if (run.error) {
        const ErrorSentences sentences = errorSentences(*run.error);
        return RunLog::tr("Not started: %1 %2", "what happened, what to do").arg(sentences.what, sentences.advice);
    }
    const RunProgress& progress = run.report->progress;
    const QLocale locale;
    const auto count = [&](std::int64_t value) { return locale.toString(static_cast<qlonglong>(value)); };
    QString text = RunLog::tr("Ended after %1: %2 sent, %3 reused, %4 answered before, %5 not reached")
                       .arg(durationWords(run.report->seconds), count(progress.sent), count(progress.cached),
                           count(progress.already), count(progress.notReached()));
    if (run.report->unsuitable > 0)
        text += QLatin1Char('\n') + RunLog::tr("%n item(s) left out, which the judge does not suit", nullptr,
                                        static_cast<int>(run.report->unsuitable));
    if (!run.report->endDetail.isEmpty())
        text += QLatin1Char('\n') + withVisibleControls(worded(run.report->endDetail));
    return text;
}

} // namespace

QString runLog(const LiveRun& run) {
    QStringList lines;
    for (const LiveRun::Event& event : run.events) {
        QString sentence = event.notice ? noticeSentence(*event.notice) : RunLog::tr("Started");
        if (event.notice && !event.notice->detail.isEmpty())
            sentence += QStringLiteral(" (%1)").arg(withVisibleControls(worded(event.notice->detail)));
        lines << QStringLiteral("%1  %2").arg(
            QLocale().toString(event.at.time(), QStringLiteral("HH:mm:ss")), sentence);
    }
    if (run.state == LiveRun::State::Ended)
        lines << endSentence(run);
    return lines.join(QLatin1Char('\n'));
}

} // namespace assize::ui
