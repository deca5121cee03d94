// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace assize {

/// A model server, or the built-in baseline. Never holds a key, only where the key is kept.
struct Endpoint {
    std::string name;
    std::string kind = "openai-chat"; ///< a name of core/endpoint/registry.cpp
    std::string url;
    std::string model;
    std::string key = "none"; ///< env:NAME | keychain:NAME | file:PATH | none
    int concurrency = 4;
};

} // namespace assize
