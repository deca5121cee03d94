// SPDX-License-Identifier: Apache-2.0
#include "core/session/file_lock.h"

#include "core/base/clock.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace assize {
namespace {

std::string holderText(int descriptor) {
    std::array<char, 512> bytes{};
    const ssize_t size = ::pread(descriptor, bytes.data(), bytes.size(), 0);
    std::string text(bytes.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    text = text.substr(0, text.find('\n'));
    return text.empty() ? "another process" : text;
}

bool isStillAt(const std::filesystem::path& path, int descriptor) {
    struct stat opened {};
    struct stat named {};
    return ::fstat(descriptor, &opened) == 0 && ::stat(path.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
           opened.st_dev == named.st_dev;
}

/// Best effort: the lock holds without it, only the message of a second program would be poorer.
void writeHolder(int descriptor) {
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) != 0)
        std::strcpy(host.data(), "this computer");
    const std::string text = "process " + std::to_string(::getpid()) + " on " + host.data() + " since " +
                             isoTime(currentMilliseconds()) + "\n";
    if (::ftruncate(descriptor, 0) == 0)
        static_cast<void>(::pwrite(descriptor, text.data(), text.size(), 0) < 0);
}

} // namespace

std::filesystem::path FileLock::pathFor(const std::filesystem::path& session) {
    std::error_code unknown;
    const std::filesystem::path real = std::filesystem::weakly_canonical(session, unknown);
    return (unknown ? session : real).string() + ".lock";
}

Result<std::unique_ptr<FileLock>> FileLock::take(const std::filesystem::path& session) {
    const std::filesystem::path path = pathFor(session);
    for (;;) {
        const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (descriptor < 0)
            return fail(ErrorCode::NotWritable, path.string(), quoted(std::strerror(errno)));
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const int problem = errno;
            const std::string holder = holderText(descriptor);
            ::close(descriptor);
            if (problem == EINTR)
                continue;
            if (problem == EWOULDBLOCK)
                return fail(ErrorCode::SessionLocked, session.string(), said("%1 writes it", holder));
            return fail(ErrorCode::NotWritable, path.string(), quoted(std::strerror(problem)));
        }
        // The last holder may have removed the file between our open() and flock(): then this lock guards nothing.
        if (isStillAt(path, descriptor)) {
            writeHolder(descriptor);
            return std::unique_ptr<FileLock>(new FileLock(path, descriptor));
        }
        ::close(descriptor);
    }
}

FileLock::~FileLock() {
    ::unlink(m_path.c_str());
    ::close(m_descriptor);
}

} // namespace assize
