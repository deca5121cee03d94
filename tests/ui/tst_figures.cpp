// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/builtin_lexical.h"
#include "core/judge/library.h"
#include "tests/support/temp_session.h"
#include "ui/bridge/insights_tables.h"
#include "ui/bridge/run_order.h"
#include "ui/models/item_list_model.h"
#include "ui/widgets/shared_row.h"

#include <QTest>

using namespace assize;
using namespace assize::ui;
using assize::test::valueOf;

/// The figures beside the items: agreement as the list counts it, and what other weights make of a run.
class TestFigures final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }
    void weightsHoldForEverySpellingOfACriterion();
    void weightsHoldForCriteriaThatCountAsOne();
    void weightsSurviveTheFile();
    void insightsKnowPeoplePricesAndTwins();
    void agreementCountsGoldLabels();
    void ownLabelComesBeforeGold();
    void flipAgreesWithNobody();
    void otherWeightsTurnALabel();
    void itemsWithoutScoresKeepTheirVerdict();
    void aRunOfThoseListedJudgesWhatTheListShows();
    void narrowRowsTakeFromTheWidest();

private:
    RowKey addItem(const std::string& id, std::optional<Label> gold);
    void judge(RowKey item, const std::string& presentation, Label label);
    void judgeByRubric(RowKey item);
    [[nodiscard]] std::shared_ptr<const FigureItems> items() const;
    [[nodiscard]] FigureRun run(const std::shared_ptr<const FigureItems>& items) const;

    std::unique_ptr<test::TempSession> m_session;
    RowKey m_run = 0;
};

void TestFigures::init() {
    m_session = std::make_unique<test::TempSession>();
    m_run = m_session->addRun("run");
}

RowKey TestFigures::addItem(const std::string& id, std::optional<Label> gold) {
    const RowKey key = m_session->addPair(id, "prompt of " + id, "one answer", "another answer");
    if (gold)
        m_session->write([&](SessionTransaction& transaction) -> Result<void> {
            ItemLabel label;
            label.itemKey = key;
            label.label = gold;
            const auto added = transaction.addLabel(label);
            return added ? Result<void>() : tl::unexpected(added.error());
        });
    return key;
}

void TestFigures::judge(RowKey item, const std::string& presentation, Label label) {
    m_session->addVerdict(m_run, item, presentation, label, label == Label::A ? 0.2 : label == Label::B ? -0.2 : 0);
}

/// Two criteria of equal weight: A wins "Ticket amount" by 0.5, B wins "Concise" by 0.25.
void TestFigures::judgeByRubric(RowKey item) {
    Verdict verdict;
    verdict.runKey = m_run;
    verdict.itemKey = item;
    verdict.judgement.outcome = Outcome::Verdict;
    verdict.judgement.label = Label::A;
    CriterionScore amount;
    amount.criterion.name = "Ticket amount";
    amount.normalisedA = 1.0;
    amount.normalisedB = 0.5;
    CriterionScore concise;
    concise.criterion.name = "Concise";
    concise.normalisedA = 0.5;
    concise.normalisedB = 0.75;
    verdict.judgement.criteria = {amount, concise};
    m_session->write([&](SessionTransaction& transaction) -> Result<void> {
        const auto added = transaction.addVerdict(verdict);
        return added ? Result<void>() : tl::unexpected(added.error());
    });
}

std::shared_ptr<const FigureItems> TestFigures::items() const {
    return std::make_shared<const FigureItems>(valueOf(readFigureItems(m_session->reader(), "ada")));
}

FigureRun TestFigures::run(const std::shared_ptr<const FigureItems>& items) const {
    return valueOf(readFigureRun(m_session->reader(), valueOf(m_session->reader().run("run")), items));
}

void TestFigures::weightsHoldForEverySpellingOfACriterion() {
    WhatIf whatIf;
    whatIf.setWeight("Ticket  Amounts", 0.4);
    whatIf.setOff("Concise", true);
    QCOMPARE(whatIf.weightOf("ticket amount"), std::optional(0.4));
    QCOMPARE(whatIf.weightOf("Concise"), std::nullopt);
    QVERIFY(whatIf.isOff("concise"));
    whatIf.setOff("CONCISE", false);
    QVERIFY(!whatIf.isOff("Concise"));
}

