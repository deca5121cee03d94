// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/endpoint_client.h"
#include "core/model/verdict.h"
#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace assize {

class HttpClient;

/// What one item is tried with. Nothing of it is stored, and no session is needed.
struct TryRequest {
    Judge judge;
    Item item;
    std::string presentation = "AB";
    Endpoint endpoint;
    Credentials credentials;
    Capabilities capabilities;
};

/// A reply while it comes. The judgement is what its beginning says so far: criteria appear one by one.
struct TryProgress {
    std::string text;
    std::string reasoning;
    Judgement judgement;
    double seconds = 0; ///< since the call was sent
};

/// How a try ended: with a judgement, with a failure of the call, or with an error of ours before it was sent.
struct TryEnd {
    TryProgress last;
    Usage usage;
    double cost = 0; ///< in the currency of the endpoint's price
    std::optional<CallFailure> failure;
    std::optional<Error> error;
    HttpRequest request;   ///< as it was sent, without the key
    HttpResponse response; ///< status and headers, for the inspector
};

/// Hears of a try on the try's own thread, one call at a time.
class TryObserver {
public:
    virtual ~TryObserver() = default;
    /// There is more of the reply; at most twenty times a second.
    virtual void onProgress(const TryProgress& progress) = 0;
    /// Once, at the end; after it nothing comes.
    virtual void onEnd(const TryEnd& end) = 0;
};

/// Asks a judge about one item and lets somebody watch: the reply is streamed where the endpoint can, and read while it
/// comes, on a thread of its own. http and observer outlive it. Destroying it cancels the call and waits; no notice
/// comes after that.
class TryCall {
public:
    /// Starts at once. http may be null for kinds without a server.
    TryCall(HttpClient* http, TryRequest request, TryObserver& observer);
    ~TryCall();
    TryCall(const TryCall&) = delete;
    TryCall& operator=(const TryCall&) = delete;

    /// Ends the call within 100 ms; onEnd() tells of it as Cancelled.
    void cancel();

private:
    void run();
    [[nodiscard]] Result<void> askServer(TryEnd& end);
    [[nodiscard]] Result<void> askLocally(const EndpointKind& kind, TryEnd& end);
    void watch(TryEnd& end);
    [[nodiscard]] Judgement readSoFar(const std::string& text) const;
    void readWhole(TryEnd& end, JudgeReply reply) const;

    HttpClient* const m_http;
    const TryRequest m_request;
    TryObserver& m_observer;
    std::stop_source m_stop;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::string m_text;      ///< as it came, guarded by m_mutex
    std::string m_reasoning; ///< likewise
    std::optional<CallEnd> m_end;
    std::jthread m_thread; // last: everything above outlives it
};

} // namespace assize
