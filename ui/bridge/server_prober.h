// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/probe.h"
#include "ui/bridge/mailbox.h"
#include "ui/bridge/worker_thread.h"
#include <QObject>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace assize::ui {

class ModelServers;

/// Asks a server what it can do, on a thread of its own, and tells step by step what is known so far. What it finds is
/// kept for runs, and the server's lamp learns of it. GUI thread; destroying it stops what is under way.
class ServerProber final : public QObject {
    Q_OBJECT

public:
    explicit ServerProber(ModelServers& servers, QObject* parent = nullptr);
    ~ServerProber() override;

    /// typedKey: a key that is not stored yet, used in place of what the endpoint points to. finished() ends it.
    void test(const Endpoint& endpoint, const std::optional<std::string>& typedKey = std::nullopt);
    /// Only the list of models; modelsListed() ends it.
    void listModels(const Endpoint& endpoint, const std::optional<std::string>& typedKey = std::nullopt);
    /// Ends what is under way with Cancelled, within a moment.
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// How the last question of its kind ended.
    [[nodiscard]] const Result<ProbeReport>& report() const { return m_report; }
    [[nodiscard]] const Result<std::vector<std::string>>& models() const { return m_models; }

Q_SIGNALS:
    void stepStarted(assize::ProbeStep step, const assize::ProbeReport& soFar);
    void finished();     ///< report() has it
    void modelsListed(); ///< models() has them

private:
    /// What one question needs; belongs to the thread that asks it.
    struct Question {
        int number = 0; ///< answers to earlier ones are dropped
        HttpClient* http = nullptr;
        Endpoint endpoint;
        Credentials credentials;
        std::stop_token stop;
    };
    using Job = std::function<void(const Question&)>;
    using NoKey = std::function<void(const Error&)>;
    void start(const Endpoint& endpoint, const std::optional<std::string>& typedKey, Job job, NoKey noKey);
    void runTest(const Question& question);
    void runList(const Question& question);
    /// Calls on the GUI thread, unless another question has been asked since.
    void answer(int number, std::function<void()> call);
    void noteState(const Endpoint& endpoint, const std::optional<Error>& error);

    ModelServers& m_servers;
    int m_number = 0;
    bool m_isBusy = false;
    Result<ProbeReport> m_report;
    Result<std::vector<std::string>> m_models;
    std::stop_source m_stop;
    Mailbox m_mailbox{this};
    WorkerThread m_thread; // last: joins before all it uses
};

} // namespace assize::ui
