# SPDX-License-Identifier: Apache-2.0
"""What the core says to people, made readable for lupdate: said("…") stands in copies of the files as
QT_TRANSLATE_NOOP("Core", "…"). The core itself knows no Qt. Usage: sentences.py FOLDER FILE…, prints the copies."""

from __future__ import annotations

import re
import sys
from pathlib import Path

SAID = re.compile(r'\bsaid\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')


def readable(text: str) -> str:
    # lupdate takes what stands behind the text for its disambiguation: the arguments go elsewhere.
    return SAID.sub(lambda found: f'QT_TRANSLATE_NOOP("Core", {found[1]}), (0', text)


def write_copies(root: Path, paths: list[str], folder: Path) -> list[Path]:
    """One copy of every file that says something; numbered, since lupdate wants no folders."""
    copies = []
    for path in paths:
        text = (root / path).read_text(encoding="utf-8")
        if SAID.search(text):
            copy = folder / f"{len(copies):04}.cpp"
            copy.write_text(readable(text), encoding="utf-8")
            copies.append(copy)
    return copies


if __name__ == "__main__":
    for written in write_copies(Path.cwd(), sys.argv[2:], Path(sys.argv[1])):
        print(written)
