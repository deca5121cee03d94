// SPDX-License-Identifier: Apache-2.0
#include "core/import/importer.h"
#include "tests/support/temp_session.h"
#include "tests/support/text_table.h"
#include "ui/bridge/document.h"
#include "ui/models/import_preview_model.h"
#include "ui/models/item_list_model.h"
#include "ui/models/item_row_text.h"
#include "ui/models/rubric_model.h"
#include "ui/support/text.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace assize;
using namespace assize::ui;

namespace {

std::vector<CriterionScore> criteria(std::string_view drawn) {
    std::vector<CriterionScore> all;
    for (const auto& row : test::textTable(drawn)) {
        CriterionScore score;
        score.criterion.name = row.at("criterion");
        score.criterion.weight = std::stod(row.at("weight"));
        if (!row.at("A").empty())
            score.scoreA = std::stod(row.at("A"));
        if (!row.at("B").empty())
            score.scoreB = std::stod(row.at("B"));
        const auto normalised = [](std::optional<double> value) -> std::optional<double> {
            return value ? std::optional((*value - 1) / 4) : std::nullopt;
        };
        score.normalisedA = normalised(score.scoreA);
        score.normalisedB = normalised(score.scoreB);
        all.push_back(score);
    }
    return all;
}

/// What a model shows, cells of a row between bars.
QStringList drawn(const QAbstractItemModel& model) {
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells += model.index(row, column).data().toString();
        rows += cells.join(QStringLiteral("|"));
    }
    return rows;
}

/// A session of that name, open.
std::unique_ptr<Document> opened(const std::filesystem::path& path) {
    std::unique_ptr<Document> document;
    QObject context;
    Document::open(path, Session::Access::ReadWrite, &context,
        [&](Result<std::unique_ptr<Document>> answer) { document = std::move(answer.value()); });
    static_cast<void>(QTest::qWaitFor([&] { return document != nullptr; }));
    return document;
}

constexpr auto Mode = QAbstractItemModelTester::FailureReportingMode::QtTest;

} // namespace

/// Every model keeps the rules of Qt's views, whatever it is given.
class TestModels final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rubricSharesOutTheWeightsThatAreOn();
    void rubricLeavesOutWhatHasNoScore();
    void importPreviewShowsColumnsThatAreFilled();
    void importProblemsAreListed();
    void itemListFollowsItsRequest();
    void theFirstRowsComeWithTheList();
    void rowsAreSpokenInSentences();
    void rowsOfSingleAnswersShowWhatWasSaid();
};

