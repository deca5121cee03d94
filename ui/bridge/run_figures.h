// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/background.h"
#include "ui/bridge/document.h"
#include "ui/bridge/figure_tables.h"
#include <QObject>
#include <QPointer>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace assize::ui {

/// The figures that the window shows beside items: how every run agrees with people, and what other weights would make
/// of the run shown. Columns are read once for each session; labels and weights then only recompute. All of it happens
/// on threads of its own, and newer questions drop older ones. GUI thread.
class RunFigures final : public QObject {
    Q_OBJECT

public:
    explicit RunFigures(QObject* parent = nullptr);

    /// Forgets everything and reads the session's columns; null only forgets. whatIf is that of the run shown.
    void load(Document* document, const std::vector<RunSummary>& runs, const std::string& annotator);
    /// The run whose weights are tried.
    void setShownRun(RowKey run, const WhatIf& whatIf);
    void setWhatIf(const WhatIf& whatIf);
    /// A label was stored by the person at the window.
    void adopt(const Annotation& annotation);

    /// Of every run that was counted so far.
    [[nodiscard]] const std::map<RowKey, RunAgreement>& agreements() const { return m_agreements; }
    /// What the tried weights make of the run shown; null while none are tried, or it is not known yet.
    [[nodiscard]] const std::shared_ptr<const TriedRun>& tried() const { return m_tried; }

Q_SIGNALS:
    void agreementsChanged();
    void triedChanged();
    void failed(const assize::Error& error);

private:
    void readRun(const RunSummary& summary);
    void readScores();
    void recount();
    void retry();
    void forgetTried();

    QPointer<Document> m_document;
    std::vector<RunSummary> m_runs;
    std::string m_annotator;
    RowKey m_shownRun = 0;
    WhatIf m_whatIf;
    quint64 m_token = 0;      ///< of what was loaded; answers with an older one are dropped
    quint64 m_tryToken = 0;   ///< of the newest question
    quint64 m_triedToken = 0; ///< of the newest answer
    std::shared_ptr<const FigureItems> m_items;
    std::shared_ptr<const std::vector<Rating>> m_human;
    std::map<RowKey, std::shared_ptr<const FigureRun>> m_tables;
    std::shared_ptr<const TriedScores> m_scores; ///< of the run shown
    std::map<RowKey, RunAgreement> m_agreements;
    std::shared_ptr<const TriedRun> m_tried;
    Background m_background; // last: its thread ends before what it answers to
};

} // namespace assize::ui
