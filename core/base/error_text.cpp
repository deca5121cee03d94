// SPDX-License-Identifier: Apache-2.0
#include "core/base/error_text.h"

namespace assize {
namespace {

struct KindText {
    const char* name;
    const char* what;
    const char* advice;
};

KindText textFor(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidArgument:
        return {"invalid-argument", "cannot do that", "see --help"};
    case ErrorCode::NotFound:
        return {"not-found", "not found", "check the name"};
    case ErrorCode::UnreadableInput:
        return {"unreadable-input", "cannot read", "check the file and its format"};
    case ErrorCode::NoUsableRow:
        return {"no-usable-row", "nothing to import", "check the format, or map fields with --map"};
    case ErrorCode::NotASession:
        return {"not-a-session", "not an Assize session", "import it instead of opening it"};
    case ErrorCode::NewerSession:
        return {"newer-session", "written by a newer Assize", "update Assize to open it"};
    case ErrorCode::CorruptSession:
        return {"corrupt-session", "the session is damaged", "restore a copy, or export what can be read"};
    case ErrorCode::UnreadableReply:
        return {"unreadable-reply", "the reply holds no verdict", "look at the raw reply"};
    case ErrorCode::EndpointUnreachable:
        return {"endpoint-unreachable", "cannot reach the endpoint", "check its URL and that the server runs"};
    case ErrorCode::KeyRefused:
        return {"key-refused", "the endpoint refused the key", "check the key of this endpoint"};
    case ErrorCode::SessionLocked:
        return {"session-locked", "the session is in use", "close it in the other program, or open it read-only"};
    case ErrorCode::NotWritable:
        return {"not-writable", "cannot write", "check the permissions and the free space"};
    case ErrorCode::Cancelled:
        return {"cancelled", "stopped", "run it again to go on"};
    case ErrorCode::Internal:
        break;
    }
    return {"internal", "an internal check failed", "please report it with the log"};
}

} // namespace

std::string errorText(const Error& error) {
    const KindText kind = textFor(error.code);
    std::string text = error.subject.empty() ? std::string() : error.subject + ": ";
    text += kind.what;
    if (!error.detail.isEmpty())
        text += ": " + error.detail.english();
    return text + ": " + kind.advice;
}

std::string errorName(ErrorCode code) {
    return textFor(code).name;
}

} // namespace assize
