// SPDX-License-Identifier: Apache-2.0
// Rendering is ours and not kainjow::mustache's: that library keeps its tokens to itself, renders an unknown name as
// nothing without saying so, cannot show one as typed, and lets a template change the delimiters. Here one scan serves
// renderer, lint and editor, so that all of them mean the same.
#include "core/base/text.h"
#include "core/judge/template.h"

#include <algorithm>
#include <fmt/format.h>

namespace assize {
namespace {

bool isTag(TokenKind kind) {
    return kind == TokenKind::Section || kind == TokenKind::InvertedSection || kind == TokenKind::SectionEnd ||
           kind == TokenKind::Comment;
}

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/// Takes the line away from tags that have it for themselves, by shortening the texts around them.
void trimStandaloneTags(std::string_view text, std::vector<TemplateToken>& tokens) {
    for (std::size_t index = 0; index < tokens.size(); ++index) {
        const TemplateToken& tag = tokens[index];
        if (!isTag(tag.kind))
            continue;
        std::size_t begin = tag.offset;
        while (begin > 0 && isBlank(text[begin - 1]))
            --begin;
        std::size_t end = tag.offset + tag.length;
        while (end < text.size() && isBlank(text[end]))
            ++end;
        if ((begin > 0 && text[begin - 1] != '\n') || (end < text.size() && text[end] != '\n'))
            continue;
        end = std::min(end + 1, text.size());
        if (begin < tag.offset)
            tokens[index - 1].length -= tag.offset - begin;
        const std::size_t after = end - tag.offset - tag.length;
        if (after > 0) {
            tokens[index + 1].offset += after;
            tokens[index + 1].length -= after;
        }
    }
}

constexpr std::size_t MostSteps = 1'000'000; ///< tokens written for one message

class Renderer {
public:
    Renderer(std::string_view text, const TemplateScope& partials, bool keepUnknown)
        : m_text(text)
        , m_tokens(scanTemplate(text))
        , m_partials(partials)
        , m_keepUnknown(keepUnknown) {
        trimStandaloneTags(text, m_tokens);
        findEnds();
    }

    Result<TemplateOutput> run(const TemplateScope& variables) {
        m_scopes.push_back(&variables);
        if (auto done = renderRange(0, m_tokens.size()); !done)
            return tl::unexpected(done.error());
        return std::move(m_out);
    }

private:
    Result<void> renderRange(std::size_t begin, std::size_t end) {
        for (std::size_t index = begin; index < end; ++index) {
            const TemplateToken& token = m_tokens[index];
            if (++m_steps > MostSteps)
                return fail(ErrorCode::InvalidArgument, fmt::format("line {}", lineAt(m_text, token.offset)),
                    said("its sections repeat each other without end"));
            Result<void> done;
            if (token.kind == TokenKind::Text)
                m_out.text += m_text.substr(token.offset, token.length);
            else if (token.kind == TokenKind::Variable)
                done = renderVariable(token);
            else if (token.kind == TokenKind::Partial)
                done = renderPartial(token);
            else if (token.kind == TokenKind::Broken)
                done = unknown(token, quoted(std::string(token.problem)));
            else if (token.kind == TokenKind::Section || token.kind == TokenKind::InvertedSection)
                done = renderSection(index);
            if (!done)
                return done;
        }
        return {};
    }

    Result<void> renderVariable(const TemplateToken& token) {
        const TemplateValue* value = find(token.name);
        if (value == nullptr)
            return unknown(token, said("unknown variable \"%1\"", token.name));
        if (value->isAbsent && std::find(m_guarded.begin(), m_guarded.end(), token.name) == m_guarded.end())
            m_out.absentNames.emplace_back(token.name);
        else
            m_out.text += value->text;
        return {};
    }

    Result<void> renderPartial(const TemplateToken& token) {
        const auto partial = m_partials.find(token.name);
        if (partial == m_partials.end())
            return unknown(token, said("unknown partial \"%1\"", token.name));
        m_out.text += partial->second.text;
        return {};
    }

    /// Leaves the index on the section's end.
    Result<void> renderSection(std::size_t& index) {
        const std::size_t begin = index + 1;
        const std::size_t end = m_ends[index];
        const TemplateToken& token = m_tokens[index];
        index = end;
        const TemplateValue* value = find(token.name);
        if (value == nullptr && !m_keepUnknown)
            return unknown(token, said("unknown variable \"%1\"", token.name));
        const bool isTrue = value != nullptr && (value->isList ? !value->items.empty() : !value->text.empty());
        if (token.kind == TokenKind::InvertedSection)
            return isTrue ? Result<void>() : renderRange(begin, end);
        if (!isTrue)
            return {};
        return value->isList ? renderItems(*value, begin, end) : renderGuarded(*value, token.name, begin, end);
    }

    Result<void> renderItems(const TemplateValue& list, std::size_t begin, std::size_t end) {
        for (const TemplateScope& item : list.items) {
            m_scopes.push_back(&item);
            const auto done = renderRange(begin, end);
            m_scopes.pop_back();
            if (!done)
                return done;
        }
        return {};
    }

    /// A section on a text shows its inside once; {{.}} in it is the text.
    Result<void> renderGuarded(const TemplateValue& value, std::string_view name, std::size_t begin, std::size_t end) {
        const TemplateScope itself = {{".", value}};
        m_scopes.push_back(&itself);
        m_guarded.push_back(name);
        const auto done = renderRange(begin, end);
        m_guarded.pop_back();
        m_scopes.pop_back();
        return done;
    }

    /// Where each section ends, by its beginning.
    void findEnds() {
        m_ends.resize(m_tokens.size(), m_tokens.size());
        std::vector<std::size_t> open;
        for (std::size_t index = 0; index < m_tokens.size(); ++index) {
            const TokenKind kind = m_tokens[index].kind;
            if (kind == TokenKind::Section || kind == TokenKind::InvertedSection) {
                open.push_back(index);
            } else if (kind == TokenKind::SectionEnd && !open.empty()) {
                m_ends[open.back()] = index;
                open.pop_back();
            }
        }
    }

    [[nodiscard]] const TemplateValue* find(std::string_view name) const {
        for (auto scope = m_scopes.rbegin(); scope != m_scopes.rend(); ++scope) {
            if (const auto found = (*scope)->find(name); found != (*scope)->end())
                return &found->second;
        }
        const std::size_t dot = name.find('.');
        if (dot == std::string_view::npos)
            return nullptr;
        const auto any = m_scopes.front()->find(std::string(name.substr(0, dot)) + ".*");
        return any == m_scopes.front()->end() ? nullptr : &any->second;
    }

    Result<void> unknown(const TemplateToken& token, Sentence why) {
        if (!m_keepUnknown)
            return fail(
                ErrorCode::InvalidArgument, fmt::format("line {}", lineAt(m_text, token.offset)), std::move(why));
        m_out.text += m_text.substr(token.offset, token.length);
        return {};
    }

    std::string_view m_text;
    std::vector<TemplateToken> m_tokens;
    std::vector<std::size_t> m_ends;
    std::size_t m_steps = 0;
    const TemplateScope& m_partials;
    bool m_keepUnknown;
    std::vector<const TemplateScope*> m_scopes;
    std::vector<std::string_view> m_guarded;
    TemplateOutput m_out;
};

} // namespace

Result<TemplateOutput> renderTemplate(
    std::string_view text, const TemplateScope& variables, const TemplateScope& partials, bool keepUnknown) {
    return Renderer(text, partials, keepUnknown).run(variables);
}

} // namespace assize
