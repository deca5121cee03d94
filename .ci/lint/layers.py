# SPDX-License-Identifier: Apache-2.0
"""Who may include whom. A folder of core includes only itself and folders on lower lines; core and the command line
know no Qt; a few dear or dangerous headers are met in one place only."""

from __future__ import annotations

import re

from finding import Finding
from sources import WAIVER, Tree

CORE_LINES = (
    ("base",),
    ("model",),
    ("session", "net"),
    ("judge", "reply", "endpoint"),
    ("import", "export", "metrics", "filter"),
    ("chart",),
    ("run", "batch"),
    ("report",),
)
CORE_LINE = {folder: line for line, folders in enumerate(CORE_LINES) for folder in folders}

# Include (by its beginning) and the only places that may have it.
ONE_PLACE = {
    "CLI/": ("app/cli_main.cpp",),
    "spdlog/": ("core/base/log.cpp",),
    "sqlite3.h": ("core/session/", "tests/", "bench/"),
    "SQLiteCpp/": ("core/session/", "tests/", "bench/"),
    "curl/": ("core/net/",),
    "valijson/": ("core/judge/", "core/endpoint/"),
}
NOT_IN_HEADERS = ("nlohmann/json.hpp", "yaml-cpp/", "spdlog/", "boost/")
# Where core's threads and the session's writing side are met by the window.
BRIDGE_ONLY = ("core/run/", "core/batch/", "core/net/", "core/session/session_writer.h")

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^">]+)[">]')
QT_HEADER = re.compile(r"^(Q[A-Z]\w*|Qt\w+/.*|qt6keychain/.*|QtTest)$")


def includes(tree: Tree, path: str) -> list[tuple[int, str]]:
    found = []
    for number, line in enumerate(tree.lines(path), start=1):
        match = INCLUDE.match(line)
        if match and WAIVER not in line:
            found.append((number, match.group(1)))
    return found


def is_core_side(path: str) -> bool:
    return path.startswith(("core/", "app/cli", "tests/core/", "tests/e2e/"))


def core_breach(path: str, header: str) -> str | None:
    """A core folder reaching sideways or upwards."""
    own, other = path.split("/")[1], header.split("/")[1]
    if other not in CORE_LINE or own not in CORE_LINE:
        return f"core/{other if other not in CORE_LINE else own} has no line in .ci/lint/layers.py"
    if own != other and CORE_LINE[other] >= CORE_LINE[own]:
        return f"core/{own} may not include core/{other}, which is not on a lower line"
    return None


def breach(path: str, header: str) -> str | None:
    if is_core_side(path) and QT_HEADER.match(header):
        return f"{header} is Qt; core and the command line do not know it"
    if is_core_side(path) and header.startswith("ui/"):
        return "the window's code is not for core or the command line"
    if path.startswith("core/") and header.startswith(("app/", "tests/")):
        return f"core may not include {header.split('/')[0]}/"
    if path.startswith("core/") and header.startswith("core/"):
        return core_breach(path, header)
    if path.startswith("ui/") and header.startswith("app/"):
        return "ui may not include app/"
    if path.startswith("ui/") and not path.startswith("ui/bridge/") and header.startswith(BRIDGE_ONLY):
        return "only ui/bridge meets core's threads and the session's writer"
    if path.startswith("ui/widgets/") and header.startswith(("ui/bridge/", "ui/models/", "core/session/")):
        return "ui/widgets know no session"
    return None


def place_breach(path: str, header: str) -> str | None:
    for beginning, places in ONE_PLACE.items():
        if header.startswith(beginning) and not path.startswith(places):
            return f"{header} is included in {' and '.join(places)} only"
    if path.endswith(".h") and not path.startswith("tests/") and header.startswith(NOT_IN_HEADERS):
        return f"{header} is dear to compile: forward declare here and include it in the source"
    if re.search(r"\.\./", header):
        return "include by path from the root of the project"
    return None


def check(tree: Tree) -> list[Finding]:
    findings = []
    for path in tree.code():
        for number, header in includes(tree, path):
            message = breach(path, header) or place_breach(path, header)
            if message:
                findings.append(Finding(path, number, message))
    return findings
