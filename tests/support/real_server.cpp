// SPDX-License-Identifier: Apache-2.0
#include "tests/support/real_server.h"

#include "tests/support/fake_server.h"
#include "tests/support/process.h"

#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <unistd.h>

namespace assize::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* ModelFile = "judge.gguf";

fs::path serverScript() {
    const char* script = std::getenv("ASSIZE_REAL_SERVER");
    return script != nullptr && fs::exists(script) ? script : "";
}

fs::path serverFolder() {
    const char* folder = std::getenv("HOLD");
    return folder != nullptr ? fs::path(folder) : fs::temp_directory_path() / "assize-real-server";
}

} // namespace

RealServer::RealServer(std::string key, const std::string& modelOption)
    : m_port(std::to_string(unusedPort()))
    , m_key(std::move(key))
    , m_folder(serverFolder()) {
    const fs::path script = serverScript();
    if (script.empty()) {
        m_problem = "no model server is at hand: set ASSIZE_REAL_SERVER to a script that brings one up";
        return;
    }
    fs::create_directories(m_folder);
    m_lock = ::open((m_folder / "lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    ::flock(m_lock, LOCK_EX);
    fs::remove(m_folder / ModelFile); // that of another test
    if (!modelOption.empty())
        m_problem = makeModel(script, modelOption);
    if (m_problem.empty())
        m_problem = run("up");
}

RealServer::~RealServer() {
    if (m_lock < 0)
        return;
    static_cast<void>(run("down"));
    fs::remove(m_folder / ModelFile);
    ::close(m_lock);
}

fs::path RealServer::model() const {
    return m_folder / ModelFile;
}

/// Its own words up to the model's are how the program is called.
fs::path RealServer::writeProgram(const fs::path& folder) const {
    std::string pid;
    std::ifstream(m_folder / "run" / ("llama-" + m_port + ".pid")) >> pid;
    const fs::path process = fs::path("/proc") / pid;
    std::ifstream words(process / "cmdline", std::ios::binary);
    const fs::path program = folder / "llama-server";
    std::ofstream script(program);
    script << "#!/bin/sh\ncd '" << fs::read_symlink(process / "cwd").string() << "' && exec";
    for (std::string word; std::getline(words, word, '\0') && word != "-m";)
        script << " '" << word << "'";
    script << " \"$@\"\n";
    script.close();
    fs::permissions(program, fs::perms::owner_all);
    return program;
}

std::string RealServer::makeModel(const fs::path& script, const std::string& option) const {
    const Finished made = runProgram(
        {"python3", (script.parent_path() / "gguf_make.py").string(), (m_folder / ModelFile).string(), option});
    return made.status == 0 ? std::string() : "no model could be made: " + made.err;
}

std::string RealServer::run(const std::string& command) const {
    ProcessOptions options;
    options.environment = {{"HOLD", m_folder.string()}, {"PORT", m_port}, {"KEY", m_key}};
    options.limit = std::chrono::seconds(180);
    const Finished done = runProgram({serverScript().string(), command}, options);
    return done.status == 0 ? std::string() : "the llama.cpp server did not come up: " + done.err;
}

} // namespace assize::test
