// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/session_editor.h"

#include "ui/bridge/document.h"

#include <QUndoCommand>
#include <memory>

namespace assize::ui {

/// A step that knows its value before and after. The first redo() is the change itself and moves nothing on screen;
/// later ones, and every undo(), show the place they change. Steps with one merge id that follow each other are one.
template <typename Value, typename Write>
class ValueStep : public QUndoCommand {
public:
    ValueStep(const QString& step, Value before, Value after, QString mergeKey, Write write)
        : m_before(std::move(before))
        , m_after(std::move(after))
        , m_mergeKey(std::move(mergeKey))
        , m_write(std::move(write)) {
        setText(step);
    }

    void redo() override { m_write(m_after, std::exchange(m_isDone, true)); }
    void undo() override { m_write(m_before, true); }
    [[nodiscard]] int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }

    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = dynamic_cast<const ValueStep*>(other);
        if (next == nullptr || next->m_mergeKey != m_mergeKey)
            return false;
        m_after = next->m_after;
        setObsolete(m_after == m_before); // a slider that is back where it was leaves no step
        return true;
    }

private:
    Value m_before;
    Value m_after;
    QString m_mergeKey;
    Write m_write;
    bool m_isDone = false;
};

namespace {

template <typename Value, typename Write>
std::unique_ptr<QUndoCommand> makeStep(
    const QString& step, Value before, Value after, const QString& mergeKey, Write write) {
    return std::make_unique<ValueStep<Value, Write>>(
        step, std::move(before), std::move(after), mergeKey, std::move(write));
}

} // namespace

SessionEditor::SessionEditor(QObject* parent)
    : QObject(parent) {}

void SessionEditor::setDocument(Document* document) {
    m_document = document;
    m_undo.clear();
    m_annotations.clear();
    m_onDisk.clear();
    m_whatIf.clear();
    m_criterionGroups.clear();
    m_weightings.clear();
}

void SessionEditor::store(
    std::function<Result<>(SessionTransaction&)> job, std::function<void()> stored, std::function<void()> failed) {
    if (m_document == nullptr)
        return;
    m_document->write(std::move(job), SessionWriter::Urgency::AtOnce, this,
        [this, stored = std::move(stored), failed = std::move(failed)](const Result<>& result) {
            if (result)
                return stored();
            if (failed)
                failed();
            Q_EMIT saveFailed(result.error());
        });
}

void SessionEditor::adopt(const Annotation& annotation) {
    const AnnotationKey key(annotation.itemKey, annotation.annotator);
    if (m_annotations.try_emplace(key, annotation).second)
        m_onDisk.insert_or_assign(key, annotation);
}

Annotation SessionEditor::current(RowKey itemKey, const std::string& annotator) const {
    if (const auto known = m_annotations.find({itemKey, annotator}); known != m_annotations.end())
        return known->second;
    Annotation empty;
    empty.itemKey = itemKey;
    empty.annotator = annotator;
    return empty;
}

void SessionEditor::annotate(RowKey itemKey, const std::string& annotator, const QString& step,
    const std::function<void(Annotation&)>& change, const QString& mergeKey) {
    const Annotation before = current(itemKey, annotator);
    Annotation after = before;
    change(after);
    if (after == before)
        return;
    m_undo.push(makeStep(step, before, after, mergeKey, [this](const Annotation& annotation, bool jump) {
        write(annotation, jump);
    }).release());
}

void SessionEditor::write(const Annotation& annotation, bool jump) {
    Annotation row = annotation; // a new row each time: nothing is removed, also not by undo
    row.key = 0;
    row.id.clear();
    row.createdAt = 0;
    row.supersedes.clear();
    const AnnotationKey key(row.itemKey, row.annotator);
    m_annotations[key] = row;
    if (jump)
        Q_EMIT itemRequested(row.itemKey);
    const auto stored = std::make_shared<Annotation>(row);
    store(
        [stored](SessionTransaction& transaction) {
            return transaction.addAnnotation(*stored).map([&](Annotation added) { *stored = std::move(added); });
        },
        [this, key, stored] {
            m_onDisk.insert_or_assign(key, *stored);
            Q_EMIT annotationSaved(*stored);
        },
        [this, key, row] { forgetUnsaved(key, row); });
}

