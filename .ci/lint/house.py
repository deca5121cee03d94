# SPDX-License-Identifier: Apache-2.0
"""Sizes, licence lines, and words that do not belong in a repository."""

from __future__ import annotations

import re
import statistics

from finding import Finding
from sources import WAIVER, Tree

SOURCE_LIMIT = 500
SOURCE_MEDIAN = 160
HEADER_LIMIT = 200
HEADER_MOSTLY = 130  # nine of ten headers
LICENCE = "SPDX-License-Identifier: Apache-2.0"
TEXT_ENDINGS = (".cpp", ".h", ".py", ".sh", ".cmake", ".txt", ".md", ".yaml", ".json", ".qrc", ".ts", ".in")

LEFT_TO_DO = re.compile(r"\b(TO" r"DO|FIX" r"ME|HA" r"CK)\b")
MACHINE_PATH = re.compile(r"(?<![\w.])/(work|root|home/\w+|Users/\w+|opt/\w+)/[\w.]")


def check_sizes(tree: Tree) -> list[Finding]:
    findings = []
    for path in tree.code():
        length = len(tree.lines(path))
        limit = HEADER_LIMIT if path.endswith(".h") else SOURCE_LIMIT
        if length > limit:
            findings.append(Finding(path, length, f"{length} lines; above {limit} a file is split by topic"))
    return findings + check_distribution(tree)


def check_distribution(tree: Tree) -> list[Finding]:
    own = [path for path in tree.code() if path.startswith(("app/", "core/", "ui/"))]
    sources = [len(tree.lines(path)) for path in own if path.endswith(".cpp")]
    headers = sorted(len(tree.lines(path)) for path in own if path.endswith(".h"))
    findings = []
    if sources and statistics.median(sources) > SOURCE_MEDIAN:
        findings.append(Finding("core", 1, f"the median source has {statistics.median(sources):.0f} lines, above {SOURCE_MEDIAN}"))
    if headers and headers[int(0.9 * (len(headers) - 1))] > HEADER_MOSTLY:
        findings.append(Finding("core", 1, f"more than one header in ten is longer than {HEADER_MOSTLY} lines"))
    return findings


def check_licence(tree: Tree) -> list[Finding]:
    findings = []
    scripts = [path for path in tree.paths if path.endswith((".py", ".sh")) or path in ("dev", ".ci/run")]
    for path in [*tree.code(), *scripts]:
        lines = tree.lines(path)
        first = lines[1:2] if lines and lines[0].startswith("#!") else lines[:1]
        if not first or LICENCE not in first[0]:
            findings.append(Finding(path, 1, f"the first line says {LICENCE}"))
    return findings


def check_guards(tree: Tree) -> list[Finding]:
    return [Finding(path, 1, "a header has #pragma once") for path in tree.headers()
            if "#pragma once" not in tree.lines(path)]


def check_words(tree: Tree) -> list[Finding]:
    findings = []
    for path in tree.paths:
        if not path.endswith(TEXT_ENDINGS) and path not in ("dev", ".ci/run") or path.startswith("tests/data/"):
            continue
        for number, line in enumerate(tree.lines(path), start=1):
            if WAIVER in line:
                continue
            if LEFT_TO_DO.search(line):
                findings.append(Finding(path, number, "finish it, or write it down as an issue"))
            if MACHINE_PATH.search(line):
                findings.append(Finding(path, number, "a path of one machine"))
    return findings


def check(tree: Tree) -> list[Finding]:
    return check_sizes(tree) + check_licence(tree) + check_guards(tree) + check_words(tree)
