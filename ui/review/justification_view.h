// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QTextBrowser>
#include <vector>

namespace assize::ui {

/// A justification: plain words of a stranger with the quoted ones as links. Text is inserted piece by piece, so
/// nothing in it is ever read as HTML or Markdown. As high as its text.
class JustificationView final : public QTextBrowser {
    Q_OBJECT

public:
    struct Piece {
        QString text;
        int quote = -1;      ///< index of the quotation, −1 for other words
        bool isFound = true; ///< a quotation that stands nowhere says so
    };

    explicit JustificationView(QWidget* parent = nullptr);
    void setPieces(const std::vector<Piece>& pieces);
    /// Follows quotations that stand nowhere; shown with the next setPieces().
    void setMissingNote(const QString& note) { m_missingNote = note; }
    /// A word of ours in semibold before the text; shown with the next setPieces().
    void setLead(const QString& lead) { m_lead = lead; }

Q_SIGNALS:
    void quoteActivated(int quote);

protected:
    void resizeEvent(QResizeEvent* event) override;
    QVariant loadResource(int type, const QUrl& name) override;
    void changeEvent(QEvent* event) override;

private:
    void fitHeight();
    void fill();

    std::vector<Piece> m_pieces;
    QString m_lead;
    QString m_missingNote;
};

} // namespace assize::ui
