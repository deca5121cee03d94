// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/annotation.h"
#include "ui/bridge/what_if.h"
#include <QObject>
#include <QPointer>
#include <QUndoStack>
#include <functional>
#include <map>
#include <string>
#include <utility>

namespace assize {
class SessionTransaction;
}

namespace assize::ui {

class Document;

/// Every change that a person makes to a session, as a step that can be undone. A change is written at once; the facts
/// below are told when it is durable, so what shows as saved is saved. GUI thread.
class SessionEditor final : public QObject {
    Q_OBJECT

public:
    explicit SessionEditor(QObject* parent = nullptr);

    /// The session that steps change from now on; forgets the steps of the one before. Null while none is open.
    void setDocument(Document* document);

    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }

    /// What an annotator says of an item, as read from the session. Call it when an item is shown; later changes start
    /// from it.
    void adopt(const Annotation& annotation);
    [[nodiscard]] Annotation current(RowKey itemKey, const std::string& annotator) const;

    /// Changes the annotation and writes it. step is the undo step's name ("label on rail-007"). Steps with the same
    /// mergeKey that follow each other on one item become one (typing a comment); empty never merges.
    void annotate(RowKey itemKey, const std::string& annotator, const QString& step,
        const std::function<void(Annotation&)>& change, const QString& mergeKey = {});

    /// The weights tried on a run, as read from the session.
    void adoptWhatIf(const std::string& runId, const WhatIf& whatIf);
    [[nodiscard]] WhatIf whatIf(const std::string& runId) const;
    /// Steps of one drag share a mergeKey.
    void setWhatIf(const std::string& runId, const QString& step, const WhatIf& whatIf, const QString& mergeKey = {});

    /// Weights under names of the person's own. An empty what-if takes a name away.
    void adoptWeightings(std::map<std::string, WhatIf> weightings);
    [[nodiscard]] const std::map<std::string, WhatIf>& weightings() const { return m_weightings; }
    void setWeighting(const std::string& name, const QString& step, const WhatIf& whatIf);

    /// Criteria that count as others, for weights and figures alike.
    void adoptCriterionGroups(CriterionAliases groups) { m_criterionGroups = std::move(groups); }
    [[nodiscard]] const CriterionAliases& criterionGroups() const { return m_criterionGroups; }
    void setCriterionGroups(const QString& step, const CriterionAliases& groups);

    /// Hides an import's rows, or shows them again, as a step.
    void importDone(const std::string& batch, const QString& step);

Q_SIGNALS:
    void annotationSaved(const assize::Annotation& annotation);
    void whatIfChanged(const std::string& runId, const assize::ui::WhatIf& whatIf);
    void weightingsChanged();
    void itemRequested(assize::RowKey itemKey); ///< an undone or redone step belongs to this item
    void batchChanged();                        ///< what is read from the session's rows is to be read again
    void saveFailed(const assize::Error& error);

private:
    void write(const Annotation& annotation, bool jump);
    void writeWhatIf(const std::string& runId, const WhatIf& whatIf);
    void writeWeighting(const std::string& name, const WhatIf& whatIf);
    void writeCriterionGroups(const CriterionAliases& groups);
    void writeBatch(const std::string& batch, bool hidden);

    using AnnotationKey = std::pair<RowKey, std::string>; ///< item and annotator

    void store(std::function<Result<>(SessionTransaction&)> job, std::function<void()> stored,
        std::function<void()> failed = {});
    void forgetUnsaved(const AnnotationKey& key, const Annotation& unsaved);

    QPointer<Document> m_document;
    QUndoStack m_undo;
    std::map<AnnotationKey, Annotation> m_annotations; ///< as the hand left them
    std::map<AnnotationKey, Annotation> m_onDisk;
    std::map<std::string, WhatIf> m_whatIf;
    std::map<std::string, WhatIf> m_weightings;
    CriterionAliases m_criterionGroups;
};

} // namespace assize::ui
