// SPDX-License-Identifier: Apache-2.0
// Preference pairs for training: prompt, chosen and rejected a row, where the run (without one: the gold label) prefers
// a response. Ties and splits teach nothing and are left out, and so is what is closer than the least margin.
#include "core/export/formats.h"
#include "core/session/session_reader.h"

#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using OrderedJson = nlohmann::ordered_json;

/// A single prompt as a text, a conversation as its messages.
OrderedJson promptJson(const Item& item) {
    if (item.turns.size() == 1 && item.turns.front().role == "user")
        return item.turns.front().content;
    OrderedJson messages = OrderedJson::array();
    for (const Turn& turn : item.turns)
        messages.push_back({{"role", turn.role}, {"content", turn.content}});
    return messages;
}

class DpoExport {
public:
    DpoExport(SessionReader& reader, const ExportOptions& options, const ExportWrite& write)
        : m_reader(reader)
        , m_options(options)
        , m_write(write) {}

    Result<std::int64_t> run() {
        if (const auto chosen = chooseRun(); !chosen)
            return tl::unexpected(chosen.error());
        ItemQuery query = m_options.choice.items;
        query.order = ItemOrder::Id;
        Result<void> result;
        const auto read = m_reader.forEachItem(query, [&](const Item& item) {
            result = writeItem(item);
            if (result && m_options.stop.stop_requested())
                result = fail(ErrorCode::Cancelled, "export");
            return result.has_value();
        });
        if (!read || !result)
            return tl::unexpected(read ? result.error() : read.error());
        return m_written;
    }

private:
    /// The one run there is; of several the person names one.
    Result<void> chooseRun() {
        const auto runs = m_reader.runs();
        if (!runs)
            return tl::unexpected(runs.error());
        for (const RunSummary& summary : *runs) {
            if (m_options.choice.runKey == 0 && runs->size() > 1)
                return fail(ErrorCode::InvalidArgument, "export --format dpo",
                    said("the session has several runs; name the one that prefers with --run"));
            if (m_options.choice.runKey == 0 || summary.run.key == m_options.choice.runKey)
                m_run = summary.run;
        }
        return {};
    }

    Result<void> writeItem(const Item& item) {
        if (item.responses.size() != 2)
            return {};
        const auto rows = m_reader.itemRows(std::vector<RowKey>{item.key}, m_run.key, "");
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->empty())
            return {};
        const ItemRow& row = rows->front();
        const std::optional<Label> label = m_run.key != 0 ? row.judged.label : row.gold;
        const std::optional<double> margin = m_run.key != 0 ? row.judged.margin : std::nullopt;
        const bool isClear = m_options.leastMargin == 0 || (margin && std::abs(*margin) >= m_options.leastMargin);
        if ((label != Label::A && label != Label::B) || !isClear)
            return {};
        ++m_written;
        if (m_options.progress)
            m_options.progress(m_written);
        return m_write(lineOf(item, *label, margin));
    }

    [[nodiscard]] std::string lineOf(const Item& item, Label label, const std::optional<double>& margin) const {
        const Response& chosen = item.responses[label == Label::A ? 0 : 1];
        const Response& rejected = item.responses[label == Label::A ? 1 : 0];
        OrderedJson line = {{"id", item.sourceId.empty() ? item.id : item.sourceId}, {"prompt", promptJson(item)},
            {"chosen", chosen.text}, {"rejected", rejected.text}, {"chosen_model", chosen.model},
            {"rejected_model", rejected.model}, {"subset", item.category}, {"preferred_by", m_run.name}};
        if (m_run.key == 0)
            line["preferred_by"] = "gold";
        if (margin)
            line["margin"] = std::abs(*margin);
        return line.dump(-1, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
    }

    SessionReader& m_reader;
    const ExportOptions& m_options;
    const ExportWrite& m_write;
    Run m_run; ///< key 0: the gold labels
    std::int64_t m_written = 0;
};

} // namespace

Exporter dpoExporter() {
    return {"dpo", "preference pairs for training: prompt, chosen, rejected",
        [](SessionReader& reader, const ExportOptions& options, const ExportWrite& write) {
            return DpoExport(reader, options, write).run();
        }};
}

} // namespace assize
