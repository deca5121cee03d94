// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/run_estimator.h"

namespace assize::ui {

RunEstimator::RunEstimator(Document& document, QObject* parent)
    : QObject(parent)
    , m_document(&document) {}

RunEstimator::~RunEstimator() {
    m_stop.request_stop();
}

void RunEstimator::estimate(const RunOrder& order, Estimated estimated) {
    stop();
    if (m_document == nullptr)
        return;
    m_stop = std::stop_source();
    m_document->read<RunEstimate>(
        Document::Lane::Later, "estimate", this,
        [order, stop = m_stop.get_token()](SessionReader& reader) -> Result<RunEstimate> {
            const auto request = completeRequest(reader, order);
            if (!request)
                return tl::unexpected(request.error());
            return estimateRun(reader, *request, stop);
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
