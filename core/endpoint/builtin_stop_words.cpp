// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/builtin_stop_words.h"

#include <string>
#include <unordered_set>

namespace assize {
namespace {

constexpr std::string_view English =
    "a about above after again all also am an and any are aren't as at be because been "
    "before being below between both but by can can't could did didn't do does "
    "doesn't doing don't down each either else even every few for from further get "
    "gets got had has hasn't have having he he's her here hers herself him himself his "
    "how however i i'd i'll i'm i've if in into is isn't it it's its itself just let "
    "let's like many may me might more most much must my myself no nor not now of off "
    "on once only onto or other our ours ourselves out over own per please quite "
    "rather really same shall she she's should so some such than that that's the "
    "their theirs them themselves then there there's these they they're this those "
    "though through to too toward under until up upon us very via was wasn't we we're "
    "were what what's when where whether which while who whom whose why will with "
    "within without won't would yes yet you you're you've your yours yourself";

constexpr std::string_view Chinese =
    "的 了 着 过 地 得 之 其 和 与 及 或 而 且 但 但是 不过 并 并且 而且 以及 还有 也 都 就 才 又 再 还 只 很 太 更 最 "
    "是 在 有 为 被 把 将 对 对于 关于 从 到 向 由 于 以 因 因为 所以 因此 如果 那么 虽然 尽管 即使 然后 "
    "同时 这 那 这个 那个 这些 那些 这里 那里 这样 那样 哪 哪个 哪些 哪里 什么 怎么 怎样 如何 为什么 谁 几 多少 "
    "我 你 您 他 她 它 我们 你们 他们 她们 它们 自己 大家 咱们 吗 呢 吧 啊 呀 嘛 哦 一个 一些 一下 一种 个 些 "
    "会 能 可以 可 应该 应 要 想 请 让 给 用 做 说 去 来 上 下 中 里 内 外 前 后 时 没 没有 不 不是 非 无 即 则 "
    "等 等等 所 跟 比 像 如 例如 比如 当 当然 已 已经 正在 曾";

std::unordered_set<std::string_view> split(std::string_view list) {
    std::unordered_set<std::string_view> words;
    while (!list.empty()) {
        const std::size_t end = list.find(' ');
        words.insert(list.substr(0, end));
        list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
    }
    return words;
}

} // namespace

bool isStopWord(std::string_view folded) {
    static const std::unordered_set<std::string_view> english = split(English);
    static const std::unordered_set<std::string_view> chinese = split(Chinese);
    return english.contains(folded) || chinese.contains(folded);
}

} // namespace assize
