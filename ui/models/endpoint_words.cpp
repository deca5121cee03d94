// SPDX-License-Identifier: Apache-2.0
#include "ui/models/endpoint_words.h"

#include "ui/bridge/server_watch.h"
#include "ui/support/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace assize::ui {
namespace {

struct KindWords {
    std::string_view kind;
    const char* text;
    const char* detail;
};
constexpr std::array Kinds = {
    KindWords{"openai-chat", QT_TRANSLATE_NOOP("EndpointWords", "OpenAI chat"),
        QT_TRANSLATE_NOOP("EndpointWords", "llama.cpp, vLLM, SGLang, LM Studio, OpenAI, Azure, OpenRouter and others")},
    KindWords{"openai-completions", QT_TRANSLATE_NOOP("EndpointWords", "OpenAI completions"),
        QT_TRANSLATE_NOOP("EndpointWords",
            "raw prompts to the same servers, for models trained without chat roles, such as JudgeLM")},
    KindWords{"anthropic", QT_TRANSLATE_NOOP("EndpointWords", "Anthropic Messages"),
        QT_TRANSLATE_NOOP("EndpointWords", "Anthropic's own service")},
    KindWords{"ollama", QT_TRANSLATE_NOOP("EndpointWords", "Ollama chat"),
        QT_TRANSLATE_NOOP("EndpointWords", "Ollama's own chat, which can be told the length of the context")},
    KindWords{"ollama-raw", QT_TRANSLATE_NOOP("EndpointWords", "Ollama, raw prompts"),
        QT_TRANSLATE_NOOP("EndpointWords", "for models of Ollama that were trained without chat roles")},
    KindWords{"bedrock", QT_TRANSLATE_NOOP("EndpointWords", "Amazon Bedrock"),
        QT_TRANSLATE_NOOP("EndpointWords", "Bedrock's Converse; without a key the credentials of AWS are used")},
    KindWords{"builtin", QT_TRANSLATE_NOOP("EndpointWords", "Built-in baseline"),
        QT_TRANSLATE_NOOP("EndpointWords", "fixed rules, no model and no network")},
};

const KindWords* wordsOf(std::string_view kind) {
    const auto* found =
        std::find_if(Kinds.begin(), Kinds.end(), [&](const KindWords& words) { return words.kind == kind; });
    return found == Kinds.end() ? nullptr : found;
}

} // namespace

QString endpointKindText(std::string_view kind) {
    const KindWords* words = wordsOf(kind);
    return words == nullptr ? fromUtf8(kind) : QCoreApplication::translate("EndpointWords", words->text);
}

QString endpointKindDetail(std::string_view kind) {
    const KindWords* words = wordsOf(kind);
    return words == nullptr ? QString() : QCoreApplication::translate("EndpointWords", words->detail);
}

QString serverStateText(ServerState state) {
    switch (state) {
    case ServerState::Unknown:
        return QCoreApplication::translate("EndpointWords", "not asked yet");
    case ServerState::Answers:
        return QCoreApplication::translate("EndpointWords", "answers");
    case ServerState::Loading:
        return QCoreApplication::translate("EndpointWords", "is loading its model");
    case ServerState::NoAnswer:
        return QCoreApplication::translate("EndpointWords", "no answer");
    case ServerState::KeyRefused:
        break;
    }
    return QCoreApplication::translate("EndpointWords", "refuses the key");
}

} // namespace assize::ui
