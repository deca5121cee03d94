// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/judge.h"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

struct RenderOptions {
    std::string presentation = "AB"; ///< which response stands where: letters of the item's responses; "AB-" hides the
                                     ///< reference (model/presentation.h)
    std::string nonce;               ///< the guard's boundary; empty: none is written
    bool keepUnknown = false;        ///< a try shows unknown names as typed; a run refuses them
};

struct RenderedRequest {
    std::vector<Message> messages;
    bool showsImages = false;          ///< the item's images go out with them, behind the last user message
    std::vector<std::string> warnings; ///< "reference used but absent", "verdict-like text in response B"
};

/// Fills a judge's templates for one item in one presentation. One pass: text that looks like a variable stays text.
/// InvalidArgument names the unknown variable and its line; also when reference: require finds none.
[[nodiscard]] Result<RenderedRequest> renderRequest(const Judge& judge, const Item& item, const RenderOptions& options);

} // namespace assize
