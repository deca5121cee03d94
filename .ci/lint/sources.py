# SPDX-License-Identifier: Apache-2.0
"""Which files there are, which of them changed, and what they hold."""

from __future__ import annotations

import functools
import subprocess
from dataclasses import dataclass
from pathlib import Path

RECENT_COMMITS = 5
CODE_FOLDERS = ("app/", "bench/", "core/", "tests/", "ui/")
WAIVER = "lint-allow:"  # in a comment on the line, followed by the reason


def git(root: Path, *arguments: str) -> list[str]:
    # A clone made by another user is still ours to read.
    command = ["git", "-c", f"safe.directory={root}", "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def has_commit(root: Path, name: str) -> bool:
    command = ["git", "-c", f"safe.directory={root}", "-C", str(root), "rev-parse", "-q", "--verify", f"{name}^{{commit}}"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def last_commits(root: Path) -> str | None:
    """The range "base..HEAD" that a lint of recent work looks at: the commits of this branch, or the last few of main.
    None where the history is shorter than that."""
    bases = []
    if has_commit(root, "main"):
        bases = git(root, "merge-base", "HEAD", "main")
    if not bases or bases == git(root, "rev-parse", "HEAD"):
        bases = git(root, "rev-list", f"--skip={RECENT_COMMITS}", "--max-count=1", "HEAD")
    return f"{bases[0]}..HEAD" if bases else None


def changed_paths(root: Path) -> set[str]:
    span = last_commits(root)
    committed = git(root, "diff", "--name-only", span) if span else git(root, "ls-files")
    return {*committed, *git(root, "diff", "--name-only", "HEAD"), *git(root, "ls-files", "-o", "--exclude-standard")}


@functools.cache
def read_lines(path: Path) -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8").splitlines())


@dataclass(frozen=True)
class Tree:
    """The files of a clone: paths relative to its root, with "/"."""

    root: Path
    paths: tuple[str, ...]
    changed: frozenset[str]
    everything: bool = False  # dear checks look at all files, not only at the changed ones

    @staticmethod
    def of(root: Path, everything: bool) -> "Tree":
        listed = git(root, "ls-files", "-c", "-o", "--exclude-standard")
        paths = tuple(sorted(path for path in set(listed) if (root / path).is_file()))
        changed = frozenset(paths if everything else changed_paths(root).intersection(paths))
        return Tree(root, paths, changed, everything)

    def lines(self, path: str) -> tuple[str, ...]:
        return read_lines(self.root / path)

    def code(self) -> list[str]:
        return [path for path in self.paths if path.startswith(CODE_FOLDERS) and path.endswith((".cpp", ".h"))]

    def headers(self) -> list[str]:
        return [path for path in self.code() if path.endswith(".h")]

    def changed_code(self) -> list[str]:
        return [path for path in self.code() if path in self.changed]
