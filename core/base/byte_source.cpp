// SPDX-License-Identifier: Apache-2.0
#include "core/base/byte_source.h"

#include "core/base/parquet.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace assize {
namespace {

/// A descriptor that is closed unless it is standard input.
class FileStage final : public ByteStage {
public:
    FileStage(int descriptor, std::string name, std::shared_ptr<std::int64_t> bytesRead, std::stop_token stop)
        : m_descriptor(descriptor)
        , m_name(std::move(name))
        , m_bytesRead(std::move(bytesRead))
        , m_stop(std::move(stop)) {}
    ~FileStage() override {
        if (m_descriptor != STDIN_FILENO)
            ::close(m_descriptor);
    }
    FileStage(const FileStage&) = delete;
    FileStage& operator=(const FileStage&) = delete;

    Result<std::size_t> read(char* into, std::size_t size) override {
        while (true) {
            if (!isReady())
                return fail(ErrorCode::Cancelled, m_name);
            const ssize_t got = ::read(m_descriptor, into, size);
            if (got >= 0) {
                *m_bytesRead += got;
                return static_cast<std::size_t>(got);
            }
            if (errno != EINTR && errno != EAGAIN)
                return fail(ErrorCode::UnreadableInput, m_name, quoted(std::strerror(errno)));
        }
    }

private:
    /// Waits for input as long as nobody asks to stop: a pipe may stay silent for ever.
    bool isReady() const {
        constexpr int WaitMilliseconds = 100;
        pollfd waited{m_descriptor, POLLIN, 0};
        while (!m_stop.stop_requested()) {
            if (::poll(&waited, 1, WaitMilliseconds) != 0)
                return true;
        }
        return false;
    }

    int m_descriptor;
    std::string m_name;
    std::shared_ptr<std::int64_t> m_bytesRead;
    std::stop_token m_stop;
};

/// Bytes in memory first, then those of another stage, if there is one.
class PrefixedStage final : public ByteStage {
public:
    PrefixedStage(std::string prefix, std::unique_ptr<ByteStage> rest)
        : m_prefix(std::move(prefix))
        , m_rest(std::move(rest)) {}

    Result<std::size_t> read(char* into, std::size_t size) override {
        if (m_at == m_prefix.size())
            return m_rest ? m_rest->read(into, size) : Result<std::size_t>(0);
        const std::size_t count = std::min(size, m_prefix.size() - m_at);
        std::memcpy(into, m_prefix.data() + m_at, count);
        m_at += count;
        if (m_at == m_prefix.size()) {
            m_prefix = std::string();
            m_at = 0;
        }
        return count;
    }

private:
    std::string m_prefix;
    std::size_t m_at = 0;
    std::unique_ptr<ByteStage> m_rest;
};

/// The first bytes of a stage, which is given back whole. What cannot be read behind the first byte waits for read().
Result<std::string> peek(std::unique_ptr<ByteStage>& stage, std::size_t size) {
    std::string head(size, '\0');
    std::size_t filled = 0;
    while (filled < size) {
        const Result<std::size_t> got = stage->read(head.data() + filled, size - filled);
        if (!got && filled == 0)
            return tl::unexpected(got.error());
        if (!got || *got == 0)
            break;
        filled += *got;
    }
    head.resize(filled);
    stage = std::make_unique<PrefixedStage>(head, std::move(stage));
    return head;
}

constexpr std::size_t MarkSize = 3; // of UTF-8

enum class Encoding { Utf8, Utf8Marked, Utf16Little, Utf16Big };

Encoding encodingOf(std::string_view head) {
    if (head.substr(0, 3) == "\xEF\xBB\xBF")
        return Encoding::Utf8Marked;
    if (head.substr(0, 2) == "\xFF\xFE")
        return Encoding::Utf16Little;
    if (head.substr(0, 2) == "\xFE\xFF")
        return Encoding::Utf16Big;
    // Without a mark: JSON and CSV begin with two ASCII characters, one of whose bytes is zero in UTF-16.
    if (head.size() >= 4 && head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0)
        return Encoding::Utf16Little;
    if (head.size() >= 4 && head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0)
        return Encoding::Utf16Big;
    return Encoding::Utf8;
}

constexpr std::string_view ParquetMagic = "PAR1";
constexpr std::string_view DatabaseMagic("SQLite format 3\0", 16);

/// Why a head is that of no text, or nothing. One stray control character does not make a binary: its row is refused
/// where it stands.
Sentence binaryKind(std::string_view head) {
    if (head.substr(0, 4) == "PK\x03\x04")
        return said("it is a zip archive; unpack it first");
    if (head.substr(0, ParquetMagic.size()) == ParquetMagic)
        return said("it is a Parquet file, which has to be named as a file of its own");
    const auto isControl = [](char c) {
        return (
            static_cast<unsigned char>(c) < 0x20 && std::string_view("\t\n\r\f\b\x1b").find(c) == std::string::npos);
    };
    const auto controls = static_cast<std::size_t>(std::count_if(head.begin(), head.end(), isControl));
    constexpr std::size_t OneIn = 20;
    return controls * OneIn > head.size() ? said("it is a binary file, not text") : Sentence();
}

Result<void> wantContent(const std::string& head, const std::string& name) {
    if (head.empty())
        return fail(ErrorCode::UnreadableInput, name, said("it is empty"));
    return {};
}

bool isParquet(int descriptor) {
    char magic[ParquetMagic.size()] = {};
    return ::pread(descriptor, magic, sizeof magic, 0) == static_cast<ssize_t>(sizeof magic) &&
           std::string_view(magic, sizeof magic) == ParquetMagic;
}

} // namespace

