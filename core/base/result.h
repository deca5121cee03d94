// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/sentence.h"
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace assize {

/// Every way in which something of ours can fail. The kind decides the exit status (app/cli/exit_status.cpp), the
/// English sentence (core/base/error_text.cpp) and the translated one (ui/support/error_text.cpp).
enum class ErrorCode {
    InvalidArgument,     ///< the caller asked for something that makes no sense: a flag, a filter, a judge definition
    NotFound,            ///< a named thing (item, run, judge, figure) is not there
    UnreadableInput,     ///< a file cannot be read or is not what it should be
    NoUsableRow,         ///< a file was read, and held nothing to import
    NotASession,         ///< a file is not an Assize session
    NewerSession,        ///< a session was written by a newer program
    CorruptSession,      ///< a session is damaged
    UnreadableReply,     ///< a model's reply holds no verdict
    EndpointUnreachable, ///< no connection, or no answer
    KeyRefused,          ///< the server does not accept the key
    SessionLocked,       ///< another process holds the session
    NotWritable,         ///< a folder or file cannot be written, or the disk is full
    Cancelled,           ///< the person stopped it
    Internal,            ///< a promise of our own was broken
};

/// subject says where ("items.jsonl:41", a path, a URL, an item id); detail says why, in words of the layer that knows.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string subject;
    Sentence detail;
};

template <typename T = void>
using Result = tl::expected<T, Error>;

[[nodiscard]] tl::unexpected<Error> fail(ErrorCode code, std::string subject, Sentence detail = {});

} // namespace assize
