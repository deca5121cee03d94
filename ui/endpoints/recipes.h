// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/endpoint.h"
#include <QScrollArea>
#include <QString>
#include <vector>

namespace assize::ui {

/// How to serve one of the judges that this program knows: a command to run where the model is, and the endpoint that
/// it makes.
struct Recipe {
    QString title;
    QString note;
    QString command;
    Endpoint endpoint;
};

/// In the window's language; the same commands as docs/guide/endpoints.md has.
[[nodiscard]] std::vector<Recipe> serverRecipes();

/// The recipes as a page: each command can be copied, and its endpoint added.
class RecipesPage final : public QScrollArea {
    Q_OBJECT

public:
    explicit RecipesPage(QWidget* parent = nullptr);

Q_SIGNALS:
    void addRequested(const assize::Endpoint& endpoint);

private:
    void refill();
};

} // namespace assize::ui