/// A weight tried on one name is that of every name in its group.
void TestFigures::weightsHoldForCriteriaThatCountAsOne() {
    WhatIf whatIf;
    whatIf.groups = criterionAliasesFromJson(R"({"correctness": "Accuracy"})");
    whatIf.setWeight("Correctness", 0.7);
    whatIf.setOff("Accuracies", true);
    QCOMPARE(whatIf.weightOf("accuracy"), std::optional(0.7));
    QVERIFY(whatIf.isOff("correctness"));
    QVERIFY(!whatIf.isOff("style"));
}

/// What the window's figures are made from holds all that the command line's are.
void TestFigures::insightsKnowPeoplePricesAndTwins() {
    const RowKey item = addItem("one", Label::A);
    m_session->write([&](SessionTransaction& transaction) -> Result<void> {
        for (const char* person : {"ivo", "maya"}) {
            if (const auto added = transaction.addLabel({item, person, Label::A, {}, {}, {}}); !added)
                return tl::unexpected(added.error());
        }
        Annotation annotation;
        annotation.itemKey = item;
        annotation.annotator = "lena";
        annotation.label = Label::B;
        annotation.blind = true;
        valueOf(transaction.addAnnotation(annotation));
        annotation.blind = false;
        annotation.label = Label::A;
        valueOf(transaction.addAnnotation(annotation));
        Run run;
        run.name = "paid";
        run.judgeVersionKey = 1;
        run.endpointKind = "openai-chat";
        run.endpointUrl = "http://models.example.org/v1";
        run.identity = "paid";
        Verdict verdict;
        verdict.runKey = valueOf(transaction.addRun(run)).key;
        verdict.itemKey = item;
        verdict.judgement.outcome = Outcome::Verdict;
        verdict.judgement.label = Label::A;
        verdict.usage.inputTokens = 1'000'000;
        valueOf(transaction.addVerdict(verdict));
        return {};
    });
    Endpoint endpoint;
    endpoint.url = "http://models.example.org/v1";
    endpoint.price.input = 3;
    const auto session = std::make_shared<const InsightsSession>(
        valueOf(readInsightsSession(m_session->reader(), "lena", {endpoint}, {})));
    QCOMPARE(session->runs.size(), 2U);
    QCOMPARE(session->runs[1].figures.table.spending->amount, 3.0);
    InsightsQuestion question;
    question.run = session->runs[1].id();
    const InsightsSource source(session, nullptr, question, "People", "Gold");
    const FigureSheet sheet = source.figureSheet({});
    QCOMPARE(findFigure(sheet.figures, "cost.per_1000_verdicts")->value, std::optional(3000.0));
    QCOMPARE(findFigure(sheet.figures, "alt_test")->denominator, std::optional<std::int64_t>(3));
    QCOMPARE(findFigure(sheet.figures, "anchoring.toward_judge")->value, std::optional(1.0));
    QCOMPARE(sheet.people.pairs.size(), 3U);
}

void TestFigures::weightsSurviveTheFile() {
    WhatIf whatIf;
    whatIf.setWeight("Ticket amount", 0.4);
    whatIf.setOff("Concise", true);
    QVERIFY(whatIfFromJson(whatIfToJson(whatIf)) == whatIf);
    QVERIFY(!whatIfFromJson("{\"weights\": 7}").isActive());
}

void TestFigures::agreementCountsGoldLabels() {
    judge(addItem("agrees", Label::A), "AB", Label::A);
    judge(addItem("differs", Label::B), "AB", Label::A);
    judge(addItem("unlabelled", {}), "AB", Label::A);
    addItem("unjudged", Label::A);
    const auto known = items();
    const RunAgreement agreement = agreementOf(run(known), known->human, known->settings);
    QCOMPARE(agreement.labelled, 2);
    QCOMPARE(agreement.disagree, 1);
    QCOMPARE(agreement.agreement, std::optional(0.5));
}

