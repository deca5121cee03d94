// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/import_format_words.h"

#include "core/import/importer.h"

#include <QCoreApplication>

namespace assize::ui {
namespace {

/// What the importers say of themselves, word for word, where translators find it.
[[maybe_unused]] constexpr const char* Descriptions[] = {
    QT_TRANSLATE_NOOP("ImportFormats", "a prompt and two responses a record, as JSON Lines, JSON array, CSV or TSV"),
    QT_TRANSLATE_NOOP("ImportFormats", "a prompt and one response a record, as JSON Lines, JSON array, CSV or TSV"),
    QT_TRANSLATE_NOOP("ImportFormats", "LLMBar's dataset.json and its evaluators' result.json"),
    QT_TRANSLATE_NOOP("ImportFormats", "PandaLM's test set, and verdict files joined on idx"),
    QT_TRANSLATE_NOOP("ImportFormats", "RewardBench and RewardBench 2, and any file of prompt, chosen and rejected"),
    QT_TRANSLATE_NOOP("ImportFormats", "JudgeBench's pairs, and judges' outputs in both orders"),
    QT_TRANSLATE_NOOP("ImportFormats", "AlpacaEval's annotations with preferences, and model outputs"),
    QT_TRANSLATE_NOOP("ImportFormats", "Auto-J's test sets, and outputs that join the pairs line by line"),
    QT_TRANSLATE_NOOP("ImportFormats", "MT-Bench votes of people and GPT-4, and FastChat's judgments"),
    QT_TRANSLATE_NOOP("ImportFormats", "HaluBench: answers from a passage, with PASS or FAIL"),
    QT_TRANSLATE_NOOP("ImportFormats", "RM-Bench: each row's nine pairs of styles, and reward models' scores of them"),
    QT_TRANSLATE_NOOP("ImportFormats", "WildBench's scores; the prompts are not in these files"),
    QT_TRANSLATE_NOOP("ImportFormats", "JudgeLM's judge samples, and outputs in either order"),
    QT_TRANSLATE_NOOP("ImportFormats", "a prompt and a list of responses a record"),
    QT_TRANSLATE_NOOP("ImportFormats", "BiGGen Bench's instances, each with its own rubric"),
    QT_TRANSLATE_NOOP("ImportFormats", "Prometheus: Feedback-Bench, Preference-Bench, and sets that GPT-4 graded"),
    QT_TRANSLATE_NOOP("ImportFormats", "MT-Bench's questions of two turns, without responses"),
    QT_TRANSLATE_NOOP("ImportFormats", "LLM Comparator's side-by-side file, with the ratings in it"),
    QT_TRANSLATE_NOOP("ImportFormats", "conversations as lists of messages, with one or two final answers"),
    QT_TRANSLATE_NOOP("ImportFormats", "Amazon Nova's judge: pairs with its metrics, and verdicts as YAML documents"),
    QT_TRANSLATE_NOOP("ImportFormats", "Chatbot Arena's conversations and preference sets, with people's votes"),
    QT_TRANSLATE_NOOP("ImportFormats", "UltraFeedback's completions with GPT-4's ratings, and the binarized pairs"),
    QT_TRANSLATE_NOOP("ImportFormats", "HH-RLHF: a preferred and another transcript of Human and Assistant"),
    QT_TRANSLATE_NOOP("ImportFormats", "promptfoo's results: providers' outputs, and what the assertions found"),
    QT_TRANSLATE_NOOP("ImportFormats", "OpenAI's batch files: requests, and replies that are joined with them"),
    QT_TRANSLATE_NOOP("ImportFormats", "another session, or its JSON Lines export"),
    QT_TRANSLATE_NOOP("ImportFormats", "calibration rows of Root Signals' evaluators: score, output, input"),
};

} // namespace

QString importFormatWords(const Importer& importer) {
    return QCoreApplication::translate("ImportFormats", std::string(importer.description).c_str());
}

} // namespace assize::ui
