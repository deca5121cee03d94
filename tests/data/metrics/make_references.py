#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the reference values beside this file from made-up ratings, by code that shares nothing with core/metrics.

Needs python3-numpy, python3-scipy, python3-sklearn and python3-statsmodels. Run it in this folder:
    python3 make_references.py
"""
import json
import random

import numpy as np
from scipy import stats
from sklearn import metrics as sk
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.inter_rater import fleiss_kappa
from statsmodels.stats.proportion import proportion_confint


def save(name, document):
    with open(name, "w", encoding="utf-8") as file:
        json.dump(document, file, indent=1)
        file.write("\n")


def noisy(draw, truth, choices, right):
    return truth if draw.random() < right else draw.choice(choices)


def pair_labels():
    """80 pairs: gold, both orders; X is a call without a verdict."""
    draw = random.Random(41)
    gold = [draw.choice("AABBT") for _ in range(80)]
    forward = [noisy(draw, g, "ABTX", 0.65) for g in gold]
    backward = [noisy(draw, g, "ABTX", 0.6) for g in gold]
    return gold, forward, backward


def gwet_ac1(first, second):
    classes = sorted(set(first) | set(second))
    n = len(first)
    observed = sum(a == b for a, b in zip(first, second)) / n
    shares = [(first.count(c) + second.count(c)) / (2 * n) for c in classes]
    chance = sum(p * (1 - p) for p in shares) / (len(classes) - 1)
    return (observed - chance) / (1 - chance)


def alpha(units, distance):
    """Krippendorff's alpha from its definition: every ordered pair of values, within units and over all."""
    units = [u for u in units if len(u) >= 2]
    values = [v for u in units for v in u]
    n = len(values)
    observed = sum(distance(a, b, values) / (len(u) - 1)
                   for u in units for i, a in enumerate(u) for j, b in enumerate(u) if i != j) / n
    expected = sum(distance(a, b, values)
                   for i, a in enumerate(values) for j, b in enumerate(values) if i != j) / (n * (n - 1))
    return 1 - observed / expected


def nominal(a, b, _):
    return float(a != b)


def interval(a, b, _):
    return float(a - b) ** 2


def ordinal(a, b, values):
    low, high = min(a, b), max(a, b)
    between = sum(low <= v <= high for v in values)
    return (between - (values.count(low) + values.count(high)) / 2) ** 2


def scores_of(gold, labels, classes=None):
    keep = [(g, l) for g, l in zip(gold, labels) if l != "X"]
    g, l = [k[0] for k in keep], [k[1] for k in keep]
    p, r, f, _ = sk.precision_recall_fscore_support(g, l, labels=classes, average="macro", zero_division=0)
    return {"n": len(keep), "agreement": sk.accuracy_score(g, l), "kappa": sk.cohen_kappa_score(g, l),
            "precision": p, "recall": r, "f1": f, "ac1": gwet_ac1(g, l), "alpha": alpha(list(zip(g, l)), nominal)}


def pairs():
    gold, forward, backward = pair_labels()
    decisive = [i for i, g in enumerate(gold) if g != "T"]
    both = [i for i in range(80) if "X" not in (forward[i], backward[i])]
    pick = lambda rows, column: [column[i] for i in rows]
    first = sum(forward[i] == "A" and backward[i] == "B" for i in both)
    second = sum(forward[i] == "B" and backward[i] == "A" for i in both)
    same = sum(forward[i] == backward[i] for i in both)
    points = {"A": 1.0, "T": 0.5, "B": 0.0}
    wins = np.array([(points[forward[i]] + points[backward[i]]) / 2 for i in both])
    low, high = proportion_confint(sum(f == g for f, g in zip(forward, gold)), 80, method="wilson")
    save("pairs.json", {
        "gold": "".join(gold), "forward": "".join(forward), "backward": "".join(backward),
        "class": {"forward": scores_of(gold, forward), "backward": scores_of(gold, backward)},
        "exclude": {"forward": scores_of(pick(decisive, gold), pick(decisive, forward), ["A", "B"]),
                    "backward": scores_of(pick(decisive, gold), pick(decisive, backward), ["A", "B"])},
        "agreement_forward_all": sum(f == g for f, g in zip(forward, gold)) / 80, "wilson": [low, high],
        "reconciled": sum(forward[i] == gold[i] == backward[i] for i in both) / len(both),
        "reconciled_all": sum(forward[i] == gold[i] == backward[i] for i in both) / 80,
        "both_valid": len(both), "consistency": same / len(both), "consistency_all": same / 80,
        "first_bias": first / len(both), "second_bias": second / len(both),
        "mixed": (len(both) - same - first - second) / len(both),
        "winrate_a": wins.mean(), "winrate_stderr": stats.sem(wins)})


