// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/probe.h"
#include "ui/bridge/run_choices.h"
#include "ui/bridge/run_order.h"
#include "ui/models/item_list_model.h"
#include <QWidget>
#include <optional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace assize::ui {

/// What a person says of a new run: judge, endpoint and model, which items, orders, limits. Knows no session. GUI
/// thread.
class RunForm final : public QWidget {
    Q_OBJECT

public:
    explicit RunForm(QWidget* parent);

    /// Fills the pickers; what was chosen stays chosen where it still is there.
    void setChoices(RunChoices choices);
    /// The built-in one and those that are set up.
    void setEndpoints(std::vector<Endpoint> endpoints);
    /// What items the list in Review shows, and whose labels filters mean.
    void setListed(const ItemListRequest& listed);
    /// Chooses these items.
    void setFilter(const QString& filter);
    void setReuse(const QString& path);
    void setModels(const QStringList& models);

    /// What was said so far. Nothing while there is no judge or no endpoint to choose.
    [[nodiscard]] std::optional<RunOrder> order() const;
    /// The same under each probe that is chosen.
    [[nodiscard]] std::vector<RunOrder> probedOrders() const;
    [[nodiscard]] std::optional<Endpoint> endpoint() const;
    [[nodiscard]] bool isServer() const; ///< the endpoint speaks to one

Q_SIGNALS:
    void edited();
    void modelsWanted();
    void reuseWanted();

private:
    void build();
    void buildLimits(QFormLayout& form);
    void buildReuse(QFormLayout& form);
    void buildProbes(QFormLayout& form);
    void nameProbes();
    [[nodiscard]] QLabel* rowLabel(QWidget* buddy);
    [[nodiscard]] QWidget* rowOf(std::initializer_list<QWidget*> widgets);
    void watch();
    void adoptJudge();
    void adoptEndpoint();
    void updateFields();
    void retranslate();
    void nameChoices();
    [[nodiscard]] const NamedJudge* judge() const;
    [[nodiscard]] QString filterText() const;

    RunChoices m_choices;
    std::vector<Endpoint> m_endpoints;
    ItemListRequest m_listed;
    QComboBox* m_judge;
    QComboBox* m_endpoint;
    QComboBox* m_model;
    QPushButton* m_askModels;
    QComboBox* m_items;
    QLineEdit* m_filter;
    QComboBox* m_orders;
    QSpinBox* m_samples;
    QComboBox* m_reference;
    std::vector<std::pair<Probe, QCheckBox*>> m_probes;
    QSpinBox* m_concurrency;
    QDoubleSpinBox* m_maxCost;
    QSpinBox* m_maxTokens;
    QLineEdit* m_name;
    QCheckBox* m_startNew;
    QLineEdit* m_reuse;
    QPushButton* m_pickReuse;
    QLabel* m_samplesWords;
    QLabel* m_tokensWords;
    std::vector<QLabel*> m_rowLabels; ///< in the order of the rows
};

} // namespace assize::ui
