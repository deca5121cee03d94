// SPDX-License-Identifier: Apache-2.0
// What stands between the bytes of a file and the text in them: gzip, zstd, UTF-16.
#include "core/base/byte_source.h"

#include <vector>
#include <zlib.h>
#include <zstd.h>

namespace assize {
namespace {

constexpr std::size_t ChunkSize = 256U << 10U;

/// Keeps a chunk of another stage's bytes at hand.
class Chunk {
public:
    explicit Chunk(std::unique_ptr<ByteStage> source)
        : m_source(std::move(source))
        , m_bytes(ChunkSize) {}

    /// Makes bytes available if there are none; false at the end of the source.
    Result<bool> fill() {
        if (m_at < m_size)
            return true;
        const Result<std::size_t> got = m_source->read(m_bytes.data(), m_bytes.size());
        if (!got)
            return tl::unexpected(got.error());
        m_at = 0;
        m_size = *got;
        return m_size > 0;
    }
    [[nodiscard]] char* data() { return m_bytes.data() + m_at; }
    [[nodiscard]] std::size_t size() const { return m_size - m_at; }
    void consume(std::size_t count) { m_at += count; }

private:
    std::unique_ptr<ByteStage> m_source;
    std::vector<char> m_bytes;
    std::size_t m_at = 0;
    std::size_t m_size = 0;
};

class GunzipStage final : public ByteStage {
public:
    GunzipStage(std::unique_ptr<ByteStage> source, std::string name)
        : m_chunk(std::move(source))
        , m_name(std::move(name)) {
        constexpr int GzipWindow = 15 + 16; // 32 KiB window, gzip header expected
        m_isOpen = inflateInit2(&m_stream, GzipWindow) == Z_OK;
    }
    ~GunzipStage() override {
        if (m_isOpen)
            inflateEnd(&m_stream);
    }
    GunzipStage(const GunzipStage&) = delete;
    GunzipStage& operator=(const GunzipStage&) = delete;

    Result<std::size_t> read(char* into, std::size_t size) override {
        if (!m_isOpen)
            return fail(ErrorCode::Internal, m_name, said("zlib does not start"));
        m_stream.next_out = reinterpret_cast<Bytef*>(into);
        m_stream.avail_out = static_cast<uInt>(size);
        while (m_stream.avail_out == size) {
            const Result<bool> available = m_chunk.fill();
            if (!available)
                return tl::unexpected(available.error());
            if (!*available && m_isBetweenMembers)
                return 0;
            if (!*available)
                return fail(ErrorCode::UnreadableInput, m_name, said("the gzip data end early"));
            if (!inflateSome())
                return fail(ErrorCode::UnreadableInput, m_name, said("the gzip data are damaged"));
        }
        return size - m_stream.avail_out;
    }

private:
    bool inflateSome() {
        if (m_isBetweenMembers)
            inflateReset(&m_stream); // gzip files may be joined end to end
        m_stream.next_in = reinterpret_cast<Bytef*>(m_chunk.data());
        m_stream.avail_in = static_cast<uInt>(m_chunk.size());
        const int state = inflate(&m_stream, Z_NO_FLUSH);
        m_chunk.consume(m_chunk.size() - m_stream.avail_in);
        m_isBetweenMembers = state == Z_STREAM_END;
        return state == Z_OK || state == Z_STREAM_END || state == Z_BUF_ERROR;
    }

    Chunk m_chunk;
    std::string m_name;
    z_stream m_stream = {};
    bool m_isOpen = false;
    bool m_isBetweenMembers = false;
};

struct ZstdCloser {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

class UnzstdStage final : public ByteStage {
public:
    UnzstdStage(std::unique_ptr<ByteStage> source, std::string name)
        : m_chunk(std::move(source))
        , m_name(std::move(name))
        , m_stream(ZSTD_createDStream()) {}