def joined(forward, backward):
    """Both orders: the common label, F for a flip, T for a tie against a side; X where an order failed."""
    if "X" in (forward, backward):
        return "X"
    if forward == backward:
        return forward
    return "T" if "T" in (forward, backward) else "F"


def both_orders():
    """Figures of the label that both orders give together, under two tie policies."""
    gold, forward, backward = pair_labels()
    labels = [joined(f, b) for f, b in zip(forward, backward)]
    document = {}
    for policy, classes, keeps in (("class", ["A", "B", "T"], "ABT"), ("exclude", ["A", "B"], "AB")):
        rows = [i for i in range(80) if labels[i] != "X" and gold[i] in keeps]
        g, l = [gold[i] for i in rows], [labels[i] for i in rows]
        p, r, f, _ = sk.precision_recall_fscore_support(g, l, labels=classes, average="macro", zero_division=0)
        document[policy] = {"n": len(rows), "accuracy": sk.accuracy_score(g, l), "kappa": sk.cohen_kappa_score(g, l),
                            "precision": p, "recall": r, "f1": f, "ac1": gwet_ac1(g, l),
                            "alpha": alpha(list(zip(g, l)), nominal)}
    points = lambda label, truth: 1 if label == truth else -1 if "T" not in (label, truth) and label != "X" else 0
    decisive = [i for i in range(80) if gold[i] != "T"]
    right = [points(forward[i], gold[i]) + points(backward[i], gold[i]) > 0 for i in decisive]
    document["two_game_all"] = sum(right) / len(decisive)
    halves = [1 if forward[i] == gold[i] else 0.5 if forward[i] == "T" else 0 for i in decisive if forward[i] != "X"]
    document["half_forward"] = sum(halves) / len(halves)
    save("both_orders.json", document)


def steps():
    """Raw steps from +2 to -2 of gold and judge."""
    draw = random.Random(46)
    gold = [draw.choice([-2, -1, 0, 1, 2]) for _ in range(60)]
    judge = [max(-2, min(2, g + draw.choice([-1, 0, 0, 0, 1, 2]))) for g in gold]
    save("steps.json", {"gold": gold, "judge": judge,
                        "kappa": sk.cohen_kappa_score(gold, judge, labels=[-2, -1, 0, 1, 2], weights="quadratic"),
                        "alpha": alpha(list(zip(gold, judge)), ordinal)})


