// SPDX-License-Identifier: Apache-2.0
#include "core/judge/variables.h"

#include "core/judge/template_names.h"
#include "core/model/presentation.h"

#include <array>
#include <charconv>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

/// Puts untrusted text between lines that nobody but us can have written.
std::string fenced(const std::string& text, const std::string& nonce) {
    if (nonce.empty() || text.empty())
        return text;
    return fmt::format("<{0}>\n{1}\n</{0}>", guardTag(nonce), text);
}

TemplateValue textValue(std::string text) {
    return {std::move(text), {}, false, false};
}

TemplateValue absentValue() {
    return {{}, {}, false, true};
}

TemplateValue listValue() {
    return {{}, {}, true, false};
}

std::string numberText(double value) {
    return fmt::format("{}", value);
}

TemplateScope categoryScope(const Category& category) {
    return {{"name", textValue(category.name)}, {"value", textValue(numberText(category.value))},
        {"description", textValue(category.description)}};
}

TemplateValue categoryList(const std::vector<Category>& categories) {
    TemplateValue list = listValue();
    for (const Category& category : categories)
        list.items.push_back(categoryScope(category));
    return list;
}

TemplateValue criterionList(const std::vector<Criterion>& criteria) {
    TemplateValue list = listValue();
    for (const Criterion& criterion : criteria) {
        list.items.push_back({{"name", textValue(criterion.name)}, {"description", textValue(criterion.description)},
            {"weight", textValue(numberText(criterion.weight))},
            {"type", textValue(std::string(criterionTypeName(criterion.type)))},
            {"min", textValue(numberText(criterion.min))}, {"max", textValue(numberText(criterion.max))},
            {"categories", categoryList(criterion.categories)}});
    }
    return list;
}

std::string countWord(std::size_t count) {
    constexpr std::array<std::string_view, 20> Words = {"zero", "one", "two", "three", "four", "five", "six", "seven",
        "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
        "eighteen", "nineteen"};
    return count < Words.size() ? std::string(Words[count]) : std::to_string(count);
}

/// "1, 2 and 3".
std::string numbersUpTo(std::size_t count) {
    std::string out;
    for (std::size_t number = 1; number <= count; ++number)
        out += fmt::format("{}{}", number == 1 ? "" : number == count ? " and " : ", ", number);
    return out;
}

/// Which of the turns is the prompt: the last of the user's, else the last.
std::size_t promptIndex(const std::vector<Turn>& turns) {
    for (std::size_t index = turns.size(); index > 0; --index) {
        if (turns[index - 1].role == "user")
            return index - 1;
    }
    return turns.empty() ? 0 : turns.size() - 1;
}

/// "User: …", "Assistant: …", a blank line between.
std::string dialogue(const std::vector<Turn>& turns, std::size_t count) {
    std::string out;
    for (std::size_t index = 0; index < count; ++index) {
        std::string role = turns[index].role;
        if (!role.empty() && role.front() >= 'a' && role.front() <= 'z')
            role.front() = static_cast<char>(role.front() - 'a' + 'A');
        out += fmt::format("{}{}: {}", out.empty() ? "" : "\n\n", role, turns[index].content);
    }
    return out;
}

/// One of the references between "<OR>", the same for an item every time; "<AND>" as a word (protocols.md, 1.1).
std::string oneReference(const Item& item) {
    constexpr std::string_view Or = "<OR>";
    constexpr std::string_view And = "<AND>";
    const std::string& all = *item.reference;
    std::vector<std::string> references(1);
    for (std::size_t at = 0; at < all.size();) {
        const std::string_view rest = std::string_view(all).substr(at);
        if (rest.starts_with(Or)) {
            references.emplace_back();
            at += Or.size();
        } else if (rest.starts_with(And)) {
            references.back() += " and ";
            at += And.size();
        } else {
            references.back() += all[at++];
        }
    }
    const std::string hash = item.contentHash.empty() ? contentHash(item) : item.contentHash;
    std::uint32_t draw = 0;
    std::from_chars(hash.data(), hash.data() + std::min<std::size_t>(hash.size(), 8), draw, 16);
    return references[draw % references.size()];
}

