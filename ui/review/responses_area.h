// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include "ui/bridge/background.h"
#include "ui/review/quoted_words.h"
#include "ui/review/text_ranges.h"
#include "ui/widgets/panes.h"
#include <array>
#include <memory>
#include <optional>
#include <vector>

class QSplitter;

namespace assize::ui {

class Actions;
class Dialogs;
class FindBar;
class ResponsePane;
class ScrollSync;
class Settings;
class ViewTools;
struct PreparedText;

/// How an item's answers are laid before a person.
struct ResponsesShown {
    bool sidesSwapped = false; ///< blind: the first answer is on the right
    bool hidesModels = false;  ///< blind: who wrote them is not shown
};

/// The two answers with their tools: prepares texts off the GUI thread, finds quoted words in them, compares them word
/// by word, searches them. GUI thread.
class ResponsesArea final : public Pane {
    Q_OBJECT

public:
    ResponsesArea(Actions& actions, Settings& settings, Dialogs& dialogs, QWidget* parent = nullptr);
    ~ResponsesArea() override;

    /// Texts of the same item on the same sides stay where they are scrolled to.
    void showItem(const Item& item, const ResponsesShown& shown);
    void clear();
    /// What the shown verdict quotes; replaces what was shown before.
    void setQuotes(std::vector<QuotedWords> quotes);
    void setSelectedCriterion(int criterion);
    /// Scrolls to the words of a quote, by its place in the list last set.
    void revealQuote(int index);
    void setCompact(bool isCompact);
    void focusFirst();
    /// The right (or lower) answer has the focus.
    [[nodiscard]] bool isSecondFocused() const;
    /// True while words stand where a text is to come.
    [[nodiscard]] bool isLoading() const;
    [[nodiscard]] QSplitter& splitter() { return *m_splitter; }

Q_SIGNALS:
    void criterionClicked(int criterion);
    /// For every quote last set: whether its words stand in the answer shown.
    void quotesLocated(const std::vector<bool>& isFound);
    /// Both texts of the item are on screen.
    void itemShown();
    /// They are long in coming, and words say so in their place.
    void loadingShown();

protected:
    void changeEvent(QEvent* event) override;

private:
    /// Where a quotation stands: in which answer, or in another text of the item, or nowhere.
    struct LocatedQuote {
        TextRange range;
        int response = -1;
        bool isElsewhere = false;
    };

    struct Side {
        ResponsePane* pane = nullptr;
        int answer = 0; ///< index in the item
        bool isReady = false;
        std::shared_ptr<const QuoteIndex> index;
        QString plain;
        std::optional<double> place; ///< where the text is to be scrolled to once it is there, as a share
    };
    struct Prepared;

    void bindActions();
    void chooseAnswer(std::size_t side, int answer);
    void showNames();
    void prepare();
    void prepareAgain();
    void prepareSide(std::size_t side);
    void adopt(std::size_t side, quint64 token, const Prepared& prepared);
    void locateQuotes();
    void showEvidence(const std::vector<LocatedQuote>& located);
    void compare();
    void search(const QString& text);
    void stepMatch(int step);
    void showMatches();

    Settings& m_settings;
    Actions& m_actions;
    ViewTools* m_tools;
    QSplitter* m_splitter;
    FindBar* m_findBar;
    std::array<Side, 2> m_sides;
    ScrollSync* m_sync;
    Item m_item;
    ResponsesShown m_shown;
    std::vector<QuotedWords> m_quotes;
    std::vector<LocatedQuote> m_located; ///< where each quotation stands
    std::array<std::vector<TextRange>, 2> m_matches;
    QString m_searched;
    int m_currentMatch = 0;
    int m_selectedCriterion = -1;
    quint64 m_token = 0;
    Background m_background; ///< last: its jobs end before what they answer to
};

} // namespace assize::ui
