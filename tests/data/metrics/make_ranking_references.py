#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes win_rates.json, models.json, adjusted.json, annotator_test.json and rates.json from made-up ratings, by code that
shares nothing with core/metrics.

Needs python3-numpy, python3-scipy and python3-statsmodels. Run it in this folder:
    python3 make_ranking_references.py
"""
import itertools
import json
import random

import numpy as np
import statsmodels.api as sm
from scipy import optimize, stats
from statsmodels.stats.multitest import multipletests


def save(name, document):
    with open(name, "w", encoding="utf-8") as file:
        json.dump(document, file, indent=1)
        file.write("\n")


def win_rates():
    """60 pairs with lengths: labels in one order, and the same pairs with continuous preferences for A."""
    draw = random.Random(51)
    lengths = [[draw.randint(40, 900), draw.randint(40, 900)] for _ in range(60)]
    longer = [draw.random() < 1 / (1 + np.exp(-((a - b) / 300 + 0.3))) for a, b in lengths]
    labels = ["T" if draw.random() < 0.15 else "A" if won else "B" for won in longer]
    share = np.array([{"A": 1.0, "T": 0.5, "B": 0.0}[label] for label in labels])
    preference = np.array([min(0.98, max(0.02, s * 0.8 + draw.random() * 0.2)) for s in share])
    delta = np.array([a - b for a, b in lengths], float)
    design = sm.add_constant(np.tanh(delta / delta.std(ddof=1)))

    def adjusted(values):
        fit = sm.GLM(values, design, family=sm.families.Binomial()).fit(tol=1e-14, maxiter=200)
        return float(1 / (1 + np.exp(-fit.params[0])))

    def discrete(values):
        return float(np.mean([1.0 if v > 0.5 else 0.0 if v < 0.5 else 0.5 for v in values]))

    save("win_rates.json", {
        "lengths": lengths, "labels": "".join(labels), "preference": list(preference),
        "rate": float(share.mean()), "stderr": float(stats.sem(share)), "adjusted": adjusted(share),
        "preference_rate": float(preference.mean()), "preference_stderr": float(stats.sem(preference)),
        "preference_discrete": discrete(preference), "preference_adjusted": adjusted(preference)})


def strengths(models, games, pseudo=0.0):
    """Maximum likelihood of Bradley-Terry by a general optimiser. games: (a, b, share of a)."""
    wins = np.zeros((models, models))
    for a, b, share in games:
        wins[a, b] += share
        wins[b, a] += 1 - share
    wins += pseudo * ((wins + wins.T) > 0)

    def loss(free):
        beta = np.append(free, -free.sum())
        difference = beta[:, None] - beta[None, :]
        return float((wins * np.logaddexp(0, -difference)).sum())

    def slope(free):
        beta = np.append(free, -free.sum())
        lost = 1 / (1 + np.exp(beta[:, None] - beta[None, :]))
        gradient = -(wins * lost).sum(axis=1) + (wins * lost).sum(axis=0)
        return gradient[:-1] - gradient[-1]

    best = optimize.minimize(loss, np.zeros(models - 1), jac=slope, method="BFGS", options={"gtol": 1e-12})
    return np.append(best.x, -best.x.sum())


def elo(models, games):
    ratings = [1000.0] * models
    for a, b, share in games:
        expected = 1 / (1 + 10 ** ((ratings[b] - ratings[a]) / 400))
        ratings[a] += 4 * (share - expected)
        ratings[b] -= 4 * (share - expected)
    return ratings


def models():
    """200 pairs of answers by five models: what people say, and both orders of a judge."""
    draw = random.Random(52)
    truth = [0.9, 0.5, 0.0, -0.4, -1.0]
    points = {"A": 1.0, "T": 0.5, "B": 0.0}
    writers, gold, forward, backward = [], [], [], []
    for _ in range(200):
        a, b = draw.sample(range(5), 2)
        chance = 1 / (1 + np.exp(truth[b] - truth[a]))
        say = lambda noise: "T" if draw.random() < 0.1 else "A" if draw.random() < chance + noise else "B"
        writers.append([a, b])
        gold.append(say(0))
        forward.append(say(0.1))
        backward.append(say(-0.1))
    judged = [(a, b, (points[f] + points[g]) / 2) for (a, b), f, g in zip(writers, forward, backward)]
    people = [(a, b, points[g]) for (a, b), g in zip(writers, gold)]
    judge_beta, people_beta = strengths(5, judged), strengths(5, people)
    met = sum(1 for a, b, _ in judged if {a, b} == {0, 1})
    won = sum(share if a == 0 else 1 - share for a, b, share in judged if {a, b} == {0, 1})
    save("models.json", {
        "writers": writers, "gold": "".join(gold), "forward": "".join(forward), "backward": "".join(backward),
        "beta": list(judge_beta), "smoothed": list(strengths(5, judged, 0.5)), "gold_beta": list(people_beta),
        "elo": elo(5, judged), "first_against_second": won / met,
        "spearman": float(stats.spearmanr(judge_beta, people_beta)[0]),
        "kendall": float(stats.kendalltau(judge_beta, people_beta)[0])})


def adjusted():
    draw = random.Random(53)
    p = [round(draw.random() ** 3, 4) for _ in range(12)] + [0.01, 0.01]
    document = {"p": p}
    for name, method in (("holm", "holm"), ("benjamini_hochberg", "fdr_bh"), ("benjamini_yekutieli", "fdr_by")):
        document[name] = [float(v) for v in multipletests(p, method=method)[1]]
    save("adjusted.json", document)


def signed_rank(differences):
    """One-sided exact p of Wilcoxon's signed rank statistic, average ranks, by all signs of the ranks present."""
    differences = [d for d in differences if d != 0]
    ranks = stats.rankdata(np.round(np.abs(differences), 9))
    observed = sum(r for r, d in zip(ranks, differences) if d > 0)
    ways = {0: 1}
    for rank in ranks:
        doubled = int(round(2 * rank))
        more = dict(ways)
        for total, count in ways.items():
            more[total + doubled] = more.get(total + doubled, 0) + count
        ways = more
    return sum(c for t, c in ways.items() if t <= 2 * observed + 1e-9) / 2 ** len(ranks)


