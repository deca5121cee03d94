// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/probe.h"
#include <QAbstractTableModel>
#include <array>
#include <optional>

namespace assize::ui {

/// What a server can do, question by question, while it is being asked and afterwards.
class CapabilityModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Question, Answer, ColumnCount };
    Q_ENUM(Column)
    enum Row {
        Reachable,
        Key,
        Models,
        Context,
        Streaming,
        Reasoning,
        Speed,
        Schema,
        Grammar,
        Logprobs,
        Seed,
        Budget,
        RowCount
    };
    Q_ENUM(Row)
    enum class State { NotAsked, Asking, Yes, No, Unknown, Fact, Failed };
    Q_ENUM(State)
    enum Role { StateRole = Qt::UserRole + 1 };
    Q_ENUM(Role)

    explicit CapabilityModel(QObject* parent = nullptr);

    /// Nothing was asked yet, or what was known is not so any more.
    void clear();
    /// A question is on its way; what is known so far stands in the rows before it.
    void showStep(ProbeStep step, const ProbeReport& soFar, bool hasKey);
    void showReport(const ProbeReport& report, bool hasKey);
    /// It ended there; answers that were given before stay.
    void showFailure(const Error& error);
    void retranslate();

    [[nodiscard]] State state(int row) const { return m_states.at(static_cast<std::size_t>(row)); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] State answerState(int row) const;
    [[nodiscard]] QString question(int row) const;
    [[nodiscard]] QString answer(int row) const;
    [[nodiscard]] QString factOf(int row) const;
    void tellAll();

    std::array<State, RowCount> m_states = {};
    std::optional<ProbeReport> m_report;
    bool m_hasKey = false;
    bool m_isComplete = false;
};

} // namespace assize::ui
