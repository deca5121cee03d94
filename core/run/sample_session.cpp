// SPDX-License-Identifier: Apache-2.0
#include "core/run/sample_session.h"

#include "core/base/embedded_file.h"
#include "core/endpoint/builtin_lexical.h"
#include "core/import/import_job.h"
#include "core/judge/judge_yaml.h"
#include "core/judge/library.h"
#include "core/run/recorded_replies.h"
#include "core/run/run_engine.h"
#include "core/session/file_lock.h"
#include "core/session/save_copy.h"
#include "core/session/session.h"

#include <algorithm>
#include <unistd.h>

namespace assize {

std::span<const EmbeddedFile> embeddedSample(); // core/run/CMakeLists.txt

namespace {

constexpr std::string_view RecordedJudges[] = {"rubric-illustration", "grounding-illustration"};

class QuietImport final : public ImportObserver {
public:
    void importAdvanced(const std::string&, std::int64_t, std::int64_t, const ImportCounts&) override {}
    void rowSkipped(const SkippedRow&, std::string_view) override {}
};

class QuietRun final : public RunObserver {
public:
    void onPlanned(const Run&, const RunProgress&) override {}
    void onStored(std::span<const Verdict>, const RunProgress&) override {}
};

std::string_view sampleFile(const std::string& name) {
    for (const EmbeddedFile& file : embeddedSample()) {
        if (file.name == name)
            return file.text;
    }
    return {};
}

Result<void> importItems(Session& session, std::stop_token stop) {
    ImportJobOptions options;
    options.format = "pairs";
    options.stop = std::move(stop);
    auto source = ByteSource::fromText(std::string(sampleFile("items.jsonl")), "sample.jsonl");
    if (!source)
        return tl::unexpected(source.error());
    const auto importer = importerNamed("pairs");
    if (!importer)
        return tl::unexpected(importer.error());
    std::vector<ImportFile> files;
    files.push_back({std::move(*source), "sample.jsonl", *importer, false, {}});
    QuietImport observer;
    return importFiles(session, std::move(files), options, observer).map([](const ImportSummary&) {});
}

Result<void> addRecordedJudge(Session& session, const std::string& name) {
    const auto judge = judgeFromYaml(sampleFile(name + ".yaml"), name + ".yaml");
    if (!judge)
        return tl::unexpected(judge.error());
    const auto added = addRecordedReplies(session, *judge, name, sampleFile(name + ".jsonl"), name + ".jsonl");
    if (!added)
        return tl::unexpected(added.error());
    return added->skipped.empty() ? Result<void>() : tl::unexpected(added->skipped.front());
}

Result<void> runBuiltin(Session& session, std::stop_token stop) {
    const auto judge = findJudge("builtin", {});
    if (!judge)
        return tl::unexpected(judge.error());
    RunRequest request;
    request.judge = judge->judge;
    request.judgeSource = judge->source;
    request.endpoint = builtinEndpoint();
    QuietRun observer;
    return executeRun(session, request, observer, std::move(stop)).map([](const RunReport&) {});
}

Result<void> fill(const std::filesystem::path& path, const std::stop_token& stop) {
    auto session = Session::create(path);
    if (!session)
        return tl::unexpected(session.error());
    Result<void> done = importItems(**session, stop);
    for (const std::string_view name : RecordedJudges) {
        if (done)
            done = addRecordedJudge(**session, std::string(name));
    }
    return done ? runBuiltin(**session, stop) : done;
}

} // namespace

Result<void> makeSampleSession(const std::filesystem::path& target, std::stop_token stop) {
    std::error_code problem;
    std::filesystem::create_directories(target.parent_path(), problem);
    const std::filesystem::path temporary = target.string() + ".making-" + std::to_string(::getpid());
    std::filesystem::remove(temporary, problem);
    Result<void> made = fill(temporary, stop);
    if (made)
        made = FileLock::take(target).and_then([&](const auto&) { return replaceFile(temporary, target); });
    std::filesystem::remove(temporary, problem);
    std::filesystem::remove(temporary.string() + ".lock", problem);
    return made;
}

} // namespace assize