def tenths(certainties):
    """Up to ten buckets: closed where the items so far reach the next tenth, equal values together."""
    buckets, open_, done, n = [], [], 0, len(certainties)
    for value in sorted(set(c for c, _ in certainties)):
        open_ += [pair for pair in certainties if pair[0] == value]
        if 10 * (done + len(open_)) >= n * (10 * done // n + 1):
            done += len(open_)
            buckets.append(open_)
            open_ = []
    return buckets


def expected_error(buckets):
    n = sum(len(b) for b in buckets)
    return sum(len(b) / n * abs(np.mean([r for _, r in b]) - np.mean([c for c, _ in b])) for b in buckets)


def calibration():
    """Margins of 150 pairs on a grid, five samples of 90, log-probability preferences of 80."""
    draw = random.Random(47)
    gold = [draw.choice("AAABBBT") for _ in range(150)]
    labels = [noisy(draw, g, "ABT", 0.6) for g in gold]
    sign = {"A": 1, "B": -1, "T": 0}
    margins = []
    for g, l in zip(gold, labels):
        size = draw.randint(1, 20) / 20 if g == l else draw.randint(0, 12) / 20
        margins.append(-size if draw.random() < 0.05 else sign[l] * size)
    kept = [(abs(m), l == g) for g, l, m in zip(gold, labels, margins) if g != "T" and l != "T" and m * sign[l] > 0]
    buckets = tenths(kept)
    mapped = [[(0.5 + c / 2, r) for c, r in b] for b in buckets]
    document = {"gold": "".join(gold), "labels": "".join(labels), "margins": margins, "n": len(kept),
                "auroc": sk.roc_auc_score([r for _, r in kept], [c for c, _ in kept]),
                "buckets": [[min(c for c, _ in b), max(c for c, _ in b), len(b), sum(r for _, r in b)] for b in buckets],
                "ece_mapped": expected_error(mapped),
                "above": [[t, sum(c >= t for c, _ in kept), sum(r for c, r in kept if c >= t)]
                          for t in sorted(set(c for c, _ in kept))]}
    votes = [[noisy(draw, g, "AB", 0.7) for _ in range(5)] for g in gold[:90]]
    winners = [max("AB", key=v.count) for v in votes]
    sure = [(v.count(w) / 5, w == g) for v, w, g in zip(votes, winners, gold) if g != "T"]
    by_support = [[p for p in sure if p[0] == value] for value in sorted(set(c for c, _ in sure))]
    document["votes"] = {"samples": ["".join(v) for v in votes], "n": len(sure), "ece": expected_error(by_support),
                         "brier": float(np.mean([(c - r) ** 2 for c, r in sure]))}
    shares = [draw.random() for _ in range(80)]
    told = [(max(p, 1 - p), ("A" if p > 0.5 else "B") == g) for p, g in zip(shares, gold) if g != "T"]
    document["preferences"] = {"shares": shares, "n": len(told), "ece": expected_error(tenths(told)),
                               "brier": float(np.mean([(c - r) ** 2 for c, r in told]))}
    save("calibration.json", document)


def lengths():
    draw = random.Random(48)
    a, b = [[draw.randint(20, 400) for _ in range(70)] for _ in range(2)]
    margins = [round((x - y) / 500 + draw.uniform(-0.4, 0.4), 2) for x, y in zip(a, b)]
    labels = [draw.choice("ABT") for _ in range(70)]
    difference = [x - y for x, y in zip(a, b)]
    side = [{"A": 1, "B": -1, "T": 0}[l] for l in labels]
    save("lengths.json", {"a": a, "b": b, "margins": margins, "labels": "".join(labels),
                          "from_margins": stats.spearmanr(difference, margins)[0],
                          "from_labels": stats.spearmanr(difference, side)[0]})


def leave_one_out(columns, judge):
    """Mean over annotators of agreement with the strict plurality of the others; of the judge against the same."""
    people, judges = [], []
    for a, own in enumerate(columns):
        person, machine = [], []
        for i, label in enumerate(own):
            others = [c[i] for j, c in enumerate(columns) if j != a and c[i] != "-"]
            top = [v for v in set(others) if others.count(v) == max(map(others.count, others))] if others else []
            if label != "-" and len(top) == 1 and judge[i] != "X":
                person.append(label == top[0])
                machine.append(judge[i] == top[0])
        people.append(np.mean(person))
        judges.append(np.mean(machine))
    return float(np.mean(people)), float(np.mean(judges))


def ceiling():
    draw = random.Random(49)
    truth = [draw.choice("ABT") for _ in range(60)]
    columns = [["-" if draw.random() < 0.15 else noisy(draw, t, "ABT", 0.7) for t in truth] for _ in range(4)]
    judge = [noisy(draw, t, "ABTX", 0.6) for t in truth]
    people, machine = leave_one_out(columns, judge)
    alone, _ = leave_one_out(columns, ["A"] * 60)
    save("ceiling.json", {"columns": ["".join(c) for c in columns], "judge": "".join(judge),
                          "human_ceiling": people, "judge_ceiling": machine, "without_judge": alone})


def grades():
    draw = random.Random(42)
    gold = [draw.randint(1, 5) for _ in range(60)]
    judge = [min(5, max(1, g + draw.choice([-2, -1, -1, 0, 0, 0, 0, 1, 1]))) for g in gold]
    g, j = np.array(gold, float), np.array(judge, float)
    scale = [1, 2, 3, 4, 5]
    units = list(zip(gold, judge))
    save("scores.json", {
        "gold": gold, "judge": judge, "accuracy": sk.accuracy_score(gold, judge),
        "kappa": sk.cohen_kappa_score(gold, judge),
        "kappa.linear": sk.cohen_kappa_score(gold, judge, labels=scale, weights="linear"),
        "kappa.quadratic": sk.cohen_kappa_score(gold, judge, labels=scale, weights="quadratic"),
        "mae": sk.mean_absolute_error(gold, judge), "rmse": float(np.sqrt(sk.mean_squared_error(gold, judge))),
        "pearson": stats.pearsonr(g, j)[0], "spearman": stats.spearmanr(g, j)[0],
        "kendall_tau_b": stats.kendalltau(g, j)[0], "score.exact": sk.accuracy_score(gold, judge),
        "score.bias": float((j - g).mean()), "score.within_1": float((abs(j - g) <= 1).mean()),
        "ac1": gwet_ac1(gold, judge), "alpha.nominal": alpha(units, nominal),
        "alpha.ordinal": alpha(units, ordinal), "alpha.interval": alpha(units, interval)})


def verdicts():
    draw = random.Random(43)
    gold = [draw.choice(["PASS", "PASS", "FAIL"]) for _ in range(70)]
    judge = [noisy(draw, g, ["PASS", "FAIL"], 0.6) for g in gold]
    p, r, f, _ = sk.precision_recall_fscore_support(gold, judge, pos_label="FAIL", average="binary")
    mp, mr, mf, _ = sk.precision_recall_fscore_support(gold, judge, average="macro")
    save("pass_fail.json", {
        "gold": gold, "judge": judge, "accuracy": sk.accuracy_score(gold, judge), "precision": p, "recall": r,
        "f1": f, "precision.macro": mp, "recall.macro": mr, "f1.macro": mf, "tpr": r,
        "tnr": sk.recall_score(gold, judge, pos_label="PASS"),
        "balanced_accuracy": sk.balanced_accuracy_score(gold, judge), "mcc": sk.matthews_corrcoef(gold, judge),
        "kappa": sk.cohen_kappa_score(gold, judge), "ac1": gwet_ac1(gold, judge),
        "prevalence.gold": gold.count("FAIL") / 70, "prevalence.judge": judge.count("FAIL") / 70})


def raters():
    """Three annotators over 50 pairs, a dash where one did not label."""
    draw = random.Random(44)
    truth = [draw.choice("ABT") for _ in range(50)]
    columns = [["-" if draw.random() < 0.1 else noisy(draw, t, "ABT", 0.7) for t in truth] for _ in range(3)]
    whole = [row for row in zip(*columns) if "-" not in row]
    counts = [[row.count(c) for c in "ABT"] for row in whole]
    pairs_ = {}
    for a, b in ((0, 1), (0, 2), (1, 2)):
        rows = [(x, y) for x, y in zip(columns[a], columns[b]) if "-" not in (x, y)]
        first, second = [r[0] for r in rows], [r[1] for r in rows]
        pairs_[f"{a}-{b}"] = {"n": len(rows), "kappa": sk.cohen_kappa_score(first, second),
                              "agreement": sk.accuracy_score(first, second)}
    save("raters.json", {
        "columns": ["".join(c) for c in columns], "pairs": pairs_, "whole": len(whole),
        "fleiss_kappa": fleiss_kappa(np.array(counts)),
        "alpha": alpha([[v for v in row if v != "-"] for row in zip(*columns)], nominal)})


def tests():
    cases = []
    for fixed, broken in ((14, 6), (0, 0), (1, 0), (5, 5), (30, 11), (2, 9)):
        result = mcnemar([[50, fixed], [broken, 50]], exact=True)
        cases.append({"fixed": fixed, "broken": broken, "p": min(1.0, float(result.pvalue)) if fixed + broken else 1.0})
    shares = []
    for successes, trials in ((7, 10), (10, 26), (0, 5), (5, 5), (95, 100), (1, 1)):
        low, high = proportion_confint(successes, trials, method="wilson")
        shares.append({"successes": successes, "trials": trials, "low": low, "high": high})
    values = sorted(random.Random(45).random() for _ in range(37))
    save("tests.json", {"mcnemar": cases, "wilson": shares, "values": values,
                        "percentiles": {str(q): float(np.percentile(values, q)) for q in (0, 2.5, 50, 97.5, 100)}})


pairs()
both_orders()
steps()
calibration()
lengths()
ceiling()
grades()
verdicts()
raters()
tests()
