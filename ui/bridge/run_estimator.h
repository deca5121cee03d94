// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/run/estimate.h"
#include "ui/bridge/document.h"
#include "ui/bridge/run_order.h"
#include <QObject>
#include <QPointer>
#include <functional>
#include <stop_token>
#include <vector>

namespace assize::ui {

/// Estimates what a run would take while somebody still changes it: the newest question is answered, older ones are
/// stopped. Lives on the GUI thread; its end stops what is under way.
class RunEstimator final : public QObject {
    Q_OBJECT

public:
    RunEstimator(Document& document, QObject* parent);
    ~RunEstimator() override;

    using Estimated = std::function<void(const Result<RunEstimate>&)>;
    /// A stopped estimate comes back as Cancelled, one that another took the place of not at all.
    /// Of several runs, what they take together.
    void estimate(std::vector<RunOrder> orders, Estimated estimated);
    void stop();

private:
    QPointer<Document> m_document;
    std::stop_source m_stop;
    quint64 m_token = 0;
};

} // namespace assize::ui
