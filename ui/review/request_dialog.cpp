// SPDX-License-Identifier: Apache-2.0
#include "ui/review/request_dialog.h"

#include "ui/review/raw_view.h"
#include "ui/support/text.h"
#include "ui/widgets/panes.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace assize::ui {
namespace {

constexpr QSize Usual(720, 560);

/// The letters of the responses in their own order: "AB", "ABC", "A".
std::string ownOrder(const Item& item) {
    std::string letters;
    for (std::size_t i = 0; i < item.responses.size() && i < 26; ++i)
        letters += static_cast<char>('A' + static_cast<int>(i));
    return letters;
}

} // namespace

Result<RenderedRequest> readRequest(SessionReader& reader, RowKey judgeVersion, RowKey itemKey) {
    const auto version = reader.judgeVersion(judgeVersion);
    if (!version)
        return tl::unexpected(version.error());
    const auto item = reader.item(itemKey);
    if (!item)
        return tl::unexpected(item.error());
    constexpr bool KeepUnknown = true;
    return renderRequest(version->definition, *item, {ownOrder(*item), {}, KeepUnknown});
}

RequestDialog::RequestDialog(const QString& itemName, const RenderedRequest& request, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("requestDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Request for %1").arg(itemName));
    resize(Usual);
    std::vector<RawReply> messages;
    for (const Message& message : request.messages)
        messages.push_back({fromUtf8(message.role), {}, message.content, 0});
    if (!request.warnings.empty() && !messages.empty()) {
        QStringList warnings;
        for (const std::string& warning : request.warnings)
            warnings << withVisibleControls(fromUtf8(warning));
        messages.front().note = tr("Note: %1").arg(warnings.join(QStringLiteral("; ")));
    }
    auto* text = new RawView(this);
    text->setObjectName(QStringLiteral("requestText"));
    text->setAccessibleName(tr("Messages sent to the judge"));
    text->setReplies(std::move(messages));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(text, 1);
    column->addWidget(buttons);
}

} // namespace assize::ui
