// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/byte_source.h"
#include "core/import/importer.h"
#include "core/model/stored_row.h"
#include <string>
#include <utility>
#include <vector>

namespace assize::test {

/// Keeps what an importer gives.
class CollectingSink final : public ImportSink {
public:
    Result<void> record(ImportRecord record, std::string_view text) override {
        records.push_back(std::move(record));
        texts.emplace_back(text);
        return {};
    }
    Result<void> stored(std::int64_t, StoredRow row, std::string_view) override {
        rows.push_back(std::move(row));
        return {};
    }
    Result<void> skipped(std::int64_t line, Sentence reason, std::string_view text) override {
        problems.emplace_back(line, reason.english());
        reasons.push_back(std::move(reason));
        texts.emplace_back(text);
        return {};
    }
    void progress(std::int64_t, std::int64_t) override {}

    std::vector<ImportRecord> records;
    std::vector<StoredRow> rows;
    std::vector<std::pair<std::int64_t, std::string>> problems;
    std::vector<Sentence> reasons;
    std::vector<std::string> texts;
};

/// Reads a text with a format; what cannot be opened or read is an error text in `failure`.
struct ReadText {
    CollectingSink sink;
    std::string failure;
    std::string format;

    explicit ReadText(std::string text, std::string_view formatName = {}, ImportOptions options = {}) {
        auto source = ByteSource::fromText(std::move(text), "text");
        if (!source) {
            failure = source.error().detail.english();
            return;
        }
        auto guess = guessFormat(*source, options);
        const Importer* importer = guess ? guess->importer : nullptr;
        if (!formatName.empty())
            importer = importerNamed(formatName).value();
        if (importer == nullptr) {
            failure = guess.error().detail.english();
            return;
        }
        format = importer->name;
        if (const auto read = importer->read(*source, options, sink); !read)
            failure = read.error().detail.english();
    }
};

} // namespace assize::test
