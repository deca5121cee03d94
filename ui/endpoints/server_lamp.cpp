// SPDX-License-Identifier: Apache-2.0
#include "ui/endpoints/server_lamp.h"

#include "ui/bridge/model_servers.h"
#include "ui/bridge/server_finder.h"
#include "ui/bridge/server_watch.h"
#include "ui/models/endpoint_words.h"
#include "ui/support/app_style.h"
#include "ui/support/fonts.h"
#include "ui/support/style_paint.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>
#include <QUrl>

namespace assize::ui {
namespace {

constexpr int LampColumn = 18;
constexpr int Padding = 10;
constexpr int LongestName = 160;

/// One entry of the status bar: a lamp and a name, with the line that keeps its parts apart.
class LampButton final : public QToolButton {
public:
    LampButton(Lamp lamp, QWidget* parent)
        : QToolButton(parent)
        , m_lamp(lamp) {
        setLook(this, ButtonLook::Flat);
        setFont(fontFor(TextRole::Small));
        setFocusPolicy(Qt::TabFocus);
    }

    [[nodiscard]] QSize sizeHint() const override {
        constexpr int Height = 24;
        return {2 * Padding + LampColumn + std::min(fontMetrics().horizontalAdvance(text()) + 2, LongestName), Height};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = currentTheme();
        QPainter painter(this);
        if (underMouse())
            painter.fillRect(rect().adjusted(1, 2, 0, -2), theme.hover);
        constexpr double Inset = 5;
        paintRightLine(painter, QRectF(0, Inset, 1, height() - 2 * Inset), theme.line2);
        paintLamp(painter, QRectF(Padding - 4, 0, LampColumn, height()), m_lamp);
        const QRectF words = QRectF(rect()).adjusted(Padding + LampColumn, 0, -Padding + 2, 0);
        painter.setFont(font());
        painter.setPen(theme.text2);
        painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
            fontMetrics().elidedText(text(), Qt::ElideMiddle, static_cast<int>(words.width())));
        QStyleOption option;
        option.initFrom(this);
        if (showsFocus(option))
            paintFocus(painter, rect(), theme, 3);
    }

private:
    Lamp m_lamp;
};

} // namespace

Lamp lampOf(ServerState state) {
    switch (state) {
    case ServerState::Answers:
        return Lamp::On;
    case ServerState::Loading:
        return Lamp::Waiting;
    case ServerState::NoAnswer:
        return Lamp::Off;
    case ServerState::KeyRefused:
        return Lamp::Alert;
    case ServerState::Unknown:
        break;
    }
    return Lamp::Unknown;
}

ServerLamps::ServerLamps(ModelServers& servers, ServerFinder& finder, QWidget* parent)
    : QWidget(parent)
    , m_servers(servers)
    , m_finder(finder)
    , m_row(new QHBoxLayout(this)) {
    setObjectName(QStringLiteral("serverLamps"));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    connect(&servers.book(), &EndpointBook::changed, this, &ServerLamps::refill);
    connect(&servers.watch(), &ServerWatch::stateChanged, this, &ServerLamps::refill);
    connect(&finder, &ServerFinder::changed, this, &ServerLamps::refill);
    translated(this, [this] { refill(); });
}

void ServerLamps::refill() {
    constexpr std::size_t Most = 3;
    while (QLayoutItem* item = m_row->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was just pressed
        delete item;
    }
    const auto& endpoints = m_servers.book().endpoints();
    for (std::size_t i = 0; i < std::min(endpoints.size(), Most); ++i) {
        const ServerState state = m_servers.watch().state(endpoints[i]);
        const QString name = fromUtf8(endpoints[i].name);
        const bool isGone = state == ServerState::NoAnswer;
        const QString words = tr("%1: %2", "name of a model server, its state").arg(name, serverStateText(state));
        add(lampOf(state), isGone ? words : name, words, name);
    }
    if (endpoints.size() > Most)
        add(Lamp::Unknown, tr("%n more", nullptr, static_cast<int>(endpoints.size() - Most)),
            tr("%n more model server(s)", nullptr, static_cast<int>(endpoints.size() - Most)),
            fromUtf8(endpoints[Most].name));
    if (!endpoints.empty())
        return;
    for (const DetectedServer& server : m_finder.found()) {
        const QString words = tr("%1 :%2 found", "a model server and its port")
                                  .arg(withVisibleControls(fromUtf8(server.product)))
                                  .arg(QUrl(fromUtf8(server.endpoint.url)).port());
        add(Lamp::On, words, words, {});
    }
}

void ServerLamps::add(Lamp lamp, const QString& text, const QString& accessibleName, const QString& endpoint) {
    auto* button = new LampButton(lamp, this);
    button->setObjectName(QStringLiteral("serverLamp"));
    button->setText(text);
    button->setAccessibleName(accessibleName);
    button->setToolTip(plainToolTip(accessibleName));
    connect(button, &QToolButton::clicked, this, [this, endpoint] { Q_EMIT chosen(endpoint); });
    m_row->addWidget(button);
}

} // namespace assize::ui
