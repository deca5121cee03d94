// SPDX-License-Identifier: Apache-2.0
#include "tests/support/temp_session.h"

#include "core/model/judge_json.h"

namespace assize::test {

TempSession::TempSession()
    : m_path(m_folder.path() / "test.assize")
    , m_session(valueOf(Session::create(m_path)))
    , m_reader(valueOf(m_session->reader())) {}

SessionWriter& TempSession::writer() {
    return *valueOf(m_session->writer());
}

void TempSession::write(const SessionWriter::Job& job) {
    valueOf(writer().run(job));
}

RowKey TempSession::addPair(const std::string& sourceId, const std::string& prompt, const std::string& a,
    const std::string& b, const std::string& category) {
    Item item;
    item.format = "pairs";
    item.sourceId = sourceId;
    item.turns = {{"user", prompt}};
    item.responses = {{a, {}}, {b, {}}};
    item.category = category;
    RowKey key = 0;
    write([&](SessionTransaction& transaction) -> Result<void> {
        key = valueOf(transaction.addItem(item, {})).key;
        return {};
    });
    return key;
}

RowKey TempSession::addRun(const std::string& name, const std::string& judge) {
    RowKey key = 0;
    write([&](SessionTransaction& transaction) -> Result<void> {
        JudgeVersion version;
        version.definition.name = judge;
        version.hash = versionHash(version.definition);
        version.source = "file";
        Run run;
        run.name = name;
        run.identity = "identity of " + name;
        run.judgeVersionKey = valueOf(transaction.addJudgeVersion(version)).key;
        key = valueOf(transaction.addRun(run)).key;
        return {};
    });
    return key;
}

void TempSession::addVerdict(RowKey run, RowKey item, const std::string& presentation, Label label, double margin) {
    Verdict verdict;
    verdict.runKey = run;
    verdict.itemKey = item;
    verdict.presentation = presentation;
    verdict.judgement.outcome = Outcome::Verdict;
    verdict.judgement.label = label;
    verdict.judgement.scoreMargin = margin;
    write([&](SessionTransaction& transaction) -> Result<void> {
        const auto key = transaction.addVerdict(verdict);
        return key ? Result<void>() : tl::unexpected(key.error());
    });
}

void TempSession::close() {
    m_reader.reset();
    m_session.reset();
}

void TempSession::reopen() {
    close();
    m_session = valueOf(Session::open(m_path, Session::Access::ReadWrite));
    m_reader = valueOf(m_session->reader());
}

} // namespace assize::test
