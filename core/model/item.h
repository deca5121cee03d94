// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/label.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assize {

/// Rows are addressed by number inside one session file, and by ULID outside it. 0 is no row.
using RowKey = std::int64_t;

struct Turn {
    std::string role; ///< "user", "assistant", "system"
    std::string content;

    bool operator==(const Turn&) const = default;
};

struct Response {
    std::string text;
    std::string model; ///< who wrote it, empty if unknown

    bool operator==(const Response&) const = default;
};

struct Image {
    std::string name;
    std::string mediaType; ///< "image/png"
    std::string sha256;
    std::string bytes;

    bool operator==(const Image&) const = default;
};

/// One thing to judge. A single prompt is one user turn. A verdict-only file gives items without turns or responses.
struct Item {
    RowKey key = 0;
    std::string id;          ///< ULID, given by the session
    std::string format;      ///< the importer's name
    std::string sourceId;    ///< the id the file gave it, empty if none
    std::string contentHash; ///< contentHash(item)
    int occurrence = 1;      ///< the k-th item with equal content where the format has no ids, else 1
    std::vector<Turn> turns;
    std::vector<Response> responses;
    std::optional<std::string> reference;
    std::optional<std::string> context;
    std::vector<Image> images;
    std::string category;
    std::string metadata = "{}"; ///< a JSON object as text

    bool operator==(const Item&) const = default;
};

/// A person's label that came with the file. annotator empty: the gold label itself; else one of several raters.
struct ItemLabel {
    RowKey itemKey = 0;
    std::string annotator;
    std::optional<Label> label;
    std::optional<int> step;     ///< +3 … −3
    std::optional<double> score; ///< direct scores
    std::string result;          ///< class, PASS / FAIL or chosen letter

    bool operator==(const ItemLabel&) const = default;
};

/// The content of the last user turn, or of the last turn; empty if there is none.
[[nodiscard]] const std::string& promptOf(const Item& item);

/// What lists show: the first line of the prompt (else of the first response), at most 120 code points; then the id.
[[nodiscard]] std::string titleOf(const Item& item);

/// SHA-256 of the canonical JSON of turns, responses in order, reference, context and image hashes (interfaces.md,
/// Import).
[[nodiscard]] std::string contentHash(const Item& item);

} // namespace assize
