#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures `assize-cli metrics` as a whole process: every figure of a pairwise run in both orders, with 2,000 resamples,
over items that have categories, writers, gold labels and three annotators. Beside it the same over ten times the items.

bench/metrics.py [--bin FOLDER] [--items N] [--runs N]
"""
import argparse
import json
import os
import pathlib
import random
import statistics
import subprocess
import tempfile

LABELS = ("A>B", "B>A", "A=B")
WORDS = "water gate lock boat level chamber upper lower river canal keeper sluice open close fill empty slowly".split()
GOAL = 1.0  # seconds of CPU


def make_items(path, items):
    source = random.Random(5)
    with open(path, "w", encoding="utf-8") as file:
        for item in range(items):
            first, second = source.sample(["alpha", "beta", "gamma", "delta", "epsilon"], 2)
            label = source.choices(LABELS, [45, 45, 10])[0]
            row = {"id": f"q{item}", "category": f"topic {item % 9}", "prompt": f"How does lock {item} lift a boat?",
                   "model_A": first, "model_B": second, "annotators": {}}
            for side in ("response_A", "response_B"):
                row[side] = " ".join(source.choice(WORDS) for _ in range(source.randint(20, 60)))
            if source.random() < 0.9:
                row["label"] = label
            for person in ("ann", "ben", "cem"):
                row["annotators"][person] = label if source.random() < 0.8 else source.choice(LABELS)
            file.write(json.dumps(row) + "\n")


def make_session(cli, folder, items):
    """Judged by the built-in judge, whose margins differ from item to item."""
    pairs, session = f"{folder}/{items}.jsonl", f"{folder}/{items}.assize"
    make_items(pairs, items)
    subprocess.run([cli, "import", session, pairs], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([cli, "judge", session, "--judge", "builtin", "--orders", "both"], check=True,
                   stdout=subprocess.DEVNULL)
    return session


def cpu_of(command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command[0]} failed with status {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=str(pathlib.Path(__file__).parent.parent / "build/release/bin"))
    parser.add_argument("--items", type=int, default=15000)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    cli = f"{given.bin}/assize-cli"
    costs = []
    with tempfile.TemporaryDirectory() as folder:
        for items in (given.items, 10 * given.items):
            session = make_session(cli, folder, items)
            costs.append(statistics.median(cpu_of([cli, "metrics", session, "--json"]) for _ in range(given.runs)))
            print(f"assize-cli metrics, {items} items, 2,000 resamples: {costs[-1]:.2f} s of CPU", flush=True)
    print(f"goal {GOAL:.0f} s: {'met' if costs[0] < GOAL else 'NOT MET'}; ten times the items: "
          f"{costs[1] / costs[0]:.1f} times the CPU, goal 11: {'met' if costs[1] <= 11 * costs[0] else 'NOT MET'}")


if __name__ == "__main__":
    main()
