# SPDX-License-Identifier: Apache-2.0
"""The form of recent commit messages: subject up to 72 characters without a full stop, an empty line, a wrapped body."""

from __future__ import annotations

from finding import Finding
from sources import Tree, git, last_commits

SUBJECT_WIDTH = 72
BODY_WIDTH = 80  # wrapped at 72; a name may stick out


def problems_of(message: list[str]) -> list[str]:
    subject = message[0] if message else ""
    problems = []
    if len(subject) > SUBJECT_WIDTH:
        problems.append(f"the subject has {len(subject)} characters, above {SUBJECT_WIDTH}")
    if subject.endswith("."):
        problems.append("the subject ends with a full stop")
    if subject[:1].islower():
        problems.append("the subject starts with a capital letter")
    if len(message) > 1 and message[1]:
        problems.append("an empty line stands between subject and body")
    if any(len(line) > BODY_WIDTH and " " in line.strip() for line in message[2:]):
        problems.append("the body is wrapped at 72")
    return problems


def check(tree: Tree) -> list[Finding]:
    findings = []
    for commit in git(tree.root, "rev-list", "--no-merges", last_commits(tree.root) or "HEAD"):
        message = git(tree.root, "show", "-s", "--format=%B", commit)
        findings += [Finding(f"commit {commit[:9]}", 1, problem) for problem in problems_of(message)]
    return findings
