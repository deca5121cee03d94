#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures an import as a whole process against the sqlite3 command line putting the same file into a bare table.

bench/import.py [--cli PATH] [--rows N] [--megabytes N] [--runs N]    medians, the ratio and the peak memory
bench/import.py --make FILE [--rows N] [--megabytes N]                only writes the file of pairs
bench/import.py --session FILE [--cli PATH]                           a session of 100,000 pairs, for the other benches
"""
import argparse
import os
import pathlib
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time

WORDS = ("answer because before between city could every first found great house large little model never number only "
         "other people place question reason right second shall small still thing think those three time under water "
         "where which while world would write year \u7b54\u6848 \u95ee\u9898 \u57ce\u5e02 na\u00efve r\u00e9sum\u00e9").split()


def text_of(random_source, size):
    words = []
    length = 0
    while length < size:
        word = random_source.choice(WORDS)
        words.append(word)
        length += len(word.encode()) + 1
    return " ".join(words)


def make_pairs(path, rows, total_bytes):
    """Rows of equal size: a prompt of a tenth, two responses that share the rest; the same bytes every time."""
    source = random.Random(7)
    size = total_bytes // rows - 90
    pool = [text_of(source, max(size // 2, 8)) for _ in range(997)]
    with open(path, "w", encoding="utf-8") as file:
        for row in range(rows):
            first, second = pool[row % 997], pool[row * 31 % 991]
            cut = len(first) * 9 // 10
            file.write(f'{{"id":"row-{row}","prompt":"{row} {second[:len(second) // 5]}","response_A":"{first[:cut]}",'
                       f'"response_B":"{second[:cut]}","label":"{"A>B" if row % 3 else "A=B"}"}}\n')


def measure(command, text=None):
    """Seconds on the clock, seconds of CPU and peak KiB of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.PIPE if text else subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL)
    if text:
        process.stdin.write(text.encode())
        process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status != 0:
        sys.exit(f"{command[0]} failed with status {status}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.monotonic() - start, cpu, usage.ru_maxrss


def bare_script(pairs):
    return 'CREATE TABLE t(line TEXT);\n.mode ascii\n.separator "\\001" "\\n"\n' f".import {pairs} t\n"


def shown(name, size, figures):
    clock, cpu, peak = (statistics.median(column) for column in zip(*figures))
    print(f"{name}: {clock:.2f} s, {size / clock:.1f} MB/s, {cpu:.2f} s of CPU, {peak / 1024:.0f} MiB at most")
    return clock, cpu


def compare(cli, rows, megabytes, runs):
    ours, theirs, tenth, indexed = [], [], [], []
    with tempfile.TemporaryDirectory() as folder:
        pairs, few = pathlib.Path(folder) / "pairs.jsonl", pathlib.Path(folder) / "few.jsonl"
        make_pairs(pairs, rows, megabytes << 20)
        make_pairs(few, rows // 10, (megabytes << 20) // 10)
        size = pairs.stat().st_size / 1e6
        for run in range(runs):  # by turns, so that noise meets all of them
            theirs.append(measure(["sqlite3", f"{folder}/bare{run}.db"], bare_script(pairs)))
            ours.append(measure([cli, "import", f"{folder}/ours{run}.assize", str(pairs)]))
            tenth.append(measure([cli, "import", f"{folder}/few{run}.assize", str(few)]))
            indexed.append(measure([cli, "index", f"{folder}/ours{run}.assize"]))
            for made in pathlib.Path(folder).glob(f"*{run}.*"):
                made.unlink()
    their_clock, their_cpu = shown("sqlite3, bare table", size, theirs)
    our_clock, our_cpu = shown("assize-cli import", size, ours)
    _, tenth_cpu = shown("assize-cli import of a tenth", size / 10, tenth)
    shown("assize-cli index", size, indexed)
    print(f"{rows} rows, {size:.0f} MB, median of {runs}: {our_clock / their_clock:.2f} times the time and "
          f"{our_cpu / their_cpu:.2f} times the CPU of the sqlite3 command line; {our_cpu / tenth_cpu:.1f} times the "
          "CPU of a tenth")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default_cli = pathlib.Path(__file__).parent.parent / "build/release/bin/assize-cli"
    parser.add_argument("--cli", default=str(default_cli))
    parser.add_argument("--rows", type=int, default=112000)
    parser.add_argument("--megabytes", type=int, default=200)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--make", metavar="FILE")
    parser.add_argument("--session", metavar="FILE")
    given = parser.parse_args()
    if given.make:
        make_pairs(given.make, given.rows, given.megabytes << 20)
    elif given.session:
        with tempfile.NamedTemporaryFile(suffix=".jsonl") as pairs:
            make_pairs(pairs.name, 100000, 170 << 20)
            subprocess.run([given.cli, "import", given.session, pairs.name], check=True)
    else:
        compare(given.cli, given.rows, given.megabytes, given.runs)


if __name__ == "__main__":
    main()
