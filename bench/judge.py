#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures `assize-cli judge` as a whole process against a model server on loopback: 5,000 pairwise rubric judgements,
read, audited and durable. Beside it a plain Python client that does the same work (judge_baseline.py).

bench/judge.py [--bin FOLDER] [--items N] [--runs N]
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

CASES = [(1, 0), (16, 0), (64, 0), (256, 0), (16, 50), (64, 50), (256, 50)]  # connections, milliseconds of latency


def rubric_reply():
    """Some 1.6 KB, as judges write them."""
    text = "criteria:\n"
    for name in ("mechanism", "completeness", "accuracy", "clarity", "people"):
        text += (f"  {name}:\n    description: \"How well the answer covers this part of the question\"\n"
                 "    type: scale\n    weight: 0.2\n    score_A: 4\n    score_B: 3\n"
                 "    justification_A: \"It says what was asked for in its own words, and is right about it\"\n"
                 "    justification_B: \"It leaves out who does it and when, and is harder to follow\"\n")
    return text + "overall_justification: \"The first answers both halves, the second one.\"\npreference: '[[A>B]]'\n"


def make_pairs(path, items):
    with open(path, "w", encoding="utf-8") as file:
        for item in range(items):
            answer = f"A lock lifts boat {item} between two gates: water from above fills the chamber. " * 6
            file.write(json.dumps({"id": f"i{item}", "prompt": f"How does canal lock {item} lift a boat?",
                                   "response_A": answer, "response_B": answer[:len(answer) // 2]}) + "\n")


def measure(command):
    """Seconds on the clock, seconds of CPU and peak MiB of one run."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed with status {process.returncode}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


class Server:
    def __init__(self, program, answer, latency):
        self.process = subprocess.Popen([program, "--latency-ms", str(latency), "--answer", answer],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()


def print_row(name, connections, latency, calls, runs):
    clock, cpu, peak = (statistics.median(column) for column in zip(*runs))
    line = (f"{name:20} {connections:3} connections, {latency:2} ms: {cpu / calls * 1000:.3f} s of CPU per 1,000, "
            f"{calls / clock:7.0f}/s, {peak:4.0f} MiB")
    if latency:
        line += f", {calls / clock / (connections * 1000 / latency):.1%} of connections/latency"
    print(line, flush=True)
    return cpu


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=str(pathlib.Path(__file__).parent.parent / "build/release/bin"))
    parser.add_argument("--items", type=int, default=2500)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    cli = f"{given.bin}/assize-cli"
    calls = 2 * given.items
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "reply.yaml").write_text(rubric_reply(), encoding="utf-8")
        make_pairs(folder / "pairs.jsonl", given.items)
        subprocess.run([cli, "import", f"{folder}/empty.assize", f"{folder}/pairs.jsonl"], check=True,
                       stdout=subprocess.DEVNULL)
        cost = {}
        for connections, latency in CASES:
            ours, theirs = [], []
            with Server(f"{given.bin}/fake-model-server", f"{folder}/reply.yaml", latency) as server:
                for run in range(given.runs):  # by turns, so that noise meets both
                    shutil.copy(folder / "empty.assize", folder / "s.assize")
                    ours.append(measure([cli, "judge", f"{folder}/s.assize", "--judge", "rubric-generated", "--endpoint",
                                         server.url, "--model", "m", "--concurrency", str(connections)]))
                    if connections == 64:
                        theirs.append(measure([sys.executable, f"{pathlib.Path(__file__).parent}/judge_baseline.py",
                                               server.url, f"{folder}/pairs.jsonl", f"{folder}/b{latency}{run}.db",
                                               str(connections)]))
            cost["assize"] = print_row("assize-cli judge", connections, latency, calls, ours)
            if theirs:
                cost["python"] = print_row("Python, asyncio", connections, latency, calls, theirs)
                print(f"{'':20} {cost['assize'] / cost['python']:.2f} times the CPU of the Python client", flush=True)


if __name__ == "__main__":
    main()
