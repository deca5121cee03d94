// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/endpoint.h"
#include <QFileSystemWatcher>
#include <QObject>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace assize::ui {

/// The endpoints of endpoints.yaml. Every change is in the file at once, and what other programs write into it is seen.
/// A file that cannot be read is never written over. GUI thread.
class EndpointBook final : public QObject {
    Q_OBJECT

public:
    explicit EndpointBook(std::filesystem::path configFolder, QObject* parent = nullptr);

    /// In the order of the file; empty while there is a problem.
    [[nodiscard]] const std::vector<Endpoint>& endpoints() const { return m_endpoints; }
    [[nodiscard]] const Endpoint* find(const std::string& name) const;
    /// Why the file cannot be used.
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }
    /// This name, or with a number after it if it is taken.
    [[nodiscard]] std::string freeName(const std::string& wanted) const;

    /// InvalidArgument for an endpoint that cannot be used or a name that is taken, NotFound for a name that is not
    /// there, NotWritable; then nothing has changed.
    [[nodiscard]] Result<void> add(const Endpoint& endpoint, std::optional<std::size_t> position = std::nullopt);
    [[nodiscard]] Result<void> replace(const std::string& name, const Endpoint& endpoint);
    [[nodiscard]] Result<void> remove(const std::string& name);

    /// Reads the file again.
    void reload();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] Result<void> write(std::vector<Endpoint> endpoints);
    void watch();

    std::filesystem::path m_folder;
    std::vector<Endpoint> m_endpoints;
    std::optional<Error> m_problem;
    QFileSystemWatcher m_watcher;
};

} // namespace assize::ui
