#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""./dev lint: runs the checks below, cheap ones first, and prints what they found. Exit status 1 if anything was."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

import commits
import compiling
import house
import layers
import literals
import translations
from finding import Finding
from sources import Tree

CHECKS: dict[str, Callable[[Tree, int], list[Finding]]] = {
    "house": lambda tree, _: house.check(tree),
    "layers": lambda tree, _: layers.check(tree),
    "literals": lambda tree, _: literals.check(tree),
    "commits": lambda tree, _: commits.check(tree),
    "translations": lambda tree, _: translations.check(tree),
    "format": compiling.check_format,
    "headers": compiling.check_headers,
    "tidy": compiling.check_tidy,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev lint", description=__doc__)
    parser.add_argument("checks", nargs="*", metavar="CHECK", help=f"only these: {', '.join(CHECKS)}")
    parser.add_argument("--all", action="store_true", help="dear checks look at every file, not only at recent changes")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    unknown = [name for name in arguments.checks if name not in CHECKS]
    if unknown:
        parser.error(f"no check is called {unknown[0]}; there are {', '.join(CHECKS)}")
    tree = Tree.of(Path(__file__).resolve().parents[2], arguments.all)
    total = 0
    for name in arguments.checks or CHECKS:
        start = time.monotonic()
        findings = CHECKS[name](tree, arguments.jobs)
        for finding in findings:
            print(finding)
        total += len(findings)
        print(f"{name}: {len(findings)} findings, {time.monotonic() - start:.1f} s", flush=True)
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
