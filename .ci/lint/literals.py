# SPDX-License-Identifier: Apache-2.0
"""Finds words that a person sees in the window and that bypass tr()."""

from __future__ import annotations

import re

from finding import Finding
from sources import WAIVER, Tree

# Calls whose text argument is shown, or read out, to a person.
SHOWING = (
    r"set(?:Text|PlainText|Title|WindowTitle|ToolTip|StatusTip|WhatsThis|PlaceholderText|AccessibleName|"
    r"AccessibleDescription|InformativeText|DetailedText|LabelText|IconText|HeaderData|TabText|TabToolTip|"
    r"Prefix|Suffix|SpecialValueText|NameFilter)"
    r"|add(?:Action|Menu|Tab|Item|Row|Section|ToolBar|DockWidget)|insertItem|showMessage|"
    r"new Q(?:Label|PushButton|CheckBox|RadioButton|GroupBox|Action|Menu|ToolButton|DockWidget)"
)
LITERAL = r'(?:QStringLiteral\s*\(\s*|QLatin1String\s*\(\s*|QString::fromUtf8\s*\(\s*|u8?)?"((?:[^"\\]|\\.)*)"'
SHOWN_LITERAL = re.compile(rf"\b(?:{SHOWING})\s*\(\s*(?:\w+\s*,\s*)?{LITERAL}")
WORD = re.compile(r"[^\W\d_]{2,}")
# lupdate reads tr() and its relatives by name and expands no macro, so a text behind one is never offered for translation.
HIDING_MACRO = re.compile(r"^\s*#\s*define\b.*\b(QT_TR\w*_NOOP\w*|tr|translate)\s*\(")
MARKUP = re.compile(r"%L?\d+|&[a-z]+;|<[^>]*>|\\.|\bAssize\b")  # the name is the same in every language


def is_shown(path: str) -> bool:
    return path.startswith(("ui/", "app/gui"))


def check(tree: Tree) -> list[Finding]:
    findings = []
    for path in tree.code():
        if not is_shown(path):
            continue
        for number, line in enumerate(tree.lines(path), start=1):
            if HIDING_MACRO.search(line):
                findings.append(Finding(path, number, "a macro around a translated text hides it from lupdate"))
            match = SHOWN_LITERAL.search(line)
            if match and WAIVER not in line and WORD.search(MARKUP.sub(" ", match.group(1))):
                findings.append(Finding(path, number, f'"{match.group(1)}" is shown without tr()'))
    return findings