def annotator_test(name, columns, judge, epsilon, numbers):
    p_values, rows = [], []
    for j, own in enumerate(columns):
        judge_wins, own_wins = [], []
        for i, mine in enumerate(own):
            others = [c[i] for k, c in enumerate(columns) if k != j and c[i] is not None]
            if mine is None or judge[i] is None or not others:
                continue
            if numbers:
                fit = lambda x: -np.sqrt(np.mean([(x - o) ** 2 for o in others]))
            else:
                fit = lambda x: np.mean([x == o for o in others])
            judge_fit, own_fit = fit(judge[i]), fit(mine)
            judge_wins.append(float(judge_fit >= own_fit - 1e-12))
            own_wins.append(float(own_fit >= judge_fit - 1e-12))
        difference = np.array(own_wins) - np.array(judge_wins)
        if len(difference) < 30:
            p = signed_rank(list(difference - epsilon))
        else:
            p = float(stats.ttest_1samp(difference, epsilon, alternative="less").pvalue)
        p_values.append(p)
        rows.append({"items": len(difference), "judge": float(np.mean(judge_wins)), "own": float(np.mean(own_wins)),
                     "p": p})
    corrected = multipletests(p_values, alpha=0.05, method="fdr_by")
    for row, value in zip(rows, corrected[1]):
        row["adjusted"] = float(value)
    return {"name": name, "columns": columns, "judge": judge, "epsilon": epsilon, "rows": rows,
            "omega": float(np.mean(corrected[0])), "advantage": float(np.mean([r["judge"] for r in rows]))}


def annotator_tests():
    draw = random.Random(54)
    noisy = lambda truth, choices, right: truth if draw.random() < right else draw.choice(choices)
    many = [draw.choice("AABT") for _ in range(60)]
    columns = [[None if draw.random() < 0.1 else noisy(t, "ABT", 0.75) for t in many] for _ in range(3)]
    judge = [None if draw.random() < 0.05 else noisy(t, "ABT", 0.85) for t in many]
    few = [draw.choice("AB") for _ in range(18)]
    small = [[noisy(t, "AB", 0.8) for t in few] for _ in range(3)]
    scores = [draw.randint(1, 5) for _ in range(45)]
    rated = [[float(min(5, max(1, s + draw.choice([-1, 0, 0, 1])))) for s in scores] for _ in range(3)]
    scored = [float(min(5, max(1, s + draw.choice([-1, 0, 0, 0, 1])))) for s in scores]
    save("annotator_test.json", [
        annotator_test("labels", columns, judge, 0.2, False),
        annotator_test("few", small, [noisy(t, "AB", 0.9) for t in few], 0.2, False),
        annotator_test("scores", rated, scored, 0.15, True)])


def rates():
    """Pass and fail with gold on 40 of 120 items; FAIL is the positive class."""
    draw = random.Random(55)
    truth = ["FAIL" if draw.random() < 0.3 else "PASS" for _ in range(120)]
    judge = [t if draw.random() < 0.85 else ("PASS" if t == "FAIL" else "FAIL") for t in truth]
    labelled = range(40)
    fails = [i for i in labelled if truth[i] == "FAIL"]
    passes = [i for i in labelled if truth[i] == "PASS"]
    tpr = sum(judge[i] == "FAIL" for i in fails) / len(fails)
    tnr = sum(judge[i] == "PASS" for i in passes) / len(passes)
    observed = sum(judge[i] == "FAIL" for i in range(40, 120)) / 80
    ppi = observed + sum((truth[i] == "FAIL") - (judge[i] == "FAIL") for i in labelled) / 40
    save("rates.json", {"gold": truth[:40], "judge": judge, "tpr": tpr, "tnr": tnr, "observed": observed,
                        "corrected": min(1.0, max(0.0, (observed + tnr - 1) / (tpr + tnr - 1))), "ppi": ppi})


assert abs(signed_rank([-1.2, -0.2, -0.2]) - 1 / 8) < 1e-12
assert list(itertools.islice(elo(2, [(0, 1, 1.0)]), 2)) == [1002.0, 998.0]
win_rates()
models()
adjusted()
annotator_tests()
rates()
