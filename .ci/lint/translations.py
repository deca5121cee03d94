# SPDX-License-Identifier: Apache-2.0
"""Every text of the window is in every translation, and finished. lupdate reads the sources into a copy."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import sentences
from finding import Finding
from sources import Tree

LUPDATE_PLACES = ("lupdate", "/usr/lib/qt6/bin/lupdate", "/usr/lib64/qt6/bin/lupdate")
Key = tuple[str, str, str]


def find_lupdate() -> str | None:
    return next((found for place in LUPDATE_PLACES if (found := shutil.which(place))), None)


def messages(catalogue: Path) -> dict[Key, ElementTree.Element]:
    """Context, text and disambiguation of every message that is still used."""
    found = {}
    for context in ElementTree.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") not in ("vanished", "obsolete"):
                key = (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", ""))
                found[key] = translation
    return found


def is_finished(translation: ElementTree.Element) -> bool:
    forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
    return translation.get("type") != "unfinished" and all(form.strip() for form in forms)


def used_now(tree: Tree, lupdate: str) -> set[Key]:
    sources = [str(tree.root / path) for path in tree.code() if path.startswith(("ui/", "app/"))]
    with tempfile.TemporaryDirectory() as folder:
        speaking = [path for path in tree.code() if path.startswith(("core/", "ui/"))]
        sources += [str(copy) for copy in sentences.write_copies(tree.root, speaking, Path(folder))]
        fresh = Path(folder) / "fresh_zh_CN.ts"
        # Include folders make lupdate resolve the namespaces of our classes.
        command = [lupdate, "-silent", "-locations", "none", "-I", str(tree.root), *sources, "-ts", str(fresh)]
        subprocess.run(command, check=True, capture_output=True)
        return set(messages(fresh))


def check(tree: Tree) -> list[Finding]:
    catalogues = [path for path in tree.paths if path.endswith(".ts") and "_en" not in Path(path).name]
    lupdate = find_lupdate()
    if not catalogues:
        return []
    if lupdate is None:
        return [Finding(catalogues[0], 1, "lupdate is not installed, so nobody knows whether this is complete")]
    used = used_now(tree, lupdate)
    findings = []
    for path in catalogues:
        known = messages(tree.root / path)
        findings += [Finding(path, 1, f'{key[0]}: "{key[1]}" is not in the file; run ./dev translations')
                     for key in sorted(used - set(known))]
        findings += [Finding(path, 1, f'{key[0]}: "{key[1]}" is no longer used; run ./dev translations')
                     for key in sorted(set(known) - used)]
        findings += [Finding(path, 1, f'{key[0]}: "{key[1]}" is not translated')
                     for key in sorted(used & set(known)) if not is_finished(known[key])]
    return findings
