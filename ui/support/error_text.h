// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <QString>

namespace assize::ui {

/// A failure in the window's language: what happened and where, then why and what to do. Plain text.
struct ErrorSentences {
    QString what;
    QString advice;
};

[[nodiscard]] ErrorSentences errorSentences(const Error& error);

} // namespace assize::ui
