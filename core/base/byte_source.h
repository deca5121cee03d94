// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace assize {

/// Bytes that are read forward, from wherever they come.
class ByteStage {
public:
    virtual ~ByteStage() = default;
    /// Fills up to size bytes and gives how many; 0 at the end, and only there.
    [[nodiscard]] virtual Result<std::size_t> read(char* into, std::size_t size) = 0;
};

/// A file, standard input or a text as UTF-8 bytes: gzip and zstd are opened by their magic, a byte order mark is taken
/// off, UTF-16 (with or without a mark) becomes UTF-8. Reads blocks of 1 MiB and never maps files into memory. One
/// thread.
class ByteSource {
public:
    static constexpr std::size_t BlockSize = 1U << 20U;
    static constexpr std::size_t HeadSize = 64U << 10U;

    /// "-" is standard input. UnreadableInput, with the reason, for a folder, an empty file, a binary or anything that
    /// cannot be read; Cancelled when stop is asked for while it waits for input.
    [[nodiscard]] static Result<ByteSource> open(const std::filesystem::path& path, std::stop_token stop = {});
    /// A text in memory, for pasted input and tests.
    [[nodiscard]] static Result<ByteSource> fromText(std::string bytes, std::string name);

    /// The first 64 KiB or less, as UTF-8; may end inside a character. Reading goes on from the start all the same.
    [[nodiscard]] std::string_view head() const { return m_head; }
    /// Makes the head eight times as long; false if there is no more to see, or 32 MiB are seen.
    [[nodiscard]] Result<bool> extendHead();
    [[nodiscard]] bool isDatabase() const; ///< the head is that of an SQLite file
    [[nodiscard]] Result<std::size_t> read(char* into, std::size_t size);

    [[nodiscard]] const std::string& name() const { return m_name; } ///< the path as given; "standard input" for "-"
    [[nodiscard]] std::int64_t bytesRead() const { return *m_bytesRead; }
    [[nodiscard]] std::int64_t bytesTotal() const { return m_bytesTotal; } ///< 0 if not known

private:
    ByteSource() = default;
    [[nodiscard]] static Result<ByteSource> over(std::unique_ptr<ByteStage> bytes, ByteSource source);

    std::string m_name;
    std::unique_ptr<ByteStage> m_stage;
    std::string m_head;
    std::size_t m_headSize = HeadSize; ///< asked for; at the end of a file the head is shorter
    std::shared_ptr<std::int64_t> m_bytesRead = std::make_shared<std::int64_t>(0); ///< shared with the innermost stage
    std::int64_t m_bytesTotal = 0;
};

/// Stages that turn compressed or UTF-16 bytes into plain ones. Data that end early or are damaged are UnreadableInput
/// under this name, after everything before the damage has been given.
[[nodiscard]] std::unique_ptr<ByteStage> gunzipStage(std::unique_ptr<ByteStage> source, std::string name);
[[nodiscard]] std::unique_ptr<ByteStage> unzstdStage(std::unique_ptr<ByteStage> source, std::string name);
[[nodiscard]] std::unique_ptr<ByteStage> fromUtf16Stage(std::unique_ptr<ByteStage> source, bool bigEndian);

} // namespace assize
