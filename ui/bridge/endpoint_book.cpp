// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/endpoint_book.h"

#include "core/endpoint/endpoint_file.h"
#include "ui/support/text.h"

#include <algorithm>

namespace assize::ui {
namespace {

auto namedIn(std::vector<Endpoint>& endpoints, const std::string& name) {
    return std::find_if(
        endpoints.begin(), endpoints.end(), [&](const Endpoint& endpoint) { return endpoint.name == name; });
}

tl::unexpected<Error> taken(const std::string& name) {
    return fail(ErrorCode::InvalidArgument, name, said("there is an endpoint of that name"));
}

} // namespace

EndpointBook::EndpointBook(std::filesystem::path configFolder, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(configFolder)) {
    // The folder, not the file: writing replaces the file by another of its name.
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &EndpointBook::reload);
    reload();
}

const Endpoint* EndpointBook::find(const std::string& name) const {
    const auto found = std::find_if(
        m_endpoints.begin(), m_endpoints.end(), [&](const Endpoint& endpoint) { return endpoint.name == name; });
    return found == m_endpoints.end() ? nullptr : &*found;
}

std::string EndpointBook::freeName(const std::string& wanted) const {
    std::string name = wanted;
    for (int number = 2; find(name) != nullptr; ++number)
        name = wanted + "-" + std::to_string(number);
    return name;
}

Result<void> EndpointBook::add(const Endpoint& endpoint, std::optional<std::size_t> position) {
    reload(); // another program may have written since
    if (find(endpoint.name) != nullptr)
        return taken(endpoint.name);
    std::vector<Endpoint> endpoints = m_endpoints;
    const std::size_t at = std::min(position.value_or(endpoints.size()), endpoints.size());
    endpoints.insert(endpoints.begin() + static_cast<std::ptrdiff_t>(at), endpoint);
    return write(std::move(endpoints));
}

Result<void> EndpointBook::replace(const std::string& name, const Endpoint& endpoint) {
    reload();
    std::vector<Endpoint> endpoints = m_endpoints;
    const auto found = namedIn(endpoints, name);
    if (found == endpoints.end())
        return fail(ErrorCode::NotFound, name, said("no endpoint has that name any more"));
    if (endpoint.name != name && find(endpoint.name) != nullptr)
        return taken(endpoint.name);
    *found = endpoint;
    return write(std::move(endpoints));
}

Result<void> EndpointBook::remove(const std::string& name) {
    reload();
    std::vector<Endpoint> endpoints = m_endpoints;
    const auto found = namedIn(endpoints, name);
    if (found == endpoints.end())
        return fail(ErrorCode::NotFound, name, said("no endpoint has that name any more"));
    endpoints.erase(found);
    return write(std::move(endpoints));
}

Result<void> EndpointBook::write(std::vector<Endpoint> endpoints) {
    if (m_problem)
        return tl::unexpected(*m_problem);
    for (const Endpoint& endpoint : endpoints) {
        if (const auto valid = validateEndpoint(endpoint); !valid)
            return valid;
    }
    if (const auto saved = saveEndpoints(m_folder, endpoints); !saved)
        return saved;
    m_endpoints = std::move(endpoints);
    watch();
    Q_EMIT changed();
    return {};
}

void EndpointBook::reload() {
    watch();
    auto loaded = loadEndpoints(m_folder);
    const bool hadProblem = m_problem.has_value();
    if (!loaded) {
        m_problem = loaded.error();
        m_endpoints.clear();
        Q_EMIT changed();
        return;
    }
    m_problem.reset();
    if (!hadProblem && *loaded == m_endpoints)
        return;
    m_endpoints = std::move(*loaded);
    Q_EMIT changed();
}

void EndpointBook::watch() {
    std::error_code ignored;
    if (m_watcher.directories().isEmpty() && std::filesystem::exists(m_folder, ignored))
        m_watcher.addPath(fromUtf8(m_folder.string()));
}

} // namespace assize::ui