    Result<std::size_t> read(char* into, std::size_t size) override {
        ZSTD_outBuffer out{into, size, 0};
        while (out.pos == 0) {
            const Result<bool> available = m_chunk.fill();
            if (!available)
                return tl::unexpected(available.error());
            if (!*available && m_expected == 0)
                return 0;
            ZSTD_inBuffer in{m_chunk.data(), m_chunk.size(), 0};
            m_expected = ZSTD_decompressStream(m_stream.get(), &out, &in);
            if (ZSTD_isError(m_expected) != 0)
                return fail(ErrorCode::UnreadableInput, m_name, said("the zstd data are damaged"));
            m_chunk.consume(in.pos);
            if (!*available && out.pos == 0)
                return fail(ErrorCode::UnreadableInput, m_name, said("the zstd data end early"));
        }
        return out.pos;
    }

private:
    Chunk m_chunk;
    std::string m_name;
    std::unique_ptr<ZSTD_DStream, ZstdCloser> m_stream;
    std::size_t m_expected = 1; ///< 0 between frames
};

void appendUtf8(std::string& out, char32_t character) {
    const auto put = [&out](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
    if (character < 0x80) {
        put(character);
    } else if (character < 0x800) {
        put(0xC0U | character >> 6U);
        put(0x80U | (character & 0x3FU));
    } else if (character < 0x10000) {
        put(0xE0U | character >> 12U);
        put(0x80U | (character >> 6U & 0x3FU));
        put(0x80U | (character & 0x3FU));
    } else {
        put(0xF0U | character >> 18U);
        put(0x80U | (character >> 12U & 0x3FU));
        put(0x80U | (character >> 6U & 0x3FU));
        put(0x80U | (character & 0x3FU));
    }
}

/// Unpaired surrogates and a lone last byte become U+FFFD, as readers of UTF-16 do everywhere.
class FromUtf16Stage final : public ByteStage {
public:
    FromUtf16Stage(std::unique_ptr<ByteStage> source, bool bigEndian)
        : m_chunk(std::move(source))
        , m_bigEndian(bigEndian) {}

    Result<std::size_t> read(char* into, std::size_t size) override {
        while (m_at == m_text.size()) {
            m_text.clear();
            m_at = 0;
            const Result<bool> available = m_chunk.fill();
            if (!available)
                return tl::unexpected(available.error());
            if (!*available) {
                finish();
                if (m_text.empty())
                    return 0;
                break;
            }
            decodeChunk();
        }
        const std::size_t count = m_text.copy(into, size, m_at);
        m_at += count;
        return count;
    }

private:
    void decodeChunk() {
        const char* bytes = m_chunk.data();
        for (std::size_t at = 0; at < m_chunk.size(); ++at) {
            const auto byte = static_cast<unsigned char>(bytes[at]);
            if (!m_hasFirstByte) {
                m_firstByte = byte;
                m_hasFirstByte = true;
                continue;
            }
            m_hasFirstByte = false;
            addUnit(static_cast<char16_t>(m_bigEndian ? m_firstByte << 8U | byte : byte << 8U | m_firstByte));
        }
        m_chunk.consume(m_chunk.size());
    }

    void addUnit(char16_t unit) {
        const bool isLow = unit >= 0xDC00 && unit < 0xE000;
        if (m_high != 0) {
            const char32_t pair = 0x10000U + ((m_high - 0xD800U) << 10U) + (unit - 0xDC00U);
            appendUtf8(m_text, isLow ? pair : Replacement);
            m_high = 0;
            if (isLow)
                return;
        }
        if (unit >= 0xD800 && unit < 0xDC00)
            m_high = unit;
        else
            appendUtf8(m_text, isLow ? Replacement : unit);
    }

    void finish() {
        if (m_high != 0 || m_hasFirstByte)
            appendUtf8(m_text, Replacement);
        m_high = 0;
        m_hasFirstByte = false;
    }

    static constexpr char32_t Replacement = 0xFFFD;
    Chunk m_chunk;
    bool m_bigEndian;
    std::string m_text;
    std::size_t m_at = 0;
    bool m_hasFirstByte = false;
    unsigned char m_firstByte = 0;
    char32_t m_high = 0; ///< first half of a surrogate pair, 0 if none waits
};

} // namespace

std::unique_ptr<ByteStage> gunzipStage(std::unique_ptr<ByteStage> source, std::string name) {
    return std::make_unique<GunzipStage>(std::move(source), std::move(name));
}

std::unique_ptr<ByteStage> unzstdStage(std::unique_ptr<ByteStage> source, std::string name) {
    return std::make_unique<UnzstdStage>(std::move(source), std::move(name));
}

std::unique_ptr<ByteStage> fromUtf16Stage(std::unique_ptr<ByteStage> source, bool bigEndian) {
    return std::make_unique<FromUtf16Stage>(std::move(source), bigEndian);
}

} // namespace assize
