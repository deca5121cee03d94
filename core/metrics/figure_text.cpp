// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/figure_text.h"

#include "core/base/embedded_file.h"

#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

namespace assize {

std::span<const EmbeddedFile> embeddedFigureTexts(); // generated from resources/report

namespace {

using Texts = std::map<std::string, FigureText, std::less<>>;
using Clauses = std::map<std::string, std::string, std::less<>>;

struct Language {
    Texts figures;
    Texts variants;
    Clauses reasons;
    Clauses notes;
    bool isWide = false; ///< written without spaces between sentences, and with full-width brackets
};

Texts textsFrom(const nlohmann::json& section) {
    Texts texts;
    for (const auto& [key, text] : section.items())
        texts[key] = {text.at("title").get<std::string>(), text.at("meaning").get<std::string>()};
    return texts;
}

using Languages = std::map<std::string, Language, std::less<>>;

/// By what stands between "figures." and ".json".
Languages readLanguages() {
    constexpr std::string_view Prefix = "figures.";
    constexpr std::string_view Suffix = ".json";
    Languages languages;
    for (const EmbeddedFile& file : embeddedFigureTexts()) {
        const nlohmann::json document = nlohmann::json::parse(file.text);
        std::string name(file.name.substr(Prefix.size(), file.name.size() - Prefix.size() - Suffix.size()));
        const bool isWide = name.starts_with("zh");
        languages[std::move(name)] = {textsFrom(document.at("figures")), textsFrom(document.at("variants")),
            document.at("reasons").get<Clauses>(), document.at("notes").get<Clauses>(), isWide};
    }
    return languages;
}

const Language& languageNamed(std::string_view name) {
    static const Languages All = readLanguages();
    const auto found = All.find(name);
    return found == All.end() ? All.at("en") : found->second;
}

std::string clauseOf(const Clauses& clauses, std::string_view code) {
    const auto found = clauses.find(code);
    return found == clauses.end() ? std::string(code) : found->second;
}

/// "agreement.forward.all" is "agreement" with two variants; each takes its turn from the end.
FigureText textIn(const Language& language, std::string_view key) {
    if (const auto found = language.figures.find(key); found != language.figures.end())
        return found->second;
    const std::size_t dot = key.rfind('.');
    if (dot == std::string_view::npos)
        return {std::string(key), {}};
    const auto variant = language.variants.find(key.substr(dot + 1));
    FigureText text = variant == language.variants.end() ? FigureText{} : textIn(language, key.substr(0, dot));
    if (text.meaning.empty())
        return {std::string(key), {}};
    text.title += fmt::format(fmt::runtime(language.isWide ? "（{}）" : ", {}"), variant->second.title);
    text.meaning += (language.isWide ? "" : " ") + variant->second.meaning;
    return text;
}

} // namespace

FigureText figureText(std::string_view key, std::string_view language) {
    return textIn(languageNamed(language), key);
}

std::string reasonText(std::string_view reason, std::string_view language) {
    return clauseOf(languageNamed(language).reasons, reason);
}

std::string noteText(std::string_view note, std::string_view language) {
    return clauseOf(languageNamed(language).notes, note);
}

} // namespace assize
