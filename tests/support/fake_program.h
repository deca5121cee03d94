// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "tests/support/temp_folder.h"
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

namespace assize::test {

/// A program of this name at the front of PATH, for as long as the object lives.
class FakeProgram {
public:
    FakeProgram(std::string_view name, std::string_view script)
        : m_path(m_folder.write(name, script)) {
        std::filesystem::permissions(m_path, std::filesystem::perms::owner_all);
        ::setenv("PATH", (m_folder.path().string() + ":" + m_oldPath).c_str(), 1);
    }
    ~FakeProgram() { ::setenv("PATH", m_oldPath.c_str(), 1); }
    FakeProgram(const FakeProgram&) = delete;
    FakeProgram& operator=(const FakeProgram&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    TempFolder m_folder;
    std::filesystem::path m_path;
    std::string m_oldPath = std::getenv("PATH") == nullptr ? "" : std::getenv("PATH");
};

/// A llama-server that loads for a moment, then answers on its --port with a list of one model, until it is asked to
/// end.
constexpr std::string_view FakeLlamaServer = R"(#!/usr/bin/env python3
import http.server, json, sys

values = dict(zip(sys.argv[1:], sys.argv[2:]))
asked = 0
print("arguments " + json.dumps(sys.argv[1:]), flush=True)


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        global asked
        asked += 1
        isLoading = self.path == "/health" and asked < 3
        body = json.dumps({"object": "list", "data": [{"id": values["--alias"], "owned_by": "llamacpp",
            "meta": {"n_ctx": 4096}}]} if self.path.endswith("/models") else {"status": "ok"}).encode()
        self.send_response(503 if isLoading else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


http.server.HTTPServer((values["--host"], int(values["--port"])), Handler).serve_forever()
)";

} // namespace assize::test