/// Else the same change, made again, would be no change.
void SessionEditor::forgetUnsaved(const AnnotationKey& key, const Annotation& unsaved) {
    const auto known = m_annotations.find(key);
    if (known == m_annotations.end() || known->second != unsaved)
        return; // a later one is on its way
    if (const auto saved = m_onDisk.find(key); saved != m_onDisk.end())
        known->second = saved->second;
    else
        m_annotations.erase(known);
}

void SessionEditor::adoptWhatIf(const std::string& runId, const WhatIf& whatIf) {
    m_whatIf.try_emplace(runId, whatIf);
}

WhatIf SessionEditor::whatIf(const std::string& runId) const {
    const auto known = m_whatIf.find(runId);
    WhatIf whatIf = known == m_whatIf.end() ? WhatIf() : known->second;
    whatIf.groups = m_criterionGroups;
    return whatIf;
}

void SessionEditor::setWhatIf(
    const std::string& runId, const QString& step, const WhatIf& whatIf, const QString& mergeKey) {
    const WhatIf before = this->whatIf(runId);
    WhatIf after = whatIf;
    after.groups = m_criterionGroups; // saved weights know none
    if (before == after)
        return;
    m_undo.push(makeStep(step, before, after, mergeKey, [this, runId](const WhatIf& value, bool) {
        writeWhatIf(runId, value);
    }).release());
}

void SessionEditor::writeWhatIf(const std::string& runId, const WhatIf& whatIf) {
    m_whatIf[runId] = whatIf;
    Q_EMIT whatIfChanged(runId, this->whatIf(runId)); // weights follow the hand; the file follows them
    store([name = whatIfSetting(runId), value = whatIfToJson(whatIf)](
              SessionTransaction& transaction) { return transaction.setSetting(name, value); },
        [] {});
}

void SessionEditor::adoptWeightings(std::map<std::string, WhatIf> weightings) {
    m_weightings = std::move(weightings);
    Q_EMIT weightingsChanged();
}

void SessionEditor::setWeighting(const std::string& name, const QString& step, const WhatIf& whatIf) {
    const auto known = m_weightings.find(name);
    const WhatIf before = known == m_weightings.end() ? WhatIf() : known->second;
    if (before == whatIf)
        return;
    m_undo.push(makeStep(step, before, whatIf, {}, [this, name](const WhatIf& value, bool) {
        writeWeighting(name, value);
    }).release());
}

void SessionEditor::writeWeighting(const std::string& name, const WhatIf& whatIf) {
    if (whatIf.isActive())
        m_weightings[name] = whatIf;
    else
        m_weightings.erase(name);
    Q_EMIT weightingsChanged();
    store([setting = std::string(WeightingPrefix) + name,
              value = whatIf.isActive() ? whatIfToJson(whatIf) : std::string()](
              SessionTransaction& transaction) { return transaction.setSetting(setting, value); },
        [] {});
}

void SessionEditor::setCriterionGroups(const QString& step, const CriterionAliases& groups) {
    if (m_criterionGroups == groups)
        return;
    m_undo.push(makeStep(step, m_criterionGroups, groups, {}, [this](const CriterionAliases& value, bool) {
        writeCriterionGroups(value);
    }).release());
}

void SessionEditor::writeCriterionGroups(const CriterionAliases& groups) {
    m_criterionGroups = groups;
    store([text = criterionAliasesToJson(groups)](
              SessionTransaction& transaction) { return transaction.setSetting(CriterionGroupsSetting, text); },
        [this] { Q_EMIT batchChanged(); });
}

void SessionEditor::importDone(const std::string& batch, const QString& step) {
    // The rows are there already, so the first redo only says so.
    m_undo.push(makeStep(step, true, false, {}, [this, batch](bool hidden, bool isAgain) {
        if (isAgain)
            writeBatch(batch, hidden);
    }).release());
}

void SessionEditor::writeBatch(const std::string& batch, bool hidden) {
    store([batch, hidden](SessionTransaction& transaction) { return transaction.setBatchHidden(batch, hidden); },
        [this] { Q_EMIT batchChanged(); });
}

} // namespace assize::ui