Result<ByteSource> ByteSource::open(const std::filesystem::path& path, std::stop_token stop) {
    ByteSource source;
    const bool isStandardInput = path == "-";
    source.m_name = isStandardInput ? "standard input" : path.string();
    int descriptor = isStandardInput ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return fail(ErrorCode::UnreadableInput, source.m_name, quoted(std::strerror(errno)));
    if (isParquet(descriptor)) {
        const auto rows = isStandardInput ? Result<int>(fail(ErrorCode::UnreadableInput, source.m_name,
                                                said("it is a Parquet file, which has to be named")))
                                          : openParquetAsJsonLines(path, stop);
        ::close(std::exchange(descriptor, rows.value_or(-1)));
        if (!rows)
            return tl::unexpected(rows.error());
    }
    auto file = std::make_unique<FileStage>(descriptor, source.m_name, source.m_bytesRead, std::move(stop));
    struct stat about = {};
    if (::fstat(descriptor, &about) != 0)
        return fail(ErrorCode::UnreadableInput, source.m_name, quoted(std::strerror(errno)));
    if (S_ISDIR(about.st_mode))
        return fail(ErrorCode::UnreadableInput, source.m_name, said("it is a folder"));
    if (S_ISREG(about.st_mode)) {
        source.m_bytesTotal = about.st_size;
        ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
    }
    return over(std::move(file), std::move(source));
}

Result<ByteSource> ByteSource::fromText(std::string bytes, std::string name) {
    ByteSource source;
    source.m_name = std::move(name);
    source.m_bytesTotal = static_cast<std::int64_t>(bytes.size());
    return over(std::make_unique<PrefixedStage>(std::move(bytes), nullptr), std::move(source));
}

Result<ByteSource> ByteSource::over(std::unique_ptr<ByteStage> bytes, ByteSource source) {
    Result<std::string> head = peek(bytes, HeadSize);
    if (!head)
        return tl::unexpected(head.error());
    if (const auto content = wantContent(*head, source.m_name); !content)
        return tl::unexpected(content.error());
    const bool isGzip = head->substr(0, 2) == "\x1F\x8B";
    const bool isZstd = head->substr(0, 4) == "\x28\xB5\x2F\xFD";
    if (isGzip || isZstd) {
        bytes = isGzip ? gunzipStage(std::move(bytes), source.m_name) : unzstdStage(std::move(bytes), source.m_name);
        head = peek(bytes, HeadSize);
        if (!head)
            return tl::unexpected(head.error());
    }
    const Encoding encoding = encodingOf(*head);
    if (encoding == Encoding::Utf16Little || encoding == Encoding::Utf16Big) {
        bytes = fromUtf16Stage(std::move(bytes), encoding == Encoding::Utf16Big);
        head = peek(bytes, HeadSize);
        if (!head)
            return tl::unexpected(head.error());
    }
    source.m_head = std::move(*head);
    source.m_stage = std::move(bytes);
    if (source.m_head.substr(0, MarkSize) == "\xEF\xBB\xBF") {
        char mark[MarkSize];
        if (const auto skipped = source.m_stage->read(mark, sizeof mark); !skipped)
            return tl::unexpected(skipped.error());
        source.m_head.erase(0, MarkSize);
    }
    if (const auto content = wantContent(source.m_head, source.m_name); !content)
        return tl::unexpected(content.error());
    if (const Sentence kind = binaryKind(source.m_head); !kind.isEmpty() && !source.isDatabase())
        return fail(ErrorCode::UnreadableInput, source.m_name, kind);
    return source;
}

Result<bool> ByteSource::extendHead() {
    constexpr std::size_t LongestHead = 32U << 20U;
    constexpr std::size_t Growth = 8;
    if (m_head.size() < m_headSize - MarkSize || m_headSize >= LongestHead)
        return false;
    m_headSize *= Growth;
    Result<std::string> head = peek(m_stage, m_headSize);
    if (!head)
        return tl::unexpected(head.error());
    m_head = std::move(*head);
    return true;
}

bool ByteSource::isDatabase() const {
    return std::string_view(m_head).substr(0, DatabaseMagic.size()) == DatabaseMagic;
}

Result<std::size_t> ByteSource::read(char* into, std::size_t size) {
    return m_stage->read(into, size);
}

} // namespace assize
