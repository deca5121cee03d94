// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/judge.h"
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace assize::test {

/// A rubric-yaml reply of the built-in judge, read with nothing but the YAML library.
struct ReadReply {
    std::map<std::string, double> scoreA;
    std::map<std::string, double> scoreB;
    std::map<std::string, std::string> justificationA;
    std::map<std::string, std::string> justificationB;
    std::string overall;
    std::string preference;

    bool operator==(const ReadReply&) const = default;
};

[[nodiscard]] Judge lexicalJudge(Task task);
[[nodiscard]] Item pairItem(std::string_view prompt, std::string_view a, std::string_view b);
[[nodiscard]] std::string lexicalReply(const Judge& judge, const Item& item, std::string_view presentation);
[[nodiscard]] ReadReply readPair(const Item& item, std::string_view presentation = "AB");
/// The reply that a judge would give who saw the two answers exchanged.
[[nodiscard]] ReadReply turnedRound(ReadReply reply);
/// What stands between quotation marks, straight or curly.
[[nodiscard]] std::vector<std::string> quotationsIn(std::string_view text);

} // namespace assize::test
