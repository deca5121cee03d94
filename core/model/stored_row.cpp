// SPDX-License-Identifier: Apache-2.0
// Items, labels, runs, annotations and settings as lines of JSON; verdicts stand in stored_verdict.cpp.
#include "core/model/stored_row.h"

#include "core/base/base64.h"
#include "core/base/hash.h"
#include "core/base/text_records.h"
#include "core/model/judge_json.h"
#include "core/model/stored_json.h"

namespace assize {
namespace {

Json itemToJson(const Item& item) {
    Json turns = Json::array();
    for (const Turn& turn : item.turns)
        turns.push_back({{"role", turn.role}, {"content", turn.content}});
    Json responses = Json::array();
    for (const Response& response : item.responses)
        responses.push_back({{"text", response.text}, {"model", response.model}});
    Json json = {{"type", "item"}, {"id", item.id}, {"format", item.format}, {"source_id", item.sourceId},
        {"occurrence", item.occurrence}, {"category", item.category}, {"turns", turns}, {"responses", responses},
        {"reference", orNull(item.reference)}, {"context", orNull(item.context)},
        {"metadata", Json::parse(item.metadata, nullptr, false)}};
    if (json["metadata"].is_discarded())
        json["metadata"] = Json::object();
    for (const Image& image : item.images)
        json["images"].push_back(
            {{"name", image.name}, {"media_type", image.mediaType}, {"data", toBase64(image.bytes)}});
    return json;
}

Item itemFromJson(const Json& json) {
    Item item;
    item.id = json.at("id");
    item.format = json.at("format");
    item.sourceId = json.value("source_id", "");
    item.occurrence = json.value("occurrence", 1);
    item.category = json.value("category", "");
    for (const Json& turn : json.at("turns"))
        item.turns.push_back({turn.at("role"), turn.at("content")});
    for (const Json& response : json.at("responses"))
        item.responses.push_back({response.at("text"), response.value("model", "")});
    readOptional(json, "reference", item.reference);
    readOptional(json, "context", item.context);
    item.metadata = json.value("metadata", Json::object()).dump();
    for (const Json& image : json.value("images", Json::array())) {
        const auto bytes = fromBase64(image.at("data").get_ref<const std::string&>());
        if (!bytes)
            throw std::invalid_argument("an image is not base64");
        item.images.push_back({image.value("name", ""), image.value("media_type", ""), sha256Hex(*bytes), *bytes});
    }
    item.contentHash = contentHash(item);
    return item;
}

Json labelToJson(const ItemLabel& label, const std::string& itemId) {
    return {{"type", "label"}, {"item", itemId}, {"annotator", label.annotator}, {"label", labelOrNull(label.label)},
        {"step", orNull(label.step)}, {"score", orNull(label.score)}, {"result", label.result}};
}

ItemLabel labelFromJson(const Json& json) {
    ItemLabel label;
    label.annotator = json.value("annotator", "");
    label.label = readLabel(json, "label");
    readOptional(json, "step", label.step);
    readOptional(json, "score", label.score);
    label.result = json.value("result", "");
    return label;
}

Json judgeVersionToJson(const JudgeVersion& version) {
    return {{"type", "judge"}, {"id", version.id}, {"hash", version.hash}, {"number", version.number},
        {"parent", version.parentHash}, {"source", version.source}, {"created_at", version.createdAt},
        {"definition", Json(judgeToJson(version.definition))}};
}

JudgeVersion judgeVersionFromJson(const Json& json) {
    JudgeVersion version;
    version.id = json.at("id");
    version.number = json.value("number", 0);
    version.parentHash = json.value("parent", "");
    version.source = json.at("source");
    version.createdAt = json.at("created_at");
    auto definition = judgeFromJson(nlohmann::json(json.at("definition")));
    if (!definition)
        throw std::invalid_argument("the judge's definition is malformed: " + definition.error().detail.english());
    version.definition = std::move(*definition);
    version.hash = versionHash(version.definition);
    if (json.at("hash") != version.hash)
        throw std::invalid_argument("the judge's definition does not have the hash it states");
    return version;
}

Json runToJson(const Run& run, const std::string& hash) {
    return {{"type", "run"}, {"id", run.id}, {"number", run.number}, {"name", run.name}, {"judge", hash},
        {"endpoint_kind", run.endpointKind}, {"endpoint_url", run.endpointUrl}, {"model", run.model},
        {"parameters", run.parameters}, {"identity", run.identity}, {"created_at", run.createdAt}};
}

Run runFromJson(const Json& json) {
    Run run;
    run.id = json.at("id");
    run.number = json.value("number", 0);
    run.name = json.at("name");
    run.endpointKind = json.value("endpoint_kind", "");
    run.endpointUrl = json.value("endpoint_url", "");
    run.model = json.value("model", "");
    run.parameters = json.value("parameters", "{}");
    run.identity = json.at("identity");
    run.createdAt = json.at("created_at");
    return run;
}

Json annotationToJson(const Annotation& made, const StoredRow& row) {
    Json criteria = Json::array();
    for (const CriterionOverride& criterion : made.criteria)
        criteria.push_back({{"name", criterion.name}, {"judge_is_wrong", criterion.judgeIsWrong},
            {"score_A", orNull(criterion.scoreA)}, {"score_B", orNull(criterion.scoreB)}});
    return {{"type", "annotation"}, {"id", made.id}, {"item", row.itemId}, {"annotator", made.annotator},
        {"label", labelOrNull(made.label)}, {"step", orNull(made.step)}, {"cannot_judge", made.cannotJudge},
        {"score", orNull(made.score)}, {"result", made.result}, {"criteria", criteria}, {"tags", made.tags},
        {"comment", made.comment}, {"flagged", made.flagged}, {"blind", made.blind},
        {"sides_swapped", made.sidesSwapped}, {"adjudicated", made.adjudicated}, {"shown_run", row.runId},
        {"supersedes", made.supersedes}, {"created_at", made.createdAt}};
}

Annotation annotationFromJson(const Json& json) {
    Annotation made;
    made.id = json.at("id");
    made.annotator = json.at("annotator");
    made.label = readLabel(json, "label");
    readOptional(json, "step", made.step);
    made.cannotJudge = json.value("cannot_judge", false);
    readOptional(json, "score", made.score);
    made.result = json.value("result", "");
    for (const Json& criterion : json.value("criteria", Json::array())) {
        CriterionOverride& changed = made.criteria.emplace_back();
        changed.name = criterion.at("name");
        changed.judgeIsWrong = criterion.value("judge_is_wrong", false);
        readOptional(criterion, "score_A", changed.scoreA);
        readOptional(criterion, "score_B", changed.scoreB);
    }
    made.tags = json.value("tags", std::vector<std::string>());
    made.comment = json.value("comment", "");
    made.flagged = json.value("flagged", false);
    made.blind = json.value("blind", false);
    made.sidesSwapped = json.value("sides_swapped", false);
    made.adjudicated = json.value("adjudicated", false);
    made.supersedes = json.value("supersedes", "");
    made.createdAt = json.at("created_at");
    return made;
}

Json toJson(const StoredRow& stored) {
    if (const auto* setting = std::get_if<StoredSetting>(&stored.row))
        return {{"type", "setting"}, {"name", setting->name}, {"value", setting->value}};
    if (const auto* version = std::get_if<JudgeVersion>(&stored.row))
        return judgeVersionToJson(*version);
    if (const auto* run = std::get_if<Run>(&stored.row))
        return runToJson(*run, stored.versionHash);
    if (const auto* item = std::get_if<Item>(&stored.row))
        return itemToJson(*item);
    if (const auto* label = std::get_if<ItemLabel>(&stored.row))
        return labelToJson(*label, stored.itemId);
    if (const auto* call = std::get_if<PlannedCall>(&stored.row))
        return {{"type", "plan"}, {"run", stored.runId}, {"item", stored.itemId}, {"presentation", call->presentation},
            {"sample", call->sample}};
    if (const auto* verdict = std::get_if<Verdict>(&stored.row))
        return verdictToJson(*verdict, stored.runId, stored.itemId);
    return annotationToJson(std::get<Annotation>(stored.row), stored);
}

StoredRow fromJson(const Json& json) {
    const std::string type = json.at("type");
    StoredRow stored;
    stored.itemId = json.value("item", "");
    stored.runId = json.value(type == "annotation" ? "shown_run" : "run", "");
    if (type == "setting") {
        stored.row = StoredSetting{json.at("name"), json.at("value")};
    } else if (type == "judge") {
        stored.row = judgeVersionFromJson(json);
    } else if (type == "run") {
        stored.row = runFromJson(json);
        stored.versionHash = json.at("judge");
    } else if (type == "item") {
        stored.row = itemFromJson(json);
    } else if (type == "label") {
        stored.row = labelFromJson(json);
    } else if (type == "plan") {
        stored.row = PlannedCall{0, json.at("presentation"), json.at("sample")};
    } else if (type == "verdict") {
        stored.row = verdictFromJson(json);
    } else if (type == "annotation") {
        stored.row = annotationFromJson(json);
    } else {
        throw std::invalid_argument("the type \"" + type + "\" is not known");
    }
    return stored;
}

} // namespace

std::string storedRowToJson(const StoredRow& row) {
    return toJson(row).dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<StoredRow> storedRowFromJson(std::string_view line) {
    constexpr std::size_t DeepestNesting = 256; // writing JSON is recursive
    if (jsonNesting(line) > DeepestNesting)
        return fail(ErrorCode::UnreadableInput, {}, said("nested too deeply"));
    try {
        return fromJson(Json::parse(line));
    } catch (const nlohmann::json::exception& problem) {
        const std::string_view text = problem.what(); // "[json.exception.type_error.302] type must be …"
        return fail(ErrorCode::UnreadableInput, {},
            quoted(std::string(text.substr(std::min(text.find("] ") + 2, text.size())))));
    } catch (const std::invalid_argument& problem) {
        return fail(ErrorCode::UnreadableInput, {}, quoted(problem.what()));
    }
}

std::string_view exportHeader() {
    return R"({"type":"header","assize":"session/1"})";
}

bool isExportHeader(std::string_view line) {
    constexpr std::size_t Longest = 200;
    return line == exportHeader() || (line.size() <= Longest && nlohmann::json::parse(line, nullptr, false) ==
                                                                    nlohmann::json::parse(exportHeader()));
}

} // namespace assize
