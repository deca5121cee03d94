// SPDX-License-Identifier: Apache-2.0
#include "core/import/row_image.h"

#include "core/base/base64.h"
#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/import/row.h"

#include <algorithm>
#include <fmt/format.h>

namespace assize {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view Scheme = "data:";

/// Empty for anything that is none of the four kinds that every server takes.
std::string_view mediaTypeOf(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"))
        return "image/png";
    if (bytes.starts_with("\xFF\xD8\xFF"))
        return "image/jpeg";
    if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a"))
        return "image/gif";
    return bytes.starts_with("RIFF") && bytes.substr(std::min<std::size_t>(8, bytes.size())).starts_with("WEBP")
               ? "image/webp"
               : "";
}

Result<Image> checked(std::string name, std::string bytes) {
    if (bytes.size() > LargestImage)
        return unusable(said("%1 has %2 bytes, more than %3", name, bytes.size(), LargestImage));
    const std::string_view mediaType = mediaTypeOf(bytes);
    if (mediaType.empty())
        return unusable(said("%1 is neither PNG, JPEG, GIF nor WebP", name));
    std::string hash = sha256Hex(bytes);
    return Image{std::move(name), std::string(mediaType), std::move(hash), std::move(bytes)};
}

Result<Image> fromDataUrl(std::string_view url, std::string name) {
    constexpr std::string_view Marker = ";base64,";
    constexpr std::size_t LongestHead = 200;
    const std::string head = foldCase(url.substr(0, LongestHead)); // "Base64" is written as well
    const std::size_t marker = head.find(Marker);
    auto bytes = marker == std::string::npos ? std::nullopt : fromBase64(url.substr(marker + Marker.size()));
    if (!bytes || bytes->empty())
        return unusable(said("%1 is no data: URL with base64", name));
    return checked(std::move(name), std::move(*bytes));
}

bool leadsOut(const fs::path& path) {
    return path.is_absolute() || std::find(path.begin(), path.end(), fs::path("..")) != path.end();
}

/// The file itself, links followed; empty where it does not lie in the folder.
fs::path within(const fs::path& folder, const fs::path& path) {
    std::error_code problem;
    const fs::path root = fs::canonical(folder, problem);
    const fs::path file = problem ? fs::path() : fs::canonical(root / path, problem);
    return problem || leadsOut(file.lexically_relative(root)) ? fs::path() : file;
}

Result<Image> fromFile(const std::string& text, const fs::path& folder) {
    if (text.find("://") != std::string::npos)
        return unusable(said("%1 is a link; links are not followed", text));
    if (folder.empty())
        return unusable(said("%1 is a path, and this input has no folder", text));
    if (text.find('\0') != std::string::npos || leadsOut(fs::path(text)))
        return unusable(said("%1 does not lie in the folder of the file", text));
    const fs::path file = within(folder, fs::path(text));
    std::error_code problem;
    if (file.empty() || !fs::is_regular_file(file, problem))
        return unusable(said("there is no file %1 in the folder of the file", text));
    const auto size = fs::file_size(file, problem);
    if (problem || size > LargestImage)
        return unusable(said("%1 has %2 bytes, more than %3", text, size, LargestImage));
    auto bytes = readFile(file, LargestImage);
    if (!bytes)
        return unusable(said("%1 cannot be read: %2", text, bytes.error().detail));
    return checked(text, std::move(*bytes));
}

} // namespace

Result<Image> imageFrom(std::string_view text, std::string fallbackName, const fs::path& folder) {
    if (text.starts_with(Scheme))
        return fromDataUrl(text, std::move(fallbackName));
    return fromFile(std::string(text), folder);
}

} // namespace assize
