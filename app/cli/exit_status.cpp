// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"

namespace assize::cli {

int exitStatus(ErrorCode code) {
    switch (code) {
    case ErrorCode::UnreadableReply:
    case ErrorCode::Internal:
        return 1;
    case ErrorCode::InvalidArgument:
    case ErrorCode::NotFound:
        return 2;
    case ErrorCode::UnreadableInput:
    case ErrorCode::NoUsableRow:
    case ErrorCode::NotASession:
    case ErrorCode::NewerSession:
    case ErrorCode::CorruptSession:
        return 3;
    case ErrorCode::EndpointUnreachable:
    case ErrorCode::KeyRefused:
        return 4;
    case ErrorCode::SessionLocked:
    case ErrorCode::NotWritable:
        return 5;
    case ErrorCode::Cancelled:
        return 130;
    }
    return 1;
}

} // namespace assize::cli
