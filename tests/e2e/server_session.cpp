// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/server_session.h"

#include "core/session/session.h"
#include "core/session/session_reader.h"

#include <set>
#include <stdexcept>
#include <tuple>

namespace assize::test {
namespace {

std::string pairs(int items) {
    std::string text;
    for (int item = 0; item < items; ++item) {
        const std::string number = std::to_string(item);
        text += R"({"id":"i)" + number + R"(","prompt":"Describe the town number )" + number +
                R"(.","response_A":"Town )" + number +
                R"( lies at a river and is small.","response_B":"I have never been to town )" + number + R"(."})" +
                "\n";
    }
    return text;
}

} // namespace

ServerSession::ServerSession(int items, const std::string& name)
    : m_name(name) {
    m_home.write("pairs.jsonl", pairs(items));
    importInto(name);
}

void ServerSession::importInto(const std::string& name) const {
    const Finished imported = runCli({"import", name, "pairs.jsonl"}, m_home.path());
    if (imported.status != 0)
        throw std::runtime_error("import failed: " + imported.err);
}

std::vector<std::string> ServerSession::judgeCommand(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {programPath("assize-cli"), "judge", m_name});
    return arguments;
}

ProcessOptions ServerSession::options() const {
    ProcessOptions options;
    options.folder = m_home.path();
    return options;
}

Finished ServerSession::judge(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"judge", m_name});
    return runCli(std::move(arguments), m_home.path());
}

nlohmann::json ServerSession::judged(std::vector<std::string> arguments) const {
    arguments.emplace_back("--json");
    return nlohmann::json::parse(judge(std::move(arguments)).out, nullptr, false);
}

ServerSession::Stored ServerSession::stored() const {
    Stored stored;
    std::set<std::tuple<RowKey, RowKey, std::string, int>> calls;
    const auto session = Session::open(path(), Session::Access::ReadOnly).value();
    const auto reader = session->reader().value();
    SessionReader::VerdictParts parts;
    parts.allAttempts = true;
    const auto runs = reader->runs().value();
    for (const RunSummary& summary : runs) {
        const auto read = reader->forEachVerdict(summary.run.key, parts, [&](const Verdict& verdict) {
            ++stored.rows;
            calls.emplace(summary.run.key, verdict.itemKey, verdict.presentation, verdict.sample);
            return true;
        });
        if (!read)
            throw std::runtime_error(read.error().detail.english());
    }
    stored.calls = calls.size();
    return stored;
}

bool ServerSession::isSound() const {
    return runCli({"check", m_name}, m_home.path()).status == 0;
}

bool addsUp(const nlohmann::json& report) {
    return report["planned"] == report["already"].get<int>() + report["cached"].get<int>() + report["sent"].get<int>() +
                                    report["not_reached"].get<int>();
}

} // namespace assize::test
