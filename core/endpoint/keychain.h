// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <string>

namespace assize {

/// The service under which the window and the command line keep keys in the OS keychain.
constexpr const char* KeychainService = "assize";

/// An entry of the desktop's Secret Service, as QtKeychain stores it, through libsecret if that is installed. NotFound
/// says what is missing (library, service or entry) and offers the environment. May wait for the person to unlock the
/// keychain. Any thread.
[[nodiscard]] Result<std::string> readKeychain(const std::string& name);

} // namespace assize
