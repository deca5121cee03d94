// SPDX-License-Identifier: Apache-2.0
// What the inspector writes of a request's headers. Names are those of the wire, so they stand in English.
#include "ui/runs/call_inspector.h"

namespace assize::ui {

std::string headersText(const HttpRequest& request) {
    std::string text = request.method + ' ' + request.url + '\n';
    for (const HttpHeader& header : request.headers)
        text += header.name + ": " + header.value + '\n';
    return text;
}

} // namespace assize::ui