void TestFigures::ownLabelComesBeforeGold() {
    const RowKey item = addItem("differs", Label::B);
    judge(item, "AB", Label::A);
    m_session->write([&](SessionTransaction& transaction) -> Result<void> {
        Annotation own;
        own.itemKey = item;
        own.annotator = "ada";
        own.label = Label::A;
        const auto added = transaction.addAnnotation(own);
        return added ? Result<void>() : tl::unexpected(added.error());
    });
    const auto known = items();
    QCOMPARE(agreementOf(run(known), known->human, known->settings).disagree, 0);
    QCOMPARE(agreementOf(run(known), known->items.gold, known->settings).disagree, 1);
}

void TestFigures::flipAgreesWithNobody() {
    const RowKey item = addItem("flips", Label::A);
    judge(item, "AB", Label::A);
    judge(item, "BA", Label::B);
    const auto known = items();
    const RunAgreement agreement = agreementOf(run(known), known->human, known->settings);
    QCOMPARE(agreement.labelled, 1);
    QCOMPARE(agreement.disagree, 1);
}

void TestFigures::otherWeightsTurnALabel() {
    const RowKey item = addItem("rail", Label::B);
    judgeByRubric(item);
    const auto known = items();
    const FigureRun shown = run(known);
    const TriedScores scores = valueOf(readTriedScores(m_session->reader(), m_run, *known, shown.table));
    WhatIf whatIf;
    whatIf.setOff("Ticket amount", true);
    const TriedRun tried = tryWeights(known, shown, scores, known->human, whatIf);
    const TriedVerdict* verdict = tried.verdicts->of(item);
    QVERIFY(verdict != nullptr);
    QCOMPARE(verdict->label, std::optional(Label::B));
    QCOMPARE(verdict->margin, std::optional(-0.25));
    QVERIFY(verdict->agreement != OrderAgreement::Flipped);
    QCOMPARE(tried.changed, 1);
    QCOMPARE(tried.agreement, std::optional(1.0));
}

void TestFigures::itemsWithoutScoresKeepTheirVerdict() {
    const RowKey item = addItem("rail", Label::B);
    const RowKey other = addItem("desk", Label::B);
    judgeByRubric(item);
    judge(other, "AB", Label::A);
    const auto known = items();
    const FigureRun shown = run(known);
    const TriedScores scores = valueOf(readTriedScores(m_session->reader(), m_run, *known, shown.table));
    const TriedRun tried = tryWeights(known, shown, scores, known->human, {});
    QVERIFY(tried.verdicts->of(item)->outcome == Outcome::Verdict);
    ItemRow row;
    row.key = other;
    row.judged.label = Label::A;
    QVERIFY(asTried(row, tried.verdicts.get()).judged.label == Label::A);
    QCOMPARE(tried.changed, 0);
}

/// Another judge is asked about the items on which the run that is looked at has flipped, not on which its own has; and
/// with tried weights about those that flip by them.
void TestFigures::aRunOfThoseListedJudgesWhatTheListShows() {
    const RowKey flips = addItem("flips", Label::A);
    const RowKey stays = addItem("stays", Label::A);
    judge(flips, "AB", Label::A);
    judge(flips, "BA", Label::B);
    judge(stays, "AB", Label::A);
    judge(stays, "BA", Label::A);
    const auto& judges = presetJudges();
    RunOrder order;
    order.request.judge = judges.front();
    order.request.endpoint = builtinEndpoint();
    order.filter = "flipped";
    order.filterRun = m_run;
    const auto listed = [&] {
        return valueOf(m_session->reader().itemKeys(valueOf(completeRequest(m_session->reader(), order)).items));
    };
    QCOMPARE(listed(), std::vector<RowKey>{flips});
    TriedVerdict tried;
    tried.itemKey = stays;
    tried.agreement = OrderAgreement::Flipped;
    order.tried = std::make_shared<const TriedVerdicts>(std::vector{tried});
    QCOMPARE(listed(), std::vector<RowKey>{stays});
}

void TestFigures::narrowRowsTakeFromTheWidest() {
    QCOMPARE(fairWidth({40, 100, 200}, 240), 100);
    QCOMPARE(fairWidth({40, 100, 200}, 90), 30);
    QVERIFY(fairWidth({40, 100, 200}, 340) >= 200);
}

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
