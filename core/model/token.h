// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace assize {

/// One token of a reply and what else could have stood there, with natural logarithms of probabilities.
struct TokenProbability {
    std::string token;
    double logprob = 0;
    std::vector<std::pair<std::string, double>> alternatives;
};

} // namespace assize
