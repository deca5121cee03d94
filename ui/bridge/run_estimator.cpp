// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/run_estimator.h"

#include <algorithm>

namespace assize::ui {
namespace {

void add(EstimatedRange& sum, const EstimatedRange& range) {
    sum.low += range.low;
    sum.expected += range.expected;
    sum.high += range.high;
}

void add(RunEstimate& sum, const RunEstimate& estimate) {
    sum.planned += estimate.planned;
    sum.owed += estimate.owed;
    sum.rendered += estimate.rendered;
    sum.measured = std::max(sum.measured, estimate.measured); // the same verdicts tell of all
    add(sum.inputTokens, estimate.inputTokens);
    add(sum.outputTokens, estimate.outputTokens);
    add(sum.cost, estimate.cost);
}

} // namespace

RunEstimator::RunEstimator(Document& document, QObject* parent)
    : QObject(parent)
    , m_document(&document) {}

RunEstimator::~RunEstimator() {
    m_stop.request_stop();
}

void RunEstimator::estimate(std::vector<RunOrder> orders, Estimated estimated) {
    stop();
    if (m_document == nullptr)
        return;
    m_stop = std::stop_source();
    m_document->read<RunEstimate>(
        Document::Lane::Later, "estimate", this,
        [orders = std::move(orders), stop = m_stop.get_token()](SessionReader& reader) -> Result<RunEstimate> {
            RunEstimate all;
            for (const RunOrder& order : orders) {
                const auto request = completeRequest(reader, order);
                if (!request)
                    return tl::unexpected(request.error());
                const auto estimate = estimateRun(reader, *request, stop);
                if (!estimate)
                    return tl::unexpected(estimate.error());
                add(all, *estimate);
            }
            return all;
        },
        [this, token = ++m_token, estimated = std::move(estimated)](const Result<RunEstimate>& estimate) {
            if (token == m_token)
                estimated(estimate);
        });
}

void RunEstimator::stop() {
    m_stop.request_stop();
}

} // namespace assize::ui
