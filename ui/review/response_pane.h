// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/label.h"
#include "ui/review/safe_document.h"
#include "ui/review/text_ranges.h"
#include "ui/widgets/panes.h"
#include <QStringList>
#include <QTimer>
#include <vector>

class QComboBox;
class QStackedWidget;

namespace assize::ui {

class Banner;
class ElidedLabel;
class GlyphLabel;
class ResponseView;

/// One side: a coloured edge, a header with glyph, name, model and length, and the answer below.
class ResponsePane final : public Pane {
    Q_OBJECT

public:
    explicit ResponsePane(Label side, QWidget* parent = nullptr);

    [[nodiscard]] ResponseView& view() const { return *m_view; }

    /// The only answer of its item: without a letter.
    void setAlone(bool isAlone);
    /// The model that wrote the answer; empty hides it.
    void setModel(const QString& model);
    /// More than two answers of an item: which of them is shown here, with names to choose from.
    void setAnswers(const QStringList& names, int current);
    /// What is shown is about to change: after a moment, words say so.
    void beginLoading();
    /// True while these words stand there.
    [[nodiscard]] bool isLoading() const;
    void showText(const PreparedText& text);
    void setEvidence(std::vector<EvidenceSpan> spans);

Q_SIGNALS:
    void answerChosen(int index);
    void loadingShown();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildHeader();
    void updateLength();
    void updateNotice();
    void updateNames();

    Label m_side;
    bool m_isAlone = false;
    PaneHeader* m_header;
    GlyphLabel* m_glyph = nullptr;
    QLabel* m_name = nullptr;
    ElidedLabel* m_model = nullptr;
    QComboBox* m_answers = nullptr;
    QLabel* m_length = nullptr;
    Banner* m_notice;
    QStackedWidget* m_stack;
    QLabel* m_loading;
    ResponseView* m_view;
    QTimer m_loadingTimer;
    PreparedText m_text;
};

} // namespace assize::ui