void TestModels::rubricSharesOutTheWeightsThatAreOn() {
    RubricModel model;
    const QAbstractItemModelTester tester(&model, Mode);
    model.setCriteria(criteria(R"(
        | criterion | weight | A | B |
        |-----------|--------|---|---|
        | Deadline  | 0.50   | 5 | 1 |
        | Amount    | 0.25   | 1 | 5 |
        | Concise   | 0.25   | 3 | 2 |
    )"));
    QCOMPARE(drawn(model), QStringList({QStringLiteral("Deadline|0.50|5|1|+0.50"),
                               QStringLiteral("Amount|0.25|1|5|−0.25"), QStringLiteral("Concise|0.25|3|2|+0.06")}));
    WhatIf whatIf;
    whatIf.setOff("Deadline", true);
    model.setWhatIf(whatIf);
    QCOMPARE(drawn(model), QStringList({QStringLiteral("Deadline|0.00|5|1|–"), QStringLiteral("Amount|0.50|1|5|−0.50"),
                               QStringLiteral("Concise|0.50|3|2|+0.13")}));
    model.setCriteria({});
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::rubricLeavesOutWhatHasNoScore() {
    RubricModel model;
    const QAbstractItemModelTester tester(&model, Mode);
    model.setCriteria(criteria(R"(
        | criterion | weight | A | B |
        | Deadline  | 0.5    | 5 |   |
        | Amount    | 0.5    | 1 | 5 |
    )"));
    QCOMPARE(model.index(0, RubricModel::ScoreBColumn).data().toString(), QStringLiteral("–"));
    QCOMPARE(model.index(0, RubricModel::ContributionColumn).data().toString(), QStringLiteral("–"));
}

void TestModels::importPreviewShowsColumnsThatAreFilled() {
    ImportPreviewModel model;
    const QAbstractItemModelTester tester(&model, Mode);
    std::vector<ImportRecord> records;
    for (const auto& row : test::textTable(R"(
             | line | prompt | A    | B    |
             | 1    | Prime? | 7    | 9    |
             | 4    | Even?  | 3    | 4    |)")) {
        ImportRecord record;
        record.line = std::stoll(row.at("line"));
        record.item.emplace();
        record.item->turns = {{"user", row.at("prompt")}};
        record.item->responses = {{row.at("A"), {}}, {row.at("B"), {}}};
        records.push_back(std::move(record));
    }
    model.setRecords(records);
    QCOMPARE(drawn(model), QStringList({QStringLiteral("1|Prime?|7|9"), QStringLiteral("4|Even?|3|4")}));
    model.setRecords({});
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::importProblemsAreListed() {
    ImportProblemsModel model;
    const QAbstractItemModelTester tester(&model, Mode);
    model.setRows({{"pairs.jsonl", 12, assize::quoted("no prompt")}, {"pairs.jsonl", 15, assize::quoted("not JSON")}});
    QCOMPARE(drawn(model),
        QStringList({QStringLiteral("pairs.jsonl|12|no prompt"), QStringLiteral("pairs.jsonl|15|not JSON")}));
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::theFirstRowsComeWithTheList() {
    test::TempSession session;
    for (const char* id : {"a", "b", "c"})
        static_cast<void>(session.addPair(id, std::string("Prompt ") + id, "one", "two"));
    session.close();
    const std::unique_ptr<Document> document = opened(session.path());
    QVERIFY(document != nullptr);
    document->readNowFirst();
    QStringList order;
    const auto later = [&](Document::Lane lane, const QString& name) {
        document->read<int>(
            lane, {}, this, [](SessionReader&) -> Result<int> { return 0; },
            [&order, name](const Result<int>&) { order += name; });
    };
    later(Document::Lane::Figures, QStringLiteral("figures"));
    ItemListModel model;
    connect(&model, &ItemListModel::requestAnswered, this,
        [&] { order += QStringLiteral("list of ") + model.index(0).data().toString(); });
    model.setDocument(document.get());
    model.setRequest({});
    QTRY_COMPARE(order, QStringList({QStringLiteral("list of Prompt a"), QStringLiteral("figures")}));
    QVERIFY(model.index(2).data(ItemListModel::RowRole).isValid());
    later(Document::Lane::Later, QStringLiteral("counts"));
    QTRY_COMPARE(order.size(), 3);
}

void TestModels::itemListFollowsItsRequest() {
    test::TempSession session;
    for (const auto& row : test::textTable(R"(
             | id | category | prompt              |
             | a  | Code     | Sort a list.        |
             | b  | Maths    | Add two numbers.    |
             | c  | Code     | Reverse a sentence. |)"))
        static_cast<void>(session.addPair(row.at("id"), row.at("prompt"), "one", "two", row.at("category")));
    session.close();
    std::unique_ptr<Document> document = opened(session.path());
    QVERIFY(document != nullptr);
    ItemListModel model;
    const QAbstractItemModelTester tester(&model, Mode);
    QSignalSpy answered(&model, &ItemListModel::requestAnswered);
    model.setDocument(document.get());
    model.setRequest({});
    QTRY_COMPARE(answered.size(), 1);
    QCOMPARE(model.rowCount(), 3);
    const auto titles = [&] {
        for (int row = 0; row < model.rowCount(); ++row)
            static_cast<void>(
                model.index(row).data(ItemListModel::RowRole)); // as a view does: rows come when asked for
        return drawn(model);
    };
    QTRY_COMPARE(titles(), QStringList({QStringLiteral("Sort a list."), QStringLiteral("Add two numbers."),
                               QStringLiteral("Reverse a sentence.")}));
    ItemListRequest code;
    code.filter = QStringLiteral("category == \"Code\"");
    model.setRequest(code);
    QTRY_COMPARE(answered.size(), 2);
    QTRY_COMPARE(titles(), QStringList({QStringLiteral("Sort a list."), QStringLiteral("Reverse a sentence.")}));
    QCOMPARE(model.rowOf(model.keyAt(1)), 1);
    model.setDocument(nullptr);
    QCOMPARE(model.rowCount(), 0);
    document.reset();
}

void TestModels::rowsAreSpokenInSentences() {
    ItemRow row;
    row.title = "Which train is late?";
    row.gold = Label::B;
    QCOMPARE(itemSpoken(row, false), QStringLiteral("Which train is late? Judge no verdict. Human B better."));
    row.judged.planned = true;
    row.judged.outcome = Outcome::Verdict;
    row.judged.label = Label::A;
    row.judged.margin = 0.11;
    row.title = "Cancelled 07:52";
    QCOMPARE(itemSpoken(row, false), QStringLiteral("Cancelled 07:52. Judge A better. Human B better. Disagree. Margin "
                                                    "+0.11. Not flipped."));
    QCOMPARE(itemSpoken(row, true), QStringLiteral("Cancelled 07:52. Hidden until you label it."));
}

// The ring of an answer that a person had called PASS was dashed: as if nobody had said anything.
void TestModels::rowsOfSingleAnswersShowWhatWasSaid() {
    ItemRow row;
    row.title = "Is it grounded?";
    row.id = "one";
    row.goldResult = "PASS";
    QCOMPARE(humanGlyph(row).letters(), QStringLiteral("✓"));
    QVERIFY(!isDisagreement(row));
    row.judged.planned = true;
    row.judged.outcome = Outcome::Verdict;
    row.judged.result = "FAIL";
    QCOMPARE(judgeGlyph(row).letters(), QStringLiteral("✕"));
    QVERIFY(isDisagreement(row));
    QCOMPARE(itemSpoken(row, false), QStringLiteral("Is it grounded? Judge FAIL. Human PASS. Disagree."));
    row.humanResult = "FAIL";
    QVERIFY(!isDisagreement(row));
    QCOMPARE(itemDetail(row, false), QStringLiteral("one · FAIL · you: FAIL"));
    row.humanResult.clear();
    row.humanScore = 4;
    QCOMPARE(humanGlyph(row).letters(), QStringLiteral("4"));
    for (const auto& [said, letters] : {std::pair("87.25", "87"), std::pair("0.94", "0.9"), std::pair("harmless", "H"),
             std::pair("有害", "有害"), std::pair("2.5", "2.5"), std::pair("−0.75", "−1")})
        QCOMPARE(VerdictGlyph::answer(VerdictGlyph::Owner::Human, QString::fromUtf8(said)).letters(),
            QString::fromUtf8(letters));
    row.cannotJudge = true;
    row.humanScore.reset();
    QCOMPARE(humanGlyph(row).letters(), QStringLiteral("?"));
}

QTEST_MAIN(TestModels)
#include "tst_models.moc"
