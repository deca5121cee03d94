# SPDX-License-Identifier: Apache-2.0
"""The checks that run a compiler's tool on files: format, clang-tidy, headers that compile alone. What was clean once is
remembered under build/lint by everything the answer depends on."""

from __future__ import annotations

import hashlib
import json
import re
import shlex
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from finding import Finding
from sources import Tree

CLANG_FORMAT = "clang-format-14"
CLANG_TIDY = "clang-tidy-19"
DATABASE = "build/lint"
TIDY_SETTINGS = (".clang-tidy", "tests/.clang-tidy", "cmake/AssizeFlags.cmake")
DIAGNOSTIC = re.compile(r"^(?P<path>[^\s:][^:]*):(?P<line>\d+):\d+: (?:fatal )?(?:error|warning): (?P<message>.*)$")
PROJECT_INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"')


GROUP_MEMBER = re.compile(r'^#include "([^"]+)"$', re.MULTILINE)


def sources_of(entry: dict[str, str]) -> list[Path]:
    """The source of an entry of the compile commands; those that it includes if CMake compiles a group as one."""
    source = Path(entry["file"])
    if "/Unity/unity_" not in entry["file"]:
        return [source]
    return [Path(member) for member in GROUP_MEMBER.findall(source.read_text(encoding="utf-8"))]


def compile_commands(tree: Tree) -> dict[str, list[str]]:
    """Path of each source in the dev build to the compiler's arguments, without input and output. build/lint gets a
    database of them for clang-tidy, in which no source hides in a group."""
    entries = json.loads((tree.root / "build/dev/compile_commands.json").read_text(encoding="utf-8"))
    commands = {}
    database = []
    for entry in entries:
        arguments = shlex.split(entry["command"])
        arguments = arguments[1:] if Path(arguments[0]).name == "ccache" else arguments
        arguments = arguments[: arguments.index("-o")]
        for path in sources_of(entry):
            if path.is_relative_to(tree.root):
                commands[str(path.relative_to(tree.root))] = arguments
                database.append({"directory": entry["directory"], "file": str(path),
                                 "arguments": [*arguments, "-c", str(path)]})
    (tree.root / DATABASE).mkdir(parents=True, exist_ok=True)
    (tree.root / DATABASE / "compile_commands.json").write_text(json.dumps(database, indent=1), encoding="utf-8")
    return commands


def project_headers(tree: Tree, path: str, seen: set[str]) -> set[str]:
    """The file and every header of ours that it includes, at any depth."""
    if path not in seen and (tree.root / path).is_file():
        seen.add(path)
        for line in tree.lines(path):
            match = PROJECT_INCLUDE.match(line)
            if match:
                project_headers(tree, match.group(1), seen)
    return seen


class Remembered:
    """Files that a tool found nothing in, by a digest of their text, their headers, the command and the settings."""

    def __init__(self, tree: Tree, tool: str, settings: str, reads_headers: bool = True) -> None:
        self.tree = tree
        self.reads_headers = reads_headers
        self.folder = tree.root / "build/lint" / tool
        self.folder.mkdir(parents=True, exist_ok=True)
        self.settings = settings

    def mark(self, path: str, command: list[str]) -> Path:
        digest = hashlib.sha256(f"{self.settings}\0{path}\0{command}".encode())
        for part in sorted(project_headers(self.tree, path, set())) if self.reads_headers else [path]:
            digest.update(part.encode() + b"\0" + (self.tree.root / part).read_bytes())
        return self.folder / digest.hexdigest()


def run_tool(command: list[str], root: Path) -> tuple[int, str]:
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def findings_in(output: str, root: Path, path: str) -> list[Finding]:
    found = set()
    for line in output.splitlines():
        match = DIAGNOSTIC.match(line)
        if match:
            where = Path(match["path"])
            name = str(where.relative_to(root)) if where.is_relative_to(root) else match["path"]
            found.add(Finding(name, int(match["line"]), match["message"]))
    return sorted(found) or [Finding(path, 1, output.strip()[:2000])]


def check_each(tree: Tree, jobs: int, memory: Remembered, commands: dict[str, list[str]]) -> list[Finding]:
    """Runs one command for each path, in parallel; a clean one is remembered."""

    def one(path: str) -> list[Finding]:
        mark = memory.mark(path, commands[path])
        if mark.exists():
            return []
        status, output = run_tool(commands[path], tree.root)
        if status != 0:
            return findings_in(output, tree.root, path)
        mark.touch()
        return []

    with ThreadPoolExecutor(jobs) as pool:
        return sorted({finding for findings in pool.map(one, commands) for finding in findings})


def check_format(tree: Tree, jobs: int) -> list[Finding]:
    paths = tree.code()
    memory = Remembered(tree, "format", (tree.root / ".clang-format").read_text(encoding="utf-8"), reads_headers=False)
    commands = {path: [CLANG_FORMAT, "--dry-run", "-Werror", path] for path in paths}
    return check_each(tree, jobs, memory, commands)


def check_tidy(tree: Tree, jobs: int) -> list[Finding]:
    """Changed sources, and the source beside a changed header."""
    known = compile_commands(tree)
    wanted = {path if path.endswith(".cpp") else path[:-1] + "cpp" for path in tree.changed_code()}
    # The dev preset's flags are GCC's, and libstdc++ 12 uses a deprecated function of its own in std::stable_sort.
    foreign = ["--extra-arg=-Wno-unknown-warning-option", "--extra-arg=-Wno-deprecated-declarations"]
    tool = [CLANG_TIDY, "-p", DATABASE, "--quiet", *foreign]
    commands = {path: [*tool, path] for path in sorted(wanted.intersection(known))}
    settings = "".join((tree.root / path).read_text(encoding="utf-8") for path in TIDY_SETTINGS)
    return check_each(tree, jobs, Remembered(tree, "tidy", settings), commands)


def flags_for(header: str, known: dict[str, list[str]]) -> list[str] | None:
    """The arguments of the source that shares most of the header's path."""
    parts = header.split("/")

    def nearness(source: str) -> int:
        return next((i for i, (a, b) in enumerate(zip(parts, source.split("/"))) if a != b), 0)

    nearest = max(known, key=nearness, default=None)
    return known[nearest] if nearest is not None and nearness(nearest) > 0 else None


def check_headers(tree: Tree, jobs: int) -> list[Finding]:
    """Every changed header compiles with nothing before it."""
    known = compile_commands(tree)
    commands = {}
    for path in tree.headers():
        flags = flags_for(path, known) if path in tree.changed else None
        if flags is not None:
            commands[path] = [*flags, "-fsyntax-only", "-include", path, "-x", "c++", "/dev/null"]
    return check_each(tree, jobs, Remembered(tree, "headers", ""), commands)
