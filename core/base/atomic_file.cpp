// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace assize {
namespace {

constexpr std::size_t BufferSize = 256U << 10U;

} // namespace

Result<AtomicFile> AtomicFile::create(const std::filesystem::path& path) {
    std::error_code problem;
    const std::filesystem::file_status status = std::filesystem::status(path, problem);
    if (std::filesystem::is_directory(status))
        return fail(ErrorCode::NotWritable, path.string(), said("it is a folder"));
    const bool isSpecial = std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
    // Behind symbolic links; /dev/stdout leads to a name that is none where it is a pipe, and so stays as it is.
    const std::filesystem::path real = std::filesystem::weakly_canonical(path, problem);
    const std::filesystem::path target = problem || isSpecial ? path : real;
    const std::filesystem::path temporary =
        isSpecial ? std::filesystem::path()
                  : std::filesystem::path(target.string() + ".part-" + std::to_string(::getpid()));
    const int descriptor = isSpecial ? ::open(target.c_str(), O_WRONLY | O_CLOEXEC)
                                     : ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return fail(ErrorCode::NotWritable, path.string(), quoted(std::strerror(errno)));
    return AtomicFile(target, temporary, descriptor);
}

AtomicFile::AtomicFile(std::filesystem::path path, std::filesystem::path temporary, int descriptor)
    : m_path(std::move(path))
    , m_temporary(std::move(temporary))
    , m_descriptor(descriptor) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_temporary(std::move(other.m_temporary))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_buffer(std::move(other.m_buffer)) {}

AtomicFile::~AtomicFile() {
    if (m_descriptor < 0)
        return;
    ::close(m_descriptor);
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

Result<void> AtomicFile::write(std::string_view bytes) {
    m_buffer += bytes;
    return m_buffer.size() < BufferSize ? Result<void>() : flush();
}

Result<void> AtomicFile::flush() {
    std::string_view rest = m_buffer;
    while (!rest.empty()) {
        const ssize_t written = ::write(m_descriptor, rest.data(), rest.size());
        if (written < 0 && errno != EINTR)
            return failure();
        rest.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    m_buffer.clear();
    return {};
}

Result<void> AtomicFile::commit() {
    if (const auto flushed = flush(); !flushed)
        return flushed;
    if (m_temporary.empty())
        return {};
    if (::fsync(m_descriptor) != 0 || ::rename(m_temporary.c_str(), m_path.c_str()) != 0)
        return failure();
    ::close(std::exchange(m_descriptor, -1));
    return {};
}

tl::unexpected<Error> AtomicFile::failure() const {
    return fail(ErrorCode::NotWritable, m_path.string(), quoted(std::strerror(errno)));
}

} // namespace assize
