// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/import/row.h"
#include <cstdio>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace assize {

/// Every JSON record of a file that is read beside another, until take gives false: the file is of no use. The file is
/// read as an import reads it, compressed or not; what is damaged there, its own import reports. Pipes are passed over,
/// whose bytes come only once. Cancelled on a stop.
using RecordFunction = std::function<bool(const RowValue& record)>;
[[nodiscard]] Result<void> readCompanionFile(
    const std::string& path, const std::stop_token& stop, const RecordFunction& take);

/// Texts out of memory, in a file without a name that goes with the object.
class TextStore {
public:
    struct Place {
        long begin = 0;
        std::size_t size = 0;
    };
    /// NotWritable where the folder for temporary files is full or cannot be written to.
    [[nodiscard]] Result<Place> add(std::string_view text);
    [[nodiscard]] Result<std::string> text(const Place& place);

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Close> m_file;
};

} // namespace assize
