#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads the JUnit files that ctest wrote: prints what failed and what was skipped with the reason, then one line that
counts. Exit status 1 if something failed, or if no test ran."""

import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

# How ctest words a test that chose to be skipped; everything else that did not run is a failure.
SKIPPED_ON_PURPOSE = re.compile(r"SKIP_REGULAR_EXPRESSION_MATCHED|SKIP_RETURN_CODE|Disabled")
GTEST_SKIP = re.compile(r"^.*: Skipped\n(.*)$", re.MULTILINE)
QTEST_SKIP = re.compile(r"^SKIP\s*: (.*\n?.*)$", re.MULTILINE)


def reason_of(output: str, fallback: str) -> str:
    for pattern in (GTEST_SKIP, QTEST_SKIP):
        found = pattern.search(output)
        if found:
            return " ".join(found.group(1).split())
    return fallback


def outcome_of(case: ElementTree.Element) -> tuple[str, str]:
    """"passed", "failed" or "skipped", and the output or the reason."""
    output = case.findtext("system-out") or ""
    skipped = case.find("skipped")
    message = skipped.get("message", "") if skipped is not None else ""
    if case.get("status") == "run":
        return "passed", output
    if case.get("status") == "disabled" or SKIPPED_ON_PURPOSE.search(message):
        return "skipped", reason_of(output, message or "disabled")
    return "failed", output or message


def partly_skipped(output: str) -> list[str]:
    """What a QTest program passed over while the rest of it ran."""
    return [" ".join(found.split()) for found in QTEST_SKIP.findall(output)]


def summarise(path: Path, counts: Counter) -> None:
    name = path.parent.name
    if not path.exists():
        print(f"{name}: no results; the build or ctest stopped before them")
        counts["failed"] += 1
        return
    reasons: Counter = Counter()
    for case in ElementTree.parse(path).getroot().iter("testcase"):
        outcome, text = outcome_of(case)
        counts[outcome] += 1
        if outcome == "failed":
            print(f"FAILED {name}: {case.get('name')}\n{text.rstrip()}\n")
        elif outcome == "skipped":
            reasons[text] += 1
        else:
            reasons.update(f"{case.get('name')}: {part}" for part in partly_skipped(text))
    for reason, times in sorted(reasons.items()):
        print(f"skipped in {name}: {reason}" + (f" ({times} tests)" if times > 1 else ""))


def main(paths: list[str]) -> int:
    counts: Counter = Counter()
    for path in paths:
        summarise(Path(path), counts)
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 1 if counts["failed"] or not counts["passed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
