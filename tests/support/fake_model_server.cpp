// SPDX-License-Identifier: Apache-2.0
// The fake model server as a program, for benches and for trying faults by hand. Prints its URL and runs until its
// standard input ends or it is stopped.
//   fake-model-server [--port N] [--latency-ms N] [--fault NAME [--every N]] [--key KEY] [--answer FILE]
//                     [--close-idle-ms N] [--reasoning TEXT]
#include "tests/support/fake_model.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

namespace {

using namespace assize::test;

std::map<std::string, std::string> optionsOf(int argc, char** argv) {
    std::map<std::string, std::string> options;
    for (int index = 1; index + 1 < argc; index += 2)
        options[argv[index]] = argv[index + 1];
    return options;
}

int numberOr(const std::map<std::string, std::string>& options, const std::string& name, int fallback) {
    const auto found = options.find(name);
    return found == options.end() ? fallback : std::atoi(found->second.c_str());
}

std::string fileText(const std::string& path) {
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

} // namespace

int main(int argc, char** argv) {
    const auto options = optionsOf(argc, argv);
    FakeModelOptions model;
    model.latency = std::chrono::milliseconds(numberOr(options, "--latency-ms", 0));
    if (options.count("--key") > 0)
        model.key = options.at("--key");
    if (options.count("--reasoning") > 0)
        model.reasoning = options.at("--reasoning");
    if (options.count("--answer") > 0)
        model.fixedAnswer = fileText(options.at("--answer"));
    if (options.count("--fault") > 0) {
        const auto fault = faultFrom(options.at("--fault"));
        if (!fault) {
            std::fprintf(stderr, "no such fault; there are:");
            for (const FaultName& entry : faultNames())
                std::fprintf(stderr, " %s", std::string(entry.name).c_str());
            std::fprintf(stderr, "\n");
            return 2;
        }
        const int every = std::max(numberOr(options, "--every", 1), 1);
        model.fault = [fault, every](const FakeRequest& request) {
            return request.method == "POST" && request.number % every == every - 1 ? *fault : Fault::None;
        };
    }
    const FakeServer server(fakeModel(std::move(model)),
        {numberOr(options, "--port", 0), std::chrono::milliseconds(numberOr(options, "--close-idle-ms", 0))});
    std::printf("%s\n", server.url("/v1").c_str());
    std::fflush(stdout);
    while (std::getchar() != EOF) {
    }
    return 0;
}
