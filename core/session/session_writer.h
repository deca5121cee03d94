// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/annotation.h"
#include "core/model/item.h"
#include "core/model/judge.h"
#include "core/model/run.h"
#include "core/model/verdict.h"
#include "core/session/prepared_item.h"
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace assize {

/// What may be written, inside one transaction on the writer's thread. Every function leaves derived rows (run item
/// summaries, search queue) right. Failures are NotWritable (disk full, removed file) or Internal. Ids (ULIDs) and
/// times that are set are kept, as copying from another session needs; those that are not are given.
class SessionTransaction {
public:
    virtual ~SessionTransaction() = default;

    /// Everything that is added from here to the end of the job belongs to this import, so that setBatchHidden() takes
    /// it back; addPrepared() does the same with the batch it is given. Jobs start without one.
    virtual void useBatch(std::string_view batch) = 0;
    /// The item with this identity (format and source id, else content hash and occurrence), or a new row for it, and
    /// the labels that came with it as addLabel() adds them. Gives the row, whether it is new, and how many labels are.
    /// An existing item is not changed. sameContent is false, and the labels are left, where an existing item with this
    /// source id has another content hash.
    struct Added {
        RowKey key = 0;
        bool isNew = false;
        bool sameContent = true;
        int newLabels = 0;
    };
    [[nodiscard]] virtual Result<Added> addPrepared(const PreparedItem& prepared, std::string_view batch) = 0;
    [[nodiscard]] Result<Added> addItem(const Item& item, std::string_view batch) {
        return addPrepared(prepareItem(item), batch);
    }
    /// The item with this format and source id, 0 if there is none.
    [[nodiscard]] virtual Result<RowKey> itemBySource(std::string_view format, std::string_view sourceId) = 0;
    /// Adds the label unless the item has an equal one; true if added.
    [[nodiscard]] virtual Result<bool> addLabel(const ItemLabel& label) = 0;
    /// The version with this hash, or a new row; number is counted within the judge's name, and kept where it is set
    /// and free.
    [[nodiscard]] virtual Result<JudgeVersion> addJudgeVersion(const JudgeVersion& version) = 0;
    /// The run with this identity, or a new row with its own number where that is set and free, else the next; a taken
    /// name gets " 2", " 3", …
    [[nodiscard]] virtual Result<Run> addRun(const Run& run) = 0;
    /// Adds calls that the run owes; those it owes already are left. Gives how many were new.
    [[nodiscard]] virtual Result<int> addPlan(RowKey runKey, std::span<const PlannedCall> calls) = 0;
    /// Stores a verdict as the next attempt of its (run, item, presentation, sample), planning the call if it is not.
    /// With ifAbsent, an existing final outcome is kept and the answer is 0; else the new row's key. A verdict whose id
    /// is in the session already is left, and the answer is 0.
    [[nodiscard]] virtual Result<RowKey> addVerdict(const Verdict& verdict, bool ifAbsent = false) = 0;
    /// Stores the annotation as the newest of its item and annotator; gives it with key, id, supersedes and time set.
    /// One whose id is in the session already is left, and comes back with key 0.
    [[nodiscard]] virtual Result<Annotation> addAnnotation(const Annotation& annotation) = 0;
    [[nodiscard]] virtual Result<void> setSetting(std::string_view name, std::string_view value) = 0;
    /// Hides (or shows again) everything that an import batch added. Rows stay until compaction.
    [[nodiscard]] virtual Result<void> setBatchHidden(std::string_view batch, bool hidden) = 0;
    [[nodiscard]] virtual Result<void> renameRun(RowKey runKey, std::string_view name) = 0;
    [[nodiscard]] virtual Result<void> setRunHidden(RowKey runKey, bool hidden) = 0;
};

/// The one thread that writes a session. Submit from any thread; jobs run in the order they came. Several jobs share
/// one commit (50 ms or 256 jobs, whichever is first), save that an urgent one commits at once with synchronous=FULL.
/// A future becomes ready only when its job is durable; a failed job rolls back alone and its error comes back.
class SessionWriter {
public:
    using Job = std::function<Result<void>(SessionTransaction&)>;
    enum class Urgency { Grouped, AtOnce };

    virtual ~SessionWriter() = default;
    [[nodiscard]] virtual std::future<Result<void>> submit(Job job, Urgency urgency = Urgency::Grouped) = 0;
    /// submit() and wait; its group does not wait for others to join. Never call it from a job.
    [[nodiscard]] virtual Result<void> run(Job job, Urgency urgency = Urgency::Grouped) = 0;
    /// Fills the search index for at most this many rows; gives how many are left. The writer also does it when idle.
    [[nodiscard]] virtual Result<std::int64_t> indexMore(std::int64_t rows) = 0;
    /// Makes filling a session that has no items yet, and that nothing else has open, cheaper: rows go straight into
    /// the file, which a rollback journal keeps whole, and not through the log first. Commits get fewer and are synced
    /// to disk. False, and nothing changes, where that is not so. Until stopFilling(), readers and commits wait for
    /// each other.
    [[nodiscard]] virtual bool startFilling() = 0;
    virtual void stopFilling() = 0;
};

} // namespace assize
