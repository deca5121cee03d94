#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures `assize-cli judge` as a whole process against a model server on loopback: pairwise rubric judgements with
replies of 1.6 KB, read, audited and durable. Beside it a plain Python client that does the same work
(judge_baseline.py), and wrk, which shows what the server itself can do.

bench/judge.py [--bin FOLDER] [--items N] [--runs N] [--case CONNECTIONS:MILLISECONDS]…
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

CASES = ["1:0", "16:0", "64:0", "256:0", "1:50", "16:50", "64:50", "256:50"]  # connections, milliseconds of latency
ROUNDS = 120  # answers per connection where the server takes its time: six seconds of 50 ms
GOALS = {"cpu": 0.20, "peak": 120, "share": 0.95}


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


def judge_command(given, folder, server, connections):
    return [f"{given.bin}/assize-cli", "judge", f"{folder}/s.assize", "--judge", "rubric-generated", "--endpoint",
            server.url, "--model", "m", "--concurrency", str(connections)]


def baseline_command(folder, server, connections, run):
    return [sys.executable, f"{pathlib.Path(__file__).parent}/judge_baseline.py", server.url, f"{folder}/pairs.jsonl",
            f"{folder}/baseline{run}.db", str(connections)]


def medians(runs):
    return [statistics.median(column) for column in zip(*runs)]


def print_row(name, connections, latency, calls, runs):
    clock, cpu, peak = medians(runs)
    line = (f"{name:16} {connections:3} connections, {latency:2} ms: {cpu / calls * 1000:.3f} s of CPU per 1,000, "
            f"{calls / clock:6.0f}/s, {peak:4.0f} MiB")
    if latency:
        line += f", {calls / clock / (connections * 1000 / latency):.1%} of connections/latency"
    print(line, flush=True)


def print_goals(connections, latency, calls, ours, theirs):
    clock, cpu, peak = medians(ours)
    print(f"{'':17}{cpu / medians(theirs)[1]:.2f} times the CPU of the Python client", flush=True)
    verdicts = []
    if (connections, latency) == (64, 0):
        verdicts.append((f"CPU <= {GOALS['cpu']:.2f} s per 1,000", cpu / calls * 1000 <= GOALS["cpu"]))
    if connections == 256:
        verdicts.append((f"memory < {GOALS['peak']} MiB", peak < GOALS["peak"]))
    if latency:
        verdicts.append((f"{GOALS['share']:.0%} of what the latency allows",
                         calls / clock * latency / 1000 / connections >= GOALS["share"]))
    for what, is_met in verdicts:
        print(f"{'':17}goal {what}: {'met' if is_met else 'NOT MET'}", flush=True)


def wrk_rate(server, folder, connections):
    """How many calls a second the server answers when nobody reads what it says; None without wrk."""
    if shutil.which("wrk") is None:
        return None
    request = json.dumps({"model": "m", "messages": [{"role": "user", "content": "Compare the responses. " * 60}]})
    (folder / "post.lua").write_text(f"wrk.method = 'POST'\nwrk.body = [==[{request}]==]\n"
                                     "wrk.headers['Content-Type'] = 'application/json'\n")
    said = subprocess.run(["wrk", "-t1", f"-c{connections}", "-d3s", "-s", f"{folder}/post.lua",
                           server.url + "/chat/completions"], check=True, capture_output=True, text=True).stdout
    return float(re.search(r"Requests/sec:\s*([0-9.]+)", said)[1])


def measure_case(given, folder, connections, latency):
    items = ROUNDS * connections // 2 if latency else given.items
    calls = 2 * items
    make_pairs(folder / "pairs.jsonl", items)
    (folder / "empty.assize").unlink(missing_ok=True)
    subprocess.run([f"{given.bin}/assize-cli", "import", f"{folder}/empty.assize", f"{folder}/pairs.jsonl"],
                   check=True, stdout=subprocess.DEVNULL)
    ours, theirs = [], []
    with Server(f"{given.bin}/fake-model-server", f"{folder}/reply.yaml", latency) as server:
        alone = wrk_rate(server, folder, connections)
        for run in range(given.runs):  # by turns, so that noise meets both
            shutil.copy(folder / "empty.assize", folder / "s.assize")
            ours.append(measure(judge_command(given, folder, server, connections)))
            theirs.append(measure(baseline_command(folder, server, connections, run)))
            for made in folder.glob("baseline*"):
                made.unlink()
    print(f"{'the server, wrk':16} {connections:3} connections, {latency:2} ms: "
          f"{'not installed' if alone is None else f'{alone:.0f}/s'}", flush=True)
    print_row("assize-cli judge", connections, latency, calls, ours)
    print_row("Python, asyncio", connections, latency, calls, theirs)
    print_goals(connections, latency, calls, ours, theirs)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=str(pathlib.Path(__file__).parent.parent / "build/release/bin"))
    parser.add_argument("--items", type=int, default=2500, help="where the server answers at once; two calls each")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--case", action="append", help="one of " + " ".join(CASES))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "reply.yaml").write_text(rubric_reply(), encoding="utf-8")
        for case in given.case or CASES:
            measure_case(given, folder, *map(int, case.split(":")))


if __name__ == "__main__":
    main()
