// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/builtin_lexical.h"
#include "core/judge/library.h"
#include "tests/core/run/recording_observer.h"
#include "tests/support/temp_session.h"
#include <string>

namespace assize::test {

/// A preset at the built-in endpoint.
inline RunRequest builtinRequest(const std::string& judge = "builtin") {
    RunRequest request;
    auto preset = valueOf(findJudge(judge, {}));
    request.judge = std::move(preset.judge);
    request.judgeSource = preset.source;
    request.endpoint = builtinEndpoint();
    return request;
}

/// A whole run; throws where it fails.
inline RunReport judgeWith(TempSession& session, const RunRequest& request) {
    RecordingObserver observer;
    return valueOf(executeRun(session.session(), request, observer, {}));
}

} // namespace assize::test
