// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/endpoint.h"
#include <QWidget>
#include <functional>

class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace assize::ui {

/// How much a model server is asked at once, how long it may take, and what it costs.
class LimitsPage final : public QWidget {
    Q_OBJECT

public:
    explicit LimitsPage(QWidget* parent = nullptr);

    void setEndpoint(const Endpoint& endpoint);
    void read(Endpoint& endpoint) const;

Q_SIGNALS:
    void edited();

private:
    using Words = std::function<QString()>;
    QSpinBox* addCount(QFormLayout* form, const char* objectName, int low, int high, Words label);
    QDoubleSpinBox* addAmount(QFormLayout* form, const char* objectName, double high, int decimals, Words label);
    void addLimits(QFormLayout* form);
    void addTimes(QFormLayout* form);
    void addPrices(QFormLayout* form);

    QSpinBox* m_concurrency = nullptr;
    QSpinBox* m_requests = nullptr;
    QSpinBox* m_tokens = nullptr;
    QCheckBox* m_stream = nullptr;
    QDoubleSpinBox* m_connect = nullptr;
    QDoubleSpinBox* m_firstToken = nullptr;
    QDoubleSpinBox* m_idle = nullptr;
    QDoubleSpinBox* m_total = nullptr;
    QDoubleSpinBox* m_input = nullptr;
    QDoubleSpinBox* m_output = nullptr;
    QDoubleSpinBox* m_cached = nullptr;
    QDoubleSpinBox* m_per = nullptr;
    QDoubleSpinBox* m_hourly = nullptr;
    QLineEdit* m_currency = nullptr;
};

} // namespace assize::ui
