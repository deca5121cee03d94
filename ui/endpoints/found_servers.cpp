// SPDX-License-Identifier: Apache-2.0
#include "ui/endpoints/found_servers.h"

#include "ui/bridge/endpoint_book.h"
#include "ui/bridge/server_finder.h"
#include "ui/support/app_style.h"
#include "ui/support/fonts.h"
#include "ui/support/icons.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/card.h"
#include "ui/widgets/lamp.h"
#include "ui/widgets/panes.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QUrl>
#include <algorithm>

namespace assize::ui {
namespace {

constexpr int RowMargin = 12;

/// The lamp before a row, as wide as an icon.
class LampMark final : public QWidget {
public:
    LampMark(Lamp lamp, QWidget* parent)
        : QWidget(parent)
        , m_lamp(lamp) {
        constexpr int Width = 14;
        setFixedWidth(Width);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintLamp(painter, rect(), m_lamp);
    }

private:
    Lamp m_lamp;
};

struct RowParts {
    QWidget* row;
    QHBoxLayout* line;
    QLabel* name;
    ElidedLabel* detail;
};

RowParts makeRow(Lamp lamp, QWidget* parent) {
    constexpr int Height = 46;
    auto* row = new QWidget(parent);
    row->setMinimumHeight(Height);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(RowMargin, 4, RowMargin, 4);
    line->setSpacing(10);
    line->addWidget(new LampMark(lamp, row));
    QLabel* name = plainLabel(row);
    name->setFont(strongFont(TextRole::Body));
    line->addWidget(name);
    auto* detail = new ElidedLabel(row);
    detail->setFont(fontFor(TextRole::Small));
    line->addWidget(detail, 1);
    return {row, line, name, detail};
}

QString portOf(const Endpoint& endpoint) {
    return QStringLiteral(" :%1").arg(QUrl(fromUtf8(endpoint.url)).port());
}

bool isSameServer(const Endpoint& a, const Endpoint& b) {
    const QUrl one(fromUtf8(a.url));
    const QUrl other(fromUtf8(b.url));
    const auto isHere = [](const QUrl& url) {
        return url.host() == QLatin1String("127.0.0.1") || url.host() == QLatin1String("localhost");
    };
    return isHere(one) && isHere(other) && one.port() == other.port();
}

} // namespace

FoundServers::FoundServers(ServerFinder& finder, EndpointBook& book, QWidget* parent)
    : QWidget(parent)
    , m_finder(finder)
    , m_book(book)
    , m_title(plainLabel(this))
    , m_again(new QPushButton(this))
    , m_add(new QPushButton(this))
    , m_rows(new Card(this)) {
    setObjectName(QStringLiteral("foundServers"));
    m_title->setFont(strongFont(TextRole::Body));
    m_again->setObjectName(QStringLiteral("lookAgain"));
    m_again->setIcon(themedIcon(Icon::Refresh));
    m_add->setObjectName(QStringLiteral("addByAddress"));
    for (QPushButton* button : {m_again, m_add}) {
        setLook(button, ButtonLook::Flat);
        button->setAutoDefault(false);
    }
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_add);
    head->addWidget(m_again);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_rows);
    connect(m_again, &QPushButton::clicked, &m_finder, &ServerFinder::look);
    connect(m_add, &QPushButton::clicked, this, &FoundServers::addRequested);
    connect(&m_finder, &ServerFinder::changed, this, &FoundServers::refill);
    connect(&m_book, &EndpointBook::changed, this, &FoundServers::refill);
    translated(this, [this] {
        m_title->setText(tr("Model servers on this computer"));
        m_again->setText(tr("Look again"));
        m_add->setText(tr("Add by address…"));
        refill();
    });
}

void FoundServers::refill() {
    m_again->setEnabled(!m_finder.isLooking());
    m_rows->clear();
    for (const DetectedServer& server : m_finder.found()) {
        const RowParts parts = makeRow(Lamp::On, m_rows);
        parts.name->setText(withVisibleControls(fromUtf8(server.product)) + portOf(server.endpoint));
        parts.detail->setText(server.models.size() == 1
                                  ? withVisibleControls(fromUtf8(server.models.front()))
                                  : tr("%n model(s)", nullptr, static_cast<int>(server.models.size())));
        auto* button = new QPushButton(parts.row);
        button->setObjectName(QStringLiteral("connectFound"));
        button->setAutoDefault(false);
        const auto& known = m_book.endpoints();
        const bool isKnown = std::any_of(known.begin(), known.end(),
            [&](const Endpoint& endpoint) { return isSameServer(endpoint, server.endpoint); });
        button->setText(isKnown ? tr("Connected") : tr("Connect"));
        button->setEnabled(!isKnown);
        button->setAccessibleName(tr("Connect %1").arg(parts.name->text()));
        connect(button, &QPushButton::clicked, this,
            [this, endpoint = server.endpoint] { Q_EMIT connectRequested(endpoint); });
        parts.line->addWidget(button);
        m_rows->addRow(parts.row);
    }
    addSilentRow();
}

/// Where nothing answers, in one row, however many lines it takes.
void FoundServers::addSilentRow() {
    const auto& found = m_finder.found();
    QStringList places;
    for (const DetectCandidate& candidate : m_finder.candidates()) {
        const bool answers = std::any_of(found.begin(), found.end(),
            [&](const DetectedServer& server) { return QUrl(fromUtf8(server.endpoint.url)).port() == candidate.port; });
        constexpr QChar NoBreak(QChar::Nbsp);
        if (!answers)
            places += QStringLiteral("%1 :%2")
                          .arg(fromUtf8(candidate.product))
                          .arg(candidate.port)
                          .replace(QLatin1Char(' '), NoBreak);
    }
    if (places.empty() && !found.empty())
        return;
    const RowParts parts = makeRow(m_finder.isLooking() ? Lamp::Waiting : Lamp::Off, m_rows);
    parts.name->setText(m_finder.isLooking() ? tr("Looking…") : found.empty() ? tr("None answers") : tr("No answer"));
    QLabel* where = plainLabel(parts.row);
    where->setFont(fontFor(TextRole::Small));
    where->setWordWrap(true);
    where->setText(places.join(QStringLiteral("\u00a0· ")));
    delete parts.line->replaceWidget(parts.detail, where);
    delete parts.detail;
    parts.line->setStretchFactor(where, 1);
    auto* button = new QPushButton(tr("Start one…"), parts.row);
    button->setObjectName(QStringLiteral("startServer"));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, &FoundServers::startRequested);
    parts.line->addWidget(button);
    m_rows->addRow(parts.row);
}

} // namespace assize::ui
