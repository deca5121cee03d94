// SPDX-License-Identifier: Apache-2.0
// assize-cli: the core without a display. Reads the command line, wires the terminal, runs one command.
#include "app/cli/command.h"
#include "app/cli/usage_error.h"
#include "core/base/error_text.h"
#include "core/base/log.h"

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <thread>
#include <unistd.h>

namespace {

using namespace assize;

/// Ctrl-C and SIGTERM ask the command to stop; a second one ends the process at once. Signals are taken by a thread of
/// their own, so that nothing of ours runs inside a handler.
std::stop_source& interruption() {
    static std::stop_source source;
    return source;
}

void watchSignals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN); // the write fails instead, and says so where somebody can clean up
    std::signal(SIGXFSZ, SIG_IGN);
    std::thread([set] {
        int signal = 0;
        while (sigwait(&set, &signal) == 0) {
            if (!interruption().request_stop())
                std::_Exit(130);
        }
    }).detach();
}

struct Bound {
    const cli::Command* command = nullptr;
    CLI::App* app = nullptr;
};

void declare(CLI::App& app, const cli::Command& command) {
    for (const cli::Positional& positional : command.positionals) {
        const std::string help(positional.help); // CLI11 takes a constant lvalue for an option bound to no variable
        CLI::Option* option = app.add_option(std::string(positional.name), help);
        option->expected(1, positional.repeats ? CLI::detail::expected_max_vector_size : 1);
        option->allow_extra_args(positional.repeats);
        if (positional.repeats)
            option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        option->required(positional.isRequired);
    }
    for (const cli::Option& option : command.options) {
        const std::string help(option.help);
        if (option.valueName.empty()) {
            app.add_flag(std::string(option.flag), help);
            continue;
        }
        CLI::Option* added = app.add_option(std::string(option.flag), help);
        added->type_name(std::string(option.valueName))->expected(option.isValueOptional ? 0 : 1, 1);
        added->allow_extra_args(false);
        added->multi_option_policy(option.repeats ? CLI::MultiOptionPolicy::TakeAll : CLI::MultiOptionPolicy::TakeLast);
    }
    const std::string help = "Print one JSON document";
    app.add_flag("--json", help);
}

/// Sub-commands of two words ("judges list") hang under an app of the first word.
std::vector<Bound> declareAll(CLI::App& root) {
    std::map<std::string, CLI::App*> groups;
    std::vector<Bound> bound;
    for (const cli::Command& command : cli::commands()) {
        const std::string name(command.name);
        const std::size_t space = name.find(' ');
        CLI::App* parent = &root;
        if (space != std::string::npos) {
            CLI::App*& group = groups[name.substr(0, space)];
            if (group == nullptr) {
                group = root.add_subcommand(name.substr(0, space));
                group->require_subcommand(1);
            }
            group->description(group->get_description() + (group->get_description().empty() ? "" : "; ") +
                               name.substr(space + 1) + ": " + std::string(command.summary));
            parent = group;
        }
        CLI::App* app = parent->add_subcommand(
            space == std::string::npos ? name : name.substr(space + 1), std::string(command.summary));
        declare(*app, command);
        bound.push_back({&command, app});
    }
    return bound;
}

cli::Arguments argumentsOf(const Bound& bound) {
    cli::Arguments arguments;
    const auto take = [&](std::string_view name) {
        const CLI::Option* option = bound.app->get_option(std::string(name));
        for (const std::string& value : option->results())
            arguments.add(std::string(name), value);
    };
    const auto takeOptional = [&](std::string_view name) { // CLI11 gives "true" for an absent value
        const CLI::Option* option = bound.app->get_option(std::string(name));
        if (option->count() > 0)
            arguments.add(std::string(name), option->results().back() == "true" ? "" : option->results().back());
    };
    for (const cli::Positional& positional : bound.command->positionals)
        take(positional.name);
    for (const cli::Option& option : bound.command->options) {
        if (option.isValueOptional)
            takeOptional(option.flag);
        else if (!option.valueName.empty())
            take(option.flag);
        else if (bound.app->get_option(std::string(option.flag))->count() > 0)
            arguments.setSwitch(std::string(option.flag));
    }
    return arguments;
}

/// An empty name is a variable of the shell that was never set.
Result<void> refuseEmptyNames(const cli::Command& command, const cli::Arguments& arguments) {
    for (const cli::Positional& positional : command.positionals) {
        for (const std::string& value : arguments.values(positional.name)) {
            if (value.empty())
                return fail(
                    ErrorCode::InvalidArgument, std::string(command.name), said("%1 is empty", positional.name));
        }
    }
    return {};
}

int runCommand(const Bound& bound, const std::string& configFolder) {
    const bool isTerminal = isatty(STDERR_FILENO) != 0;
    const char* noColour = std::getenv("NO_COLOR");
    cli::Terminal terminal{std::cout, std::cerr, bound.app->get_option("--json")->count() > 0, isTerminal,
        isTerminal && (noColour == nullptr || *noColour == '\0'), standardPlaces(configFolder),
        interruption().get_token()};
    try {
        const cli::Arguments arguments = argumentsOf(bound);
        if (const auto named = refuseEmptyNames(*bound.command, arguments); !named)
            return terminal.report(named.error());
        const int status = bound.command->run(arguments, terminal);
        std::cout.flush();
        constexpr int DoneWithProblems = 1;
        if (!std::cout && status <= DoneWithProblems && !terminal.isReaderGone())
            return terminal.report(
                {ErrorCode::NotWritable, "standard output", said("it was closed or the disk is full")});
        return status;
    } catch (const std::exception& problem) {
        return terminal.report({ErrorCode::Internal, std::string(bound.command->name), quoted(problem.what())});
    }
}

} // namespace

int main(int argc, char** argv) {
    watchSignals();
    CLI::App app("Judge with language models, and judge the judges.", "assize-cli");
    app.set_version_flag("--version", "assize-cli " ASSIZE_VERSION);
    std::string logLevel = "off";
    std::string configFolder;
    app.add_option("--log-level", logLevel, "The log goes to standard error")
        ->check(CLI::IsMember({"debug", "info", "warning", "error", "off"}));
    app.add_option("--config-dir", configFolder, "Use this folder for settings and endpoints");
    app.require_subcommand(1);
    app.fallthrough();
    const std::vector<Bound> bound = declareAll(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        if (problem.get_exit_code() == 0)
            return app.exit(problem); // --help or --version
        std::cerr << "assize-cli: " << errorText(cli::usageError({argv + 1, argv + argc}, problem.what())) << '\n';
        return cli::exitStatus(ErrorCode::InvalidArgument);
    }
    startLog({}, logLevelFrom(logLevel));
    for (const Bound& candidate : bound) {
        if (candidate.app->parsed())
            return runCommand(candidate, configFolder);
    }
    return cli::exitStatus(ErrorCode::InvalidArgument);
}
