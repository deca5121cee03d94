// SPDX-License-Identifier: Apache-2.0
#include "core/base/result.h"

namespace assize {

tl::unexpected<Error> fail(ErrorCode code, std::string subject, Sentence detail) {
    return tl::unexpected(Error{code, std::move(subject), std::move(detail)});
}

} // namespace assize
