// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/endpoint.h"
#include "ui/bridge/run_controller.h"
#include "ui/bridge/run_overview.h"
#include <QMetaType>
#include <QString>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace assize::ui {

/// What a run is doing, in the words that the table of runs has for it.
enum class RunPhase {
    Queued,
    Planning,
    Running,
    Paused,
    ServerAway,  ///< nobody answers; it goes on by itself when somebody does
    RateLimited, ///< the server asked to be left alone for a while
    Stopping,
    Done,
    Incomplete,  ///< stopped, or the program ended before it did
    Budget,      ///< another call might pass its limits
    Unreachable, ///< nobody answered for too long
    KeyRefused,
    NoModel,
    Quota,
    AllFailing,
    NotStarted, ///< it could not be planned
};

/// One line of the table of runs: what the session holds, and what this window knows of it beside.
struct RunRow {
    quint64 ticket = 0; ///< of this window; 0 if it only stands in the session
    RowKey key = 0;     ///< 0 before it is planned
    int number = 0;
    QString name;
    QString judge;
    QString endpoint;
    RunPhase phase = RunPhase::Done;
    int waitsFor = 0;     ///< the number of the run before it in the queue; 0: none that has one
    bool isRetry = false; ///< waits to ask again for calls of it
    qint64 planned = 0;
    qint64 reached = 0; ///< have an outcome
    qint64 failed = 0;  ///< of these, without a verdict
    qint64 toRetry = 0; ///< calls that are to be made again when it is over
    std::optional<double> perSecond;
    std::optional<double> secondsLeft;
    std::optional<double> cost; ///< nothing where no price is known
    QString currency;
    bool isLocal = false; ///< on this machine, or without a server
    bool isBuiltin = false;
    std::map<std::string, std::int64_t> failures; ///< by class
    Sentence detail;                              ///< why it waits or ended, in words of the engine

    [[nodiscard]] qint64 left() const { return planned - reached; }
    [[nodiscard]] bool isActive() const { return phase > RunPhase::Queued && phase < RunPhase::Done; }
    bool operator==(const RunRow&) const = default;
};

/// The runs that go first, then those that wait, then the others from the newest. endpoints: those that are set up, for
/// names and prices.
[[nodiscard]] std::vector<RunRow> runRows(
    const RunOverview& stored, const std::vector<LiveRun>& live, const std::vector<Endpoint>& endpoints);

/// "llama.cpp :8080", "api.example.net", "built in"; imported runs have none.
[[nodiscard]] QString endpointWords(const Run& run, const std::vector<Endpoint>& endpoints);

} // namespace assize::ui

Q_DECLARE_METATYPE(assize::ui::RunRow)
