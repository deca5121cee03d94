// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace assize {

/// The words of a report in one language, from resources/report/LANGUAGE.yaml. Keys are paths ("judged.title"); texts
/// have %1, %2, … for what is filled in. Immutable; any thread.
class ReportTexts {
public:
    /// The table of a language; that of English for one there is not.
    [[nodiscard]] static const ReportTexts& in(std::string_view language);

    /// The text; the key itself where there is none, which tests look for.
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] std::string fill(std::string_view key, std::initializer_list<std::string_view> values) const;
    /// For a number of things: the text under "key_one" for one of them, where the language has it. %1 is the number.
    [[nodiscard]] std::string counted(std::string_view key, std::int64_t count) const;
    /// The word for a code of ours ("no-gold", "transport-error"), the code where there is none.
    [[nodiscard]] std::string code(std::string_view code) const;

    [[nodiscard]] const std::string& language() const { return m_language; }
    /// The whole table as nested objects, for pages.
    [[nodiscard]] const nlohmann::json& tree() const;
    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const { return m_texts; }

private:
    explicit ReportTexts(std::string_view language);
    std::string m_language;
    std::map<std::string, std::string, std::less<>> m_texts;
    std::shared_ptr<nlohmann::json> m_tree; ///< shared only because its type is incomplete here
};

} // namespace assize
