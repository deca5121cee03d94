// SPDX-License-Identifier: Apache-2.0
#include "core/import/item_fields.h"

#include "core/import/conversation.h"
#include "core/import/importer.h"
#include "core/import/row_image.h"

#include <fmt/format.h>

namespace assize {
namespace {

/// One image: a text, or an object that holds it.
Result<Image> readImage(const RowValue& entry, std::size_t number, const std::filesystem::path& folder) {
    std::string name = fmt::format("image-{}", number);
    std::optional<RowValue> value = entry;
    if (entry.object()) {
        value = valueAt(entry, "data");
        if (!value)
            value = valueAt(entry, "path");
    }
    const auto text = value ? value->text() : std::nullopt;
    if (!text || text->empty())
        return unusable(said("%1 is neither a data: URL nor a path", name));
    return imageFrom(*text, std::move(name), folder);
}

/// A list, or one image alone.
Result<std::vector<Image>> readImages(const Row& row) {
    std::vector<Image> images;
    const RowValue* value = row.find("images");
    if (value == nullptr || value->text() == "")
        return images;
    std::vector<RowValue> entries;
    if (const auto list = value->array()) {
        for (const simdjson::dom::element entry : *list)
            entries.emplace_back(entry);
    } else {
        entries.push_back(*value);
    }
    for (const RowValue& entry : entries) {
        auto image = readImage(entry, images.size() + 1, row.folder);
        if (!image)
            return tl::unexpected(image.error());
        images.push_back(std::move(*image));
    }
    return images;
}

/// The object itself, or the one written in a cell; the parser holds what a cell gives.
std::optional<simdjson::dom::object> objectIn(const RowValue& value, simdjson::dom::parser& parser) {
    if (const auto object = value.object())
        return object;
    const auto written = value.text();
    simdjson::dom::object object;
    if (!written || parser.parse(*written).get(object) != simdjson::SUCCESS)
        return std::nullopt;
    return object;
}

} // namespace

Result<std::vector<Turn>> readPromptTurns(const Row& row, std::size_t* leftOut) {
    for (const std::string_view field : {"prompt", "turns", "messages"}) {
        const RowValue* value = row.find(field);
        if (value == nullptr)
            continue;
        if (const auto messages = value->array())
            return readTurns(*messages, field, leftOut);
        const auto text = row.text(field);
        if (!text)
            return tl::unexpected(text.error());
        return std::vector<Turn>{{"user", **text}};
    }
    return unusable(said("prompt is missing"));
}

Result<std::string> requiredText(const Row& row, std::string_view field, std::string_view shownAs) {
    auto text = row.text(field);
    if (!text)
        return tl::unexpected(text.error());
    if (!*text)
        return unusable(said("%1 is missing", shownAs));
    return std::move(**text);
}

Result<std::vector<std::string>> requiredTexts(const Row& row, std::string_view field, std::string_view shownAs) {
    const RowValue* value = row.find(field);
    const auto list = value != nullptr ? value->array() : std::nullopt;
    if (!list) {
        auto text = requiredText(row, field, shownAs);
        if (!text)
            return tl::unexpected(text.error());
        return std::vector<std::string>{std::move(*text)};
    }
    std::vector<std::string> texts;
    for (const simdjson::dom::element element : *list) {
        auto text = RowValue(element).text();
        if (!text || text->find('\0') != std::string::npos)
            return unusable(said("%1: entry %2 is not a text", shownAs, texts.size() + 1));
        texts.push_back(std::move(*text));
    }
    if (texts.empty())
        return unusable(said("%1 is an empty list", shownAs));
    return texts;
}

Result<std::optional<std::string>> optionalText(const Row& row, std::string_view field) {
    auto text = row.text(field);
    if (text && *text && (*text)->empty())
        *text = std::nullopt;
    return text;
}

Result<void> addAnnotators(const Row& row, const ReadOpinion& read, ImportRecord& record) {
    const RowValue* value = row.find("annotators");
    if (value == nullptr || value->text() == "")
        return {};
    simdjson::dom::parser parser;
    const auto people = objectIn(*value, parser);
    if (!people)
        return unusable(said("annotators is not an object from name to label"));
    std::size_t unread = 0;
    std::string firstUnread;
    std::string whose;
    for (const simdjson::dom::key_value_pair& person : *people) {
        const RowValue opinion(person.value);
        if (opinion.isNull() || opinion.text() == "")
            continue;
        if (person.key.empty() || person.key.find('\0') != std::string_view::npos)
            return unusable(said("annotators: a name is empty or holds a NUL character"));
        auto label = read(opinion);
        if (label) {
            label->annotator = person.key;
            record.labels.push_back(std::move(*label));
            continue;
        }
        if (unread++ > 0)
            continue;
        firstUnread = opinion.json();
        whose = person.key;
    }
    if (unread == 1)
        record.remark = both(record.remark,
            said("the label %1 of %2 is none that is known; the item was imported without it", firstUnread, whose));
    else if (unread > 1)
        record.remark = both(record.remark,
            said("%1 labels are none that is known, the first is %2 of %3; the item was imported without them", unread,
                firstUnread, whose));
    return {};
}

Result<Item> readItemDetails(const Row& row, std::string_view format) {
    Item item;
    item.format = format;
    auto reference = optionalText(row, "reference");
    auto context = optionalText(row, "context");
    auto category = optionalText(row, "category");
    auto id = optionalText(row, "id");
    for (const auto* field : {&reference, &context, &category, &id}) {
        if (!*field)
            return tl::unexpected(field->error());
    }
    item.reference = std::move(*reference);
    item.context = std::move(*context);
    item.category = category->value_or("");
    item.sourceId = id->value_or(std::string(row.key));
    auto images = readImages(row);
    if (!images)
        return tl::unexpected(images.error());
    item.images = std::move(*images);
    return item;
}

Result<Item> readItemFields(const Row& row, std::string_view format) {
    auto turns = readPromptTurns(row);
    if (!turns)
        return tl::unexpected(turns.error());
    auto item = readItemDetails(row, format);
    if (item)
        item->turns = std::move(*turns);
    return item;
}

} // namespace assize
