// SPDX-License-Identifier: Apache-2.0
#include "ui/review/scroll_sync.h"

#include "ui/review/response_view.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <algorithm>
#include <dtl/dtl.hpp>

namespace assize::ui {
namespace {

/// Beyond this many characters finding all headings would lay out the whole text at once.
constexpr int LongestAligned = 100'000;
constexpr std::size_t MostAnchors = 1000;

std::vector<std::string> keysOf(const std::vector<ResponseView::Anchor>& anchors) {
    std::vector<std::string> keys;
    keys.reserve(anchors.size());
    for (const ResponseView::Anchor& anchor : anchors)
        keys.push_back(anchor.key.toStdString());
    return keys;
}

} // namespace

double mappedPlace(const std::vector<MatchingPlace>& places, double from) {
    const auto after =
        std::find_if(places.begin(), places.end(), [from](const MatchingPlace& place) { return place.from >= from; });
    if (after == places.begin())
        return places.empty() ? from : places.front().to;
    if (after == places.end())
        return places.back().to;
    const MatchingPlace& before = *std::prev(after);
    const double length = after->from - before.from;
    const double share = length <= 0 ? 0 : (from - before.from) / length;
    return before.to + share * (after->to - before.to);
}

ScrollSync::ScrollSync(ResponseView& a, ResponseView& b, QObject* parent)
    : QObject(parent)
    , m_a(a)
    , m_b(b) {
    connect(a.verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { follow(m_a, m_b, true); });
    connect(b.verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { follow(m_b, m_a, false); });
    for (ResponseView* view : {&a, &b}) {
        connect(view, &TextView::textShown, this, [this] { m_isAligned = false; });
        connect(view->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] { m_isAligned = false; });
    }
}

void ScrollSync::setActive(bool isActive) {
    m_isActive = isActive;
}

void ScrollSync::align() {
    m_isAligned = true;
    m_pairs.clear();
    if (m_a.document()->characterCount() > LongestAligned || m_b.document()->characterCount() > LongestAligned)
        return;
    const auto anchorsA = m_a.anchors();
    const auto anchorsB = m_b.anchors();
    if (anchorsA.empty() || anchorsB.empty() || anchorsA.size() + anchorsB.size() > MostAnchors)
        return;
    dtl::Diff<std::string, std::vector<std::string>> diff(keysOf(anchorsA), keysOf(anchorsB));
    diff.compose();
    std::size_t a = 0;
    std::size_t b = 0;
    for (const auto& [key, info] : diff.getSes().getSequence()) {
        if (info.type == dtl::SES_COMMON)
            m_pairs.push_back({anchorsA[a].top, anchorsB[b].top});
        a += info.type == dtl::SES_ADD ? 0 : 1;
        b += info.type == dtl::SES_DELETE ? 0 : 1;
    }
}

void ScrollSync::follow(ResponseView& moved, ResponseView& other, bool isForward) {
    if (!m_isActive || m_isFollowing || moved.isScrolledAlone())
        return;
    if (!m_isAligned)
        align();
    const QScrollBar* from = moved.verticalScrollBar();
    QScrollBar* to = other.verticalScrollBar();
    std::vector<MatchingPlace> places{{0, 0}};
    for (const Pair& pair : m_pairs) {
        const MatchingPlace place = isForward ? MatchingPlace{pair.a, pair.b} : MatchingPlace{pair.b, pair.a};
        if (place.from < from->maximum() && place.to < to->maximum())
            places.push_back(place);
    }
    places.push_back({static_cast<double>(from->maximum()), static_cast<double>(to->maximum())});
    m_isFollowing = true;
    to->setValue(qRound(mappedPlace(places, from->value())));
    m_isFollowing = false;
}

} // namespace assize::ui
