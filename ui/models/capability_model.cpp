// SPDX-License-Identifier: Apache-2.0
#include "ui/models/capability_model.h"

#include "core/endpoint/capability_store.h"
#include "ui/support/text.h"

#include <QLocale>
#include <QStringList>

namespace assize::ui {
namespace {

using Row = CapabilityModel::Row;
using State = CapabilityModel::State;

/// Which question has to be answered before a row is.
ProbeStep stepOf(int row) {
    switch (row) {
    case Row::Reachable:
    case Row::Models:
    case Row::Context:
        return ProbeStep::Models;
    case Row::Key:
    case Row::Streaming:
    case Row::Reasoning:
    case Row::Speed:
        return ProbeStep::Word;
    case Row::Schema:
        return ProbeStep::Schema;
    case Row::Grammar:
        return ProbeStep::Grammar;
    case Row::Logprobs:
        return ProbeStep::Logprobs;
    default:
        return ProbeStep::Seed;
    }
}

State stateOf(const std::optional<bool>& answer) {
    return !answer ? State::Unknown : *answer ? State::Yes : State::No;
}

} // namespace

CapabilityModel::CapabilityModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void CapabilityModel::clear() {
    m_states.fill(State::NotAsked);
    m_report.reset();
    m_isComplete = false;
    tellAll();
}

void CapabilityModel::showStep(ProbeStep step, const ProbeReport& soFar, bool hasKey) {
    m_report = soFar;
    m_hasKey = hasKey;
    m_isComplete = false;
    for (int row = 0; row < RowCount; ++row) {
        const ProbeStep needed = stepOf(row);
        m_states[static_cast<std::size_t>(row)] = needed < step    ? answerState(row)
                                                  : needed == step ? State::Asking
                                                                   : State::NotAsked;
    }
    tellAll();
}

void CapabilityModel::showReport(const ProbeReport& report, bool hasKey) {
    m_report = report;
    m_hasKey = hasKey;
    m_isComplete = true;
    for (int row = 0; row < RowCount; ++row)
        m_states[static_cast<std::size_t>(row)] = answerState(row);
    tellAll();
}

void CapabilityModel::showFailure(const Error& error) {
    const bool isCancelled = error.code == ErrorCode::Cancelled;
    const int culprit = error.code == ErrorCode::KeyRefused            ? Key
                        : error.code == ErrorCode::EndpointUnreachable ? Reachable
                                                                       : RowCount;
    for (int row = 0; row < RowCount; ++row) {
        State& state = m_states[static_cast<std::size_t>(row)];
        if (row == culprit && !isCancelled)
            state = State::Failed;
        else if (state == State::Asking)
            state = isCancelled || culprit != RowCount ? State::NotAsked : State::Failed;
    }
    tellAll();
}

void CapabilityModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    tellAll();
}

void CapabilityModel::tellAll() {
    Q_EMIT dataChanged(index(0, 0), index(RowCount - 1, ColumnCount - 1));
}

State CapabilityModel::answerState(int row) const {
    const Capabilities& known = m_report->capabilities;
    switch (row) {
    case Reachable:
        return State::Yes;
    case Key:
        return m_hasKey ? State::Yes : State::Fact;
    case Context:
        return known.contextTokens ? State::Fact : State::Unknown;
    case Streaming:
        return stateOf(known.streams);
    case Schema:
        return stateOf(known.schemaEnforced);
    case Grammar:
        return stateOf(known.grammar);
    case Logprobs:
        return stateOf(known.logprobs);
    case Seed:
        return stateOf(known.seedHonoured);
    case Speed:
        return m_report->tokensPerSecond > 0 ? State::Fact : State::Unknown;
    default: // models, reasoning and the budget are neither good nor bad
        return State::Fact;
    }
}

QString CapabilityModel::question(int row) const {
    switch (row) {
    case Reachable:
        return tr("Reachable");
    case Key:
        return tr("Key");
    case Models:
        return tr("Models");
    case Context:
        return tr("Context length");
    case Streaming:
        return tr("Streams replies");
    case Reasoning:
        return tr("Reasons aloud");
    case Speed:
        return tr("Speed");
    case Schema:
        return tr("JSON schema enforced");
    case Grammar:
        return tr("Grammar enforced");
    case Logprobs:
        return tr("Log-probabilities");
    case Seed:
        return tr("Seed honoured");
    default:
        return tr("Tokens for a judgement");
    }
}

QString CapabilityModel::answer(int row) const {
    switch (state(row)) {
    case State::NotAsked:
        return QStringLiteral("–");
    case State::Asking:
        return tr("asking…");
    case State::Failed:
        return row == Key ? tr("refused") : row == Reachable ? tr("no answer") : tr("failed");
    case State::Unknown:
        return row == Context ? tr("not stated") : row == Speed ? tr("not measured") : tr("the replies prove neither");
    case State::Yes:
    case State::No:
    case State::Fact:
        break;
    }
    const QString fact = factOf(row);
    return !fact.isEmpty() ? fact : state(row) == State::Yes ? tr("yes") : tr("no");
}

QString CapabilityModel::factOf(int row) const {
    const Capabilities& known = m_report->capabilities;
    const QLocale locale;
    switch (row) {
    case Key:
        return m_hasKey ? tr("accepted") : tr("none sent, none wanted");
    case Models: {
        QStringList names;
        for (const std::string& model : m_report->models)
            names += withVisibleControls(fromUtf8(model));
        return names.isEmpty() ? tr("none listed") : names.join(QStringLiteral(", "));
    }
    case Context:
        return tr("%1 tokens").arg(locale.toString(known.contextTokens.value_or(0)));
    case Reasoning:
        return known.reasons == true
                   ? tr("yes, %1 tokens for a small question").arg(locale.toString(known.reasoningTokens))
                   : QString();
    case Speed:
        return tr("%1 tokens/s, the first after %2 s")
            .arg(locale.toString(m_report->tokensPerSecond, 'f', 0),
                locale.toString(m_report->firstTokenSeconds, 'f', 2));
    case Schema:
        if (known.schemaEnforced == true)
            return tr("yes, in the form “%1”").arg(fromUtf8(schemaDialectName(known.schemaDialect)));
        return m_report->schemaDetail.empty()
                   ? QString()
                   : tr("no, it wrote: %1").arg(withVisibleControls(fromUtf8(m_report->schemaDetail)));
    case Budget:
        return m_isComplete ? locale.toString(m_report->maxTokens) : QString();
    default:
        return {};
    }
}

int CapabilityModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : RowCount;
}

int CapabilityModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CapabilityModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const QString text = index.column() == Question ? question(row) : answer(row);
    if (role == Qt::DisplayRole)
        return text;
    if (role == Qt::ToolTipRole)
        return plainToolTip(text);
    if (role == StateRole)
        return QVariant::fromValue(state(row));
    if (role == Qt::AccessibleTextRole)
        return index.column() == Question ? tr("%1: %2", "question, answer").arg(question(row), answer(row)) : text;
    return {};
}

QVariant CapabilityModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Question ? tr("Question") : tr("Answer");
}

} // namespace assize::ui
