// SPDX-License-Identifier: Apache-2.0
#include "ui/support/error_text.h"

#include "ui/support/sentence_text.h"
#include "ui/support/text.h"

#include <QCoreApplication>

namespace assize::ui {
namespace {

class ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    static ErrorSentences of(ErrorCode code, const QString& subject);
    /// Subjects are names and paths, but for places in a filter.
    static QString place(const std::string& subject);
};

QString ErrorText::place(const std::string& subject) {
    static const QString FilterColumn = QStringLiteral("filter, column ");
    const QString words = fromUtf8(subject);
    return words.startsWith(FilterColumn) ? tr("filter, column %1").arg(words.mid(FilterColumn.size())) : words;
}

ErrorSentences ErrorText::of(ErrorCode code, const QString& subject) {
    switch (code) {
    case ErrorCode::InvalidArgument:
        return {tr("“%1” cannot be done.").arg(subject), tr("Correct what was entered and try again.")};
    case ErrorCode::NotFound:
        return {tr("“%1” is not there.").arg(subject), tr("Check the name; it may have been renamed or deleted.")};
    case ErrorCode::UnreadableInput:
        return {tr("“%1” cannot be read.").arg(subject), tr("Check that the file is there and in a known format.")};
    case ErrorCode::NoUsableRow:
        return {tr("“%1” holds nothing to import.").arg(subject),
            tr("Choose another format, or say which field holds what.")};
    case ErrorCode::NotASession:
        return {
            tr("“%1” is not an Assize session.").arg(subject), tr("Import it into a session instead of opening it.")};
    case ErrorCode::NewerSession:
        return {tr("“%1” was written by a newer Assize.").arg(subject), tr("Update Assize to open it.")};
    case ErrorCode::CorruptSession:
        return {
            tr("The session “%1” is damaged.").arg(subject), tr("Restore a copy, or export what can still be read.")};
    case ErrorCode::UnreadableReply:
        return {tr("The reply to “%1” holds no verdict.").arg(subject), tr("Look at the raw output.")};
    case ErrorCode::EndpointUnreachable:
        return {tr("“%1” does not answer.").arg(subject), tr("Check the address and that the server is running.")};
    case ErrorCode::KeyRefused:
        return {tr("“%1” refused the key.").arg(subject), tr("Check the key of this server.")};
    case ErrorCode::SessionLocked:
        return {tr("The session “%1” is in use.").arg(subject),
            tr("Close it in the other program, or open it to read only.")};
    case ErrorCode::NotWritable:
        return {
            tr("“%1” cannot be written.").arg(subject), tr("Check the permissions and the free space of the disk.")};
    case ErrorCode::Cancelled:
        return {tr("Stopped."), tr("Start it again to go on.")};
    case ErrorCode::Internal:
        break;
    }
    return {tr("An internal check failed at “%1”.").arg(subject), tr("Please report it together with the log.")};
}

} // namespace

ErrorSentences errorSentences(const Error& error) {
    ErrorSentences sentences = ErrorText::of(error.code, ErrorText::place(error.subject));
    if (!error.detail.isEmpty())
        sentences.advice = QCoreApplication::translate("ErrorText", "Reason: %1.", "words of the layer that knows")
                               .arg(worded(error.detail)) +
                           QLatin1Char(' ') + sentences.advice;
    return sentences;
}

} // namespace assize::ui
