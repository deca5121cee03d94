// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QString>

namespace assize {
struct Importer;
}

namespace assize::ui {

/// One line on a format, in the language of the window; in English where it has no translation.
[[nodiscard]] QString importFormatWords(const Importer& importer);

} // namespace assize::ui
