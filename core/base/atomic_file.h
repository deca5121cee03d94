// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <filesystem>
#include <string>
#include <string_view>

namespace assize {

/// A file that is written bit by bit and appears whole: under a temporary name beside its own until commit(), gone
/// again if there is none. What is no regular file (a pipe, a device) is written straight. Failures are NotWritable.
class AtomicFile {
public:
    [[nodiscard]] static Result<AtomicFile> create(const std::filesystem::path& path);
    ~AtomicFile();
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&&) = delete;

    [[nodiscard]] Result<void> write(std::string_view bytes);
    /// Flushes to the disk and takes the name over. Nothing may be written afterwards.
    [[nodiscard]] Result<void> commit();

private:
    AtomicFile(std::filesystem::path path, std::filesystem::path temporary, int descriptor);
    [[nodiscard]] Result<void> flush();
    [[nodiscard]] tl::unexpected<Error> failure() const;

    std::filesystem::path m_path;
    std::filesystem::path m_temporary; ///< empty: written straight
    int m_descriptor;
    std::string m_buffer;
};

} // namespace assize
