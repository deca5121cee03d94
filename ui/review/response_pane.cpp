// SPDX-License-Identifier: Apache-2.0
#include "ui/review/response_pane.h"

#include "ui/review/response_view.h"
#include "ui/support/fonts.h"
#include "ui/support/theme.h"
#include "ui/support/translated.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/verdict_glyph.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QStackedWidget>

namespace assize::ui {
namespace {

constexpr int Edge = 2;
constexpr int ResponseHeaderHeight = 32;
constexpr int LoadingDelayMs = 150;

QString sideName(Label side) {
    return side == Label::A ? QStringLiteral("A") : QStringLiteral("B");
}

} // namespace

ResponsePane::ResponsePane(Label side, QWidget* parent)
    : Pane(parent)
    , m_side(side)
    , m_header(new PaneHeader(this, ResponseHeaderHeight))
    , m_notice(new Banner(Banner::Tone::Information, Icon::Info, this))
    , m_stack(new QStackedWidget(this))
    , m_loading(plainLabel(this, true))
    , m_view(new ResponseView(side, this)) {
    setObjectName(QStringLiteral("responsePane") + sideName(side));
    m_view->setObjectName(QStringLiteral("response") + sideName(side));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, Edge, 0, 0);
    column->setSpacing(0);
    buildHeader();
    column->addWidget(m_header);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    m_notice->hide();
    m_loading->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_loading->setContentsMargins(13, 13, 13, 13);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_loading);
    m_loadingTimer.setSingleShot(true);
    m_loadingTimer.setInterval(LoadingDelayMs);
    connect(&m_loadingTimer, &QTimer::timeout, this, [this] {
        m_stack->setCurrentWidget(m_loading);
        m_length->clear();
        Q_EMIT loadingShown();
    });
    translated(this, [this] { updateNames(); });
}

void ResponsePane::buildHeader() {
    m_header->setOnBase(true);
    m_glyph = new GlyphLabel(VerdictGlyph::RowSize, m_header);
    m_glyph->setGlyph(VerdictGlyph(VerdictGlyph::Owner::Judge, m_side));
    m_name = plainLabel(m_header);
    m_name->setFont(strongFont(TextRole::Body));
    m_model = new ElidedLabel(m_header);
    m_model->setRole(QPalette::PlaceholderText);
    m_answers = new QComboBox(m_header);
    m_answers->setObjectName(QStringLiteral("answers") + sideName(m_side));
    m_answers->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_answers->hide();
    m_length = plainLabel(m_header, true);
    m_length->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    connect(m_answers, &QComboBox::activated, this, &ResponsePane::answerChosen);
    m_header->row()->addWidget(m_glyph);
    m_header->row()->addWidget(m_name);
    m_header->row()->addWidget(m_answers);
    m_header->row()->addWidget(m_model, 1);
    m_header->row()->addWidget(m_length);
}

void ResponsePane::setAlone(bool isAlone) {
    m_isAlone = isAlone;
    m_glyph->setVisible(!isAlone);
    updateNames();
    update();
}

void ResponsePane::setModel(const QString& model) {
    m_model->setText(model);
}

void ResponsePane::setAnswers(const QStringList& names, int current) {
    m_answers->setVisible(names.size() > 2);
    m_name->setVisible(names.size() <= 2); // there is no room for both, and the glyph tells the side
    m_answers->clear();
    m_answers->addItems(names);
    m_answers->setCurrentIndex(current);
}

void ResponsePane::beginLoading() {
    m_loadingTimer.start();
}

bool ResponsePane::isLoading() const {
    return m_stack->currentWidget() == m_loading;
}

void ResponsePane::showText(const PreparedText& text) {
    m_loadingTimer.stop();
    m_text = text;
    m_view->showText(text);
    m_stack->setCurrentWidget(m_view);
    updateNames();
}

void ResponsePane::setEvidence(std::vector<EvidenceSpan> spans) {
    m_view->setEvidence(std::move(spans));
    updateLength();
}

void ResponsePane::updateNames() {
    m_name->setText(m_isAlone            ? tr("Response", "the only one of an item")
                    : m_side == Label::A ? tr("Response A")
                                         : tr("Response B"));
    m_answers->setAccessibleName(m_side == Label::A ? tr("Answer shown as A") : tr("Answer shown as B"));
    m_loading->setText(tr("Loading…"));
    m_view->setPlaceholderText(tr("This answer is empty."));
    updateLength();
    updateNotice();
}

void ResponsePane::updateLength() {
    const bool countsCharacters = QLocale().language() == QLocale::Chinese;
    const auto count = static_cast<int>(countsCharacters ? m_text.characters : m_text.words);
    const QString length = countsCharacters ? tr("%Ln characters", "length of a response", count)
                                            : tr("%Ln words", "length of a response", count);
    m_length->setText(m_text.document == nullptr ? QString() : length);
    const auto spans = static_cast<int>(m_view->evidence().size());
    m_view->setAccessibleName(
        tr("%1, %2, %n evidence spans", "Response A, 74 words, 3 evidence spans", spans).arg(m_name->text(), length));
}

void ResponsePane::updateNotice() {
    QString why;
    switch (m_text.reason) {
    case PlainReason::TooLarge:
        why = tr("Too long to be shown as Markdown; this is its source.");
        break;
    case PlainReason::LongLines:
        why = tr("Its lines are too long for Markdown; this is its source.");
        break;
    case PlainReason::ManyTables:
        why = tr("It holds too many tables for Markdown; this is its source.");
        break;
    case PlainReason::None:
        break;
    }
    m_notice->setTexts(tr("Plain text"), why);
    m_notice->setVisible(!why.isEmpty());
}

void ResponsePane::paintEvent(QPaintEvent* event) {
    Pane::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(
        QRect(0, 0, width(), Edge), m_isAlone ? currentTheme().accentLine : currentTheme().side(m_side).solid);
}

} // namespace assize::ui
