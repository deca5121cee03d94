// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/builtin_lexical_wording.h"

#include <algorithm>
#include <fmt/format.h>

namespace assize {
namespace {

/// Longer lists say no more; the rest is counted.
constexpr std::size_t ListLimit = 8;

std::string joined(const std::vector<std::string>& parts, bool inChinese) {
    std::string text;
    const std::size_t shown = std::min(parts.size(), ListLimit);
    for (std::size_t index = 0; index < shown; ++index) {
        if (index > 0)
            text += inChinese ? "、" : ", ";
        text += parts[index];
    }
    if (parts.size() > shown)
        text += inChinese ? fmt::format("等 {} 处", parts.size()) : fmt::format(" and {} more", parts.size() - shown);
    return text;
}

std::string defectName(FormDefect defect, bool inChinese) {
    switch (defect) {
    case FormDefect::Empty:
        return inChinese ? "回答为空" : "The response is empty";
    case FormDefect::Refusal:
        return inChinese ? "像是拒绝回答" : "It reads like a refusal";
    case FormDefect::UnclosedFence:
        return inChinese ? "代码块没有结束" : "A code block is not closed";
    case FormDefect::BrokenList:
        return inChinese ? "编号列表不完整" : "A numbered list is broken";
    }
    return {};
}

} // namespace

LexicalWording::LexicalWording(const LexicalText& answer, bool inChinese)
    : m_answer(answer)
    , m_inChinese(inChinese) {}

std::string LexicalWording::quoted(TextSpan span) const {
    const std::string_view words = m_answer.at(span);
    const bool isCurly = m_inChinese || words.find('"') != std::string_view::npos; // Hebrew words may hold one
    return isCurly ? fmt::format("“{}”", words) : fmt::format("\"{}\"", words);
}

std::string LexicalWording::quotedList(const std::vector<TextSpan>& spans) const {
    std::vector<std::string> parts;
    parts.reserve(spans.size());
    for (const TextSpan span : spans)
        parts.push_back(quoted(span));
    return joined(parts, m_inChinese);
}

std::string LexicalWording::emptyAnswer() const {
    return defectName(FormDefect::Empty, m_inChinese) + (m_inChinese ? "。" : ".");
}

std::string LexicalWording::coverage(const CoverageFinding& finding) const {
    if (finding.total == 0)
        return m_inChinese ? "提示中没有可供比对的实词。" : "The prompt has no content words to look for.";
    std::string text = m_inChinese
                           ? fmt::format("提示中的 {} 个实词用到了 {} 个", finding.total, finding.used)
                           : fmt::format("Uses {} of the prompt's {} content words", finding.used, finding.total);
    if (!finding.evidence.empty())
        text += (m_inChinese ? "：" : ": ") + quotedList(finding.evidence);
    if (!finding.missing.empty())
        text += (m_inChinese ? "；没有提到：" : "; not used: ") +
                joined({finding.missing.begin(), finding.missing.end()}, m_inChinese);
    return text + (m_inChinese ? "。" : ".");
}

std::string LexicalWording::noSource() const {
    return m_inChinese ? "没有参考答案或上下文可供比对，因此取中间分。"
                       : "There is no reference or context to compare with, so this is the middle score.";
}

std::string LexicalWording::support(const SupportFinding& finding) const {
    std::string text =
        m_inChinese
            ? fmt::format("{} 个实词中有 {} 个出现在参考答案或上下文中", finding.words, finding.found)
            : fmt::format("{} of {} content words stand in the reference or context", finding.found, finding.words);
    if (!finding.evidence.empty())
        text += (m_inChinese ? "：" : ": ") + quotedList(finding.evidence);
    if (!finding.unsupported.empty())
        text += (m_inChinese ? "；其中找不到：" : "; not found there: ") + quotedList(finding.unsupported);
    text += m_inChinese ? "。" : ".";
    if (finding.rougeL)
        text += m_inChinese ? fmt::format("与参考答案的 ROUGE-L 为 {:.2f}。", *finding.rougeL)
                            : fmt::format(" ROUGE-L against the reference is {:.2f}.", *finding.rougeL);
    return text;
}

std::string LexicalWording::repetition(const Repetition& finding) const {
    if (finding.total == 0)
        return m_inChinese ? "回答太短，谈不上重复。" : "Too short to repeat itself.";
    std::string text = m_inChinese
                           ? fmt::format("{} 个三词序列中有 {} 个互不相同", finding.total, finding.distinct)
                           : fmt::format("{} of {} three-word sequences are distinct", finding.distinct, finding.total);
    if (finding.times > 1)
        text += m_inChinese ? fmt::format("；{}出现了 {} 次", quoted(finding.span), finding.times)
                            : fmt::format("; {} comes {} times", quoted(finding.span), finding.times);
    return text + (m_inChinese ? "。" : ".");
}

std::string LexicalWording::form(const std::vector<FoundDefect>& defects) const {
    if (defects.empty())
        return m_inChinese ? "没有发现拒答、未结束的代码块或断开的列表。"
                           : "No refusal, unclosed code block or broken list was found.";
    std::string text;
    for (const FoundDefect& defect : defects) {
        if (!text.empty() && !m_inChinese)
            text += ' ';
        text += defectName(defect.defect, m_inChinese);
        if (defect.span.length > 0)
            text += (m_inChinese ? "：" : ": ") + quoted(defect.span);
        text += m_inChinese ? "。" : ".";
    }
    return text;
}

std::string LexicalWording::length(std::size_t mine, std::optional<std::size_t> other) const {
    if (!other)
        return m_inChinese ? fmt::format("{} 个字符；没有另一个回答可比。", mine)
                           : fmt::format("{} characters; there is no other response to compare with.", mine);
    return m_inChinese ? fmt::format("{} 个字符，另一个回答为 {} 个。", mine, *other)
                       : fmt::format("{} characters against {} of the other response.", mine, *other);
}

std::string LexicalWording::facts(const std::vector<TextSpan>& unsupported, bool hasDocument) const {
    const std::string_view where = hasDocument
                                       ? (m_inChinese ? "文档和问题" : "the document or the question")
                                       : (m_inChinese ? "问题（没有文档）" : "the question (there is no document)");
    if (unsupported.empty())
        return m_inChinese ? fmt::format("回答中的数字和名称都能在{}中找到。", where)
                           : fmt::format("Every number and name of the response stands in {}.", where);
    return m_inChinese ? fmt::format("在{}中找不到：{}。", where, quotedList(unsupported))
                       : fmt::format("Not found in {}: {}.", where, quotedList(unsupported));
}

std::string overallWording(
    double lead, double band, const std::vector<std::string>& leading, bool bothEmpty, bool inChinese) {
    const std::string what = baselineWording(inChinese);
    if (bothEmpty)
        return what + (inChinese ? "两个回答都是空的。" : " Both responses are empty.");
    if (leading.empty())
        return what + (inChinese ? fmt::format("加权得分相差 {:.3f}，在 {} 的平局范围之内。", lead, band)
                                 : fmt::format(" The weighted scores differ by {:.3f}, which is within the tie band "
                                               "of {}.",
                                       lead, band));
    return what + (inChinese ? fmt::format("较优的回答领先 {:.3f}，依据：{}。", lead, joined(leading, true))
                             : fmt::format(" The preferred response leads by {:.3f} through: {}.", lead,
                                   joined(leading, false)));
}

std::string baselineWording(bool inChinese) {
    return inChinese ? "词面基线：只统计词语，不理解内容。"
                     : "Lexical baseline: it counts words and understands nothing.";
}

} // namespace assize
