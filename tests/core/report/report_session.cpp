// SPDX-License-Identifier: Apache-2.0
#include "tests/core/report/report_session.h"

#include "core/base/text.h"
#include "core/model/judge_json.h"

#include <array>
#include <vector>

namespace assize::test {
namespace {

constexpr std::array<std::string_view, 5> Entities = {"amp;", "lt;", "gt;", "quot;", "#"};

std::string_view nameOf(std::string_view tag) {
    return tag.substr(0, std::min(tag.find_first_of(" \n\t/"), tag.size()));
}

/// The end of a tag, which quoted attributes do not end.
std::size_t endOfTag(std::string_view text, std::size_t at) {
    char quote = 0;
    for (; at < text.size(); ++at) {
        if (quote == 0 && text[at] == '>')
            return at;
        if (quote == 0 && (text[at] == '"' || text[at] == '\''))
            quote = text[at];
        else if (text[at] == quote)
            quote = 0;
    }
    return std::string_view::npos;
}

std::string entityProblem(std::string_view text) {
    for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
        const auto begins = [&](std::string_view entity) { return text.substr(at + 1).starts_with(entity); };
        if (std::none_of(Entities.begin(), Entities.end(), begins))
            return "a bare & in " + std::string(text.substr(at, 20));
    }
    return {};
}

} // namespace

std::string xmlProblem(std::string_view text) {
    if (!isUtf8(text))
        return "not UTF-8";
    std::vector<std::string> open;
    std::size_t at = text.starts_with("<!DOCTYPE html>") ? 15 : 0;
    while (at < text.size()) {
        const std::size_t tag = std::min(text.find('<', at), text.size());
        if (const std::string problem = entityProblem(text.substr(at, tag - at)); !problem.empty())
            return problem;
        if (tag == text.size())
            break;
        const std::size_t end = endOfTag(text, tag + 1);
        if (end == std::string_view::npos)
            return "a tag that does not end: " + std::string(text.substr(tag, 40));
        const std::string_view inside = text.substr(tag + 1, end - tag - 1);
        if (inside.find('<') != std::string_view::npos)
            return "< within a tag: " + std::string(inside.substr(0, 40));
        if (inside.starts_with('/')) {
            if (open.empty() || open.back() != inside.substr(1))
                return "</" + std::string(inside.substr(1)) + "> closes <" + (open.empty() ? "" : open.back()) + ">";
            open.pop_back();
        } else if (!inside.ends_with('/')) {
            open.emplace_back(nameOf(inside));
        }
        at = end + 1;
    }
    return open.empty() ? std::string() : "<" + open.back() + "> is never closed";
}

std::size_t occurrences(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

ReportSession::ReportSession() {
    const RowKey run = m_temp.addRun("pairwise-v1", "pairwise");
    const auto add = [&](const char* id, Label gold, Label forward, Label backward, double margin) {
        const RowKey item = m_temp.addPair(id, std::string("prompt of ") + id, "first answer", "second answer", "chat");
        addGold(item, gold);
        m_temp.addVerdict(run, item, "AB", forward, margin);
        m_temp.addVerdict(run, item, "BA", backward, margin);
    };
    add("right-1", Label::A, Label::A, Label::A, 0.3);
    add("right-2", Label::B, Label::B, Label::B, -0.2);
    add("wrong-1", Label::A, Label::B, Label::B, -0.4);
    add("flip-1", Label::A, Label::A, Label::B, 0);
}

void ReportSession::addGold(RowKey item, Label label) {
    m_temp.write([&](SessionTransaction& transaction) -> Result<void> {
        ItemLabel row;
        row.itemKey = item;
        row.label = label;
        const auto added = transaction.addLabel(row);
        return added ? Result<void>() : tl::unexpected(added.error());
    });
}

void ReportSession::addServerRun(
    const std::string& name, const std::string& parameters, Label label, const Usage& usage) {
    m_temp.write([&](SessionTransaction& transaction) -> Result<void> {
        assize::Run run;
        run.name = name;
        run.judgeVersionKey = 1;
        run.endpointKind = "openai-chat";
        run.endpointUrl = "http://models.example.org/v1";
        run.model = "large";
        run.identity = name;
        run.parameters = parameters;
        Verdict verdict;
        verdict.runKey = valueOf(transaction.addRun(run)).key;
        verdict.itemKey = 1;
        verdict.judgement.outcome = Outcome::Verdict;
        verdict.judgement.label = label;
        verdict.usage = usage;
        (void)valueOf(transaction.addVerdict(verdict));
        return {};
    });
}

std::string ReportSession::html(const ReportOptions& options) {
    return valueOf(writeReport(m_temp.reader(), options)).html;
}

} // namespace assize::test