class Variables {
public:
    Variables(const Judge& judge, const Item& item, const std::string& presentation, const std::string& nonce)
        : m_item(item)
        , m_nonce(nonce) {
        addMetadata();
        m_scope["context"] = optional(item.context);
        addReference(judge.reference == ReferencePolicy::Drop || hidesReference(presentation));
        addResponses(lettersOf(presentation));
        addTurns();
        addImages();
        m_scope["criteria"] = criterionList(judge.criteria);
        m_scope["categories"] = categoryList(judge.categories);
        m_scope["scale_min"] = textValue(numberText(judge.scaleMin));
        m_scope["scale_max"] = textValue(numberText(judge.scaleMax));
        for (const auto& [alias, name] : templateAliases())
            m_scope[std::string(alias)] = m_scope[std::string(name)];
    }

    TemplateScope take() { return std::move(m_scope); }

private:
    [[nodiscard]] TemplateValue untrusted(const std::string& text) const { return textValue(fenced(text, m_nonce)); }

    [[nodiscard]] TemplateValue optional(const std::optional<std::string>& text) const {
        return text && !text->empty() ? untrusted(*text) : absentValue();
    }

    void addReference(bool isDropped) {
        const bool isThere = !isDropped && m_item.reference && !m_item.reference->empty();
        m_scope["reference"] = isThere ? untrusted(*m_item.reference) : absentValue();
        m_scope["reference_one"] = isThere ? untrusted(oneReference(m_item)) : absentValue();
    }

    void addResponses(std::string_view presentation) {
        TemplateValue list = listValue();
        TemplateValue more = listValue();
        for (std::size_t shown = 0; shown < presentation.size(); ++shown) {
            const auto index = static_cast<std::size_t>(presentation[shown] - 'A');
            TemplateValue text = untrusted(m_item.responses[index].text);
            if (shown < 2)
                m_scope[shown == 0 ? "response_a" : "response_b"] = text;
            list.items.push_back({{"index", textValue(std::to_string(shown + 1))},
                {"letter", textValue(std::string(1, static_cast<char>('A' + shown)))}, {"text", std::move(text)}});
            if (shown >= 2)
                more.items.push_back(list.items.back());
        }
        m_scope.try_emplace("response_a", absentValue());
        m_scope.try_emplace("response_b", absentValue());
        m_scope["response"] = m_scope["response_a"];
        m_scope["responses"] = std::move(list);
        m_scope["more_responses"] = std::move(more);
        m_scope["response_count"] = textValue(std::to_string(presentation.size()));
        m_scope["response_count_word"] = textValue(countWord(presentation.size()));
        m_scope["response_numbers"] = textValue(numbersUpTo(presentation.size()));
    }

    void addTurns() {
        const std::vector<Turn>& turns = m_item.turns;
        TemplateValue list = listValue();
        m_scope["turn.*"] = absentValue();
        for (std::size_t index = 0; index < turns.size(); ++index) {
            const TemplateValue content = untrusted(turns[index].content);
            m_scope[fmt::format("turn.{}", index + 1)] = content;
            list.items.push_back({{"role", textValue(turns[index].role)}, {"content", content}});
        }
        m_scope["turns"] = std::move(list);
        m_scope["prompt"] = untrusted(promptOf(m_item));
        const std::size_t before = promptIndex(turns);
        m_scope["history"] = before == 0 ? absentValue() : untrusted(dialogue(turns, before));
        m_scope["conversation"] = turns.size() < 2 ? m_scope["prompt"] : untrusted(dialogue(turns, turns.size()));
    }

    void addImages() {
        TemplateValue list = listValue();
        for (const Image& image : m_item.images)
            list.items.push_back(
                {{"index", textValue(std::to_string(list.items.size() + 1))}, {"name", untrusted(image.name)}});
        m_scope["images"] = std::move(list);
    }

    /// Extra fields are there under their own name and as metadata.NAME; the names of our own win.
    void addMetadata() {
        m_scope["metadata.*"] = absentValue();
        const auto metadata = nlohmann::json::parse(m_item.metadata, nullptr, false);
        if (!metadata.is_object())
            return;
        for (const auto& [key, value] : metadata.items()) {
            const TemplateValue text =
                untrusted(value.is_string() ? value.get<std::string>()
                                            : value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
            m_scope["metadata." + key] = text;
            m_scope[key] = text;
        }
    }

    const Item& m_item;
    const std::string& m_nonce;
    TemplateScope m_scope;
};

} // namespace

std::string guardTag(const std::string& nonce) {
    return "data-" + nonce;
}

TemplateScope variablesFor(
    const Judge& judge, const Item& item, const std::string& presentation, const std::string& nonce) {
    return Variables(judge, item, presentation, nonce).take();
}

} // namespace assize
