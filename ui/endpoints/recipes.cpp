// SPDX-License-Identifier: Apache-2.0
#include "ui/endpoints/recipes.h"

#include "ui/endpoints/form_rows.h"
#include "ui/support/fonts.h"
#include "ui/support/icons.h"
#include "ui/support/translated.h"
#include "ui/widgets/panes.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <array>

namespace assize::ui {
namespace {

struct RecipeSource {
    const char* title;
    const char* note;
    const char* command;
    const char* name;
    const char* kind;
    const char* url;
    const char* model;
};

constexpr std::array RecipeSources = {
    RecipeSource{QT_TRANSLATE_NOOP("Recipes", "Selene Mini on vLLM"),
        QT_TRANSLATE_NOOP(
            "Recipes", "8 billion parameters: absolute scores, classes and pairs, by the selene-… judges."),
        "vllm serve AtlaAI/Selene-1-Mini-Llama-3.1-8B --port 8000", "selene-mini", "openai-chat",
        "http://127.0.0.1:8000/v1", "AtlaAI/Selene-1-Mini-Llama-3.1-8B"},
    RecipeSource{QT_TRANSLATE_NOOP("Recipes", "Selene Mini as a GGUF file"),
        QT_TRANSLATE_NOOP(
            "Recipes", "On a laptop: llama-server with a quantised file, which the first tab starts too."),
        "llama-server -m Selene-1-Mini-Llama-3.1-8B-Q4_K_M.gguf --port 8080 -c 16384", "selene-mini", "openai-chat",
        "http://127.0.0.1:8080/v1", ""},
    RecipeSource{QT_TRANSLATE_NOOP("Recipes", "Root Judge on SGLang"),
        QT_TRANSLATE_NOOP(
            "Recipes", "70 billion parameters on four GPUs; the grammar back end keeps its JSON in form."),
        "python -m sglang.launch_server --model-path root-signals/RootSignals-Judge-Llama-70B --port 30000 --tp 4 "
        "--grammar-backend xgrammar",
        "root-judge", "openai-chat", "http://127.0.0.1:30000/v1", "root-signals/RootSignals-Judge-Llama-70B"},
    RecipeSource{QT_TRANSLATE_NOOP("Recipes", "Root Judge on vLLM"),
        QT_TRANSLATE_NOOP("Recipes", "The same model, spread over four GPUs."),
        "vllm serve root-signals/RootSignals-Judge-Llama-70B --port 8000 --tensor-parallel-size 4", "root-judge",
        "openai-chat", "http://127.0.0.1:8000/v1", "root-signals/RootSignals-Judge-Llama-70B"},
    RecipeSource{QT_TRANSLATE_NOOP("Recipes", "JudgeLM on vLLM"),
        QT_TRANSLATE_NOOP("Recipes",
            "It was trained on raw prompts: the kind is OpenAI completions, since a chat route "
            "would wrap them into roles."),
        "vllm serve BAAI/JudgeLM-7B-v1.0 --port 8000 --max-model-len 2048", "judgelm", "openai-completions",
        "http://127.0.0.1:8000/v1", "BAAI/JudgeLM-7B-v1.0"},
};

QString recipeText(const char* source) {
    return QCoreApplication::translate("Recipes", source);
}

} // namespace

std::vector<Recipe> serverRecipes() {
    std::vector<Recipe> recipes;
    for (const RecipeSource& source : RecipeSources) {
        Recipe recipe{recipeText(source.title), recipeText(source.note), QLatin1String(source.command), {}};
        recipe.endpoint.name = source.name;
        recipe.endpoint.kind = source.kind;
        recipe.endpoint.url = source.url;
        recipe.endpoint.model = source.model;
        recipes.push_back(recipe);
    }
    return recipes;
}

RecipesPage::RecipesPage(QWidget* parent)
    : QScrollArea(parent) {
    setObjectName(QStringLiteral("recipes"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    translated(this, [this] { refill(); });
}

void RecipesPage::refill() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 8, 8, 8);
    column->setSpacing(4);
    for (const Recipe& recipe : serverRecipes()) {
        QLabel* title = plainLabel(page);
        title->setFont(strongFont(TextRole::Body));
        title->setText(recipe.title);
        QLabel* note = noteLabel(page);
        note->setText(recipe.note);
        auto* command = new QLineEdit(recipe.command, page);
        command->setObjectName(QStringLiteral("recipeCommand"));
        command->setReadOnly(true);
        command->setFont(fontFor(TextRole::MonoSmall));
        command->setCursorPosition(0);
        command->setAccessibleName(tr("Command for %1").arg(recipe.title));
        auto* copy = new QPushButton(themedIcon(Icon::Copy), tr("Copy"), page);
        copy->setObjectName(QStringLiteral("copyRecipe"));
        copy->setAccessibleName(tr("Copy the command for %1").arg(recipe.title));
        auto* add = new QPushButton(tr("Add…"), page);
        add->setObjectName(QStringLiteral("addRecipe"));
        add->setAccessibleName(tr("Add a model server for %1").arg(recipe.title));
        for (QPushButton* button : {copy, add})
            button->setAutoDefault(false);
        connect(copy, &QPushButton::clicked, this,
            [text = recipe.command] { QGuiApplication::clipboard()->setText(text); });
        connect(
            add, &QPushButton::clicked, this, [this, endpoint = recipe.endpoint] { Q_EMIT addRequested(endpoint); });
        auto* line = new QHBoxLayout;
        line->setSpacing(8);
        line->addWidget(command, 1);
        line->addWidget(copy);
        line->addWidget(add);
        column->addWidget(title);
        column->addWidget(note);
        column->addLayout(line);
        column->addSpacing(10);
    }
    column->addStretch();
    setWidget(page);
}

} // namespace assize::ui
