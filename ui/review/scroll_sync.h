// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QObject>
#include <vector>

namespace assize::ui {

class ResponseView;

/// Moves one view with the other: pieces between equal headings and list items are stretched onto each other, so that
/// matching parts meet; the whole is in proportion where there are none.
class ScrollSync final : public QObject {
    Q_OBJECT

public:
    ScrollSync(ResponseView& a, ResponseView& b, QObject* parent);
    void setActive(bool isActive);

private:
    void follow(ResponseView& moved, ResponseView& other, bool isForward);
    void align();

    struct Pair {
        double a;
        double b;
    };

    ResponseView& m_a;
    ResponseView& m_b;
    std::vector<Pair> m_pairs; ///< tops of matching blocks, rising on both sides
    bool m_isActive = true;
    bool m_isFollowing = false;
    bool m_isAligned = false;
};

/// Where a position of one text lies in the other, given rising pairs of matching positions. Between two pairs, in
/// proportion; the last pair stands for both ends.
struct MatchingPlace {
    double from;
    double to;
};
[[nodiscard]] double mappedPlace(const std::vector<MatchingPlace>& places, double from);

} // namespace assize::ui
