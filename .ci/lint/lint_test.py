# SPDX-License-Identifier: Apache-2.0
"""Shows each check a small tree that breaks its rule, and one that keeps it."""

import json
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import commits  # noqa: E402
import compiling  # noqa: E402
import house  # noqa: E402
import layers  # noqa: E402
import literals  # noqa: E402
import sentences  # noqa: E402
import translations  # noqa: E402
from sources import Tree  # noqa: E402

LICENCE = "// SPDX-License-Identifier: Apache-2.0\n"


class LintTest(unittest.TestCase):
    def tree(self, files: dict[str, str]) -> Tree:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        root = Path(folder.name).resolve()
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        return Tree(root, tuple(sorted(files)), frozenset(files))

    def found(self, check, files: dict[str, str]) -> list[str]:
        return [str(finding) for finding in check(self.tree(files))]

    def test_lower_folders_may_be_included(self):
        self.assertEqual([], self.found(layers.check, {
            "core/run/plan.cpp": '#include "core/session/session.h"\n#include "core/run/plan.h"\n#include <string>\n'}))

    def test_higher_and_sideways_folders_may_not(self):
        self.assertEqual(
            ["core/judge/a.cpp:1: core/judge may not include core/reply, which is not on a lower line",
             "core/model/a.cpp:2: core/model may not include core/run, which is not on a lower line"],
            self.found(layers.check, {"core/judge/a.cpp": '#include "core/reply/reply_format.h"\n',
                                      "core/model/a.cpp": '\n#include "core/run/plan.h"\n'}))

    def test_core_and_command_line_know_no_qt(self):
        self.assertEqual(2, len(self.found(layers.check, {
            "core/base/a.cpp": "#include <QString>\n", "app/cli/b.cpp": '#include "ui/support/theme.h"\n',
            "ui/support/c.cpp": "#include <QString>\n"})))

    def test_dear_headers_have_one_place(self):
        self.assertEqual(2, len(self.found(layers.check, {
            "core/base/log.cpp": "#include <spdlog/spdlog.h>\n", "core/model/a.cpp": "#include <spdlog/spdlog.h>\n",
            "core/model/a.h": "#include <nlohmann/json.hpp>\n", "core/model/b.h": "#include <nlohmann/json_fwd.hpp>\n"})))

    def test_only_the_bridge_meets_the_writer(self):
        include = '#include "core/session/session_writer.h"\n'
        self.assertEqual(["ui/review/a.cpp:1: only ui/bridge meets core's threads and the session's writer"],
                         self.found(layers.check, {"ui/review/a.cpp": include, "ui/bridge/b.cpp": include}))

    def test_long_files_are_found(self):
        self.assertEqual(["tests/support/a.h:201: 201 lines; above 200 a file is split by topic"],
                         self.found(house.check_sizes, {"tests/support/a.h": "\n" * 201, "core/b.cpp": "\n" * 160}))

    def test_the_median_source_is_watched(self):
        self.assertEqual(["core:1: the median source has 161 lines, above 160"],
                         self.found(house.check_sizes, {"core/base/a.cpp": "\n" * 161}))

    def test_licence_comes_first_or_after_the_interpreter(self):
        self.assertEqual(["core/b.cpp:1: the first line says SPDX-License-Identifier: Apache-2.0"],
                         self.found(house.check_licence, {"core/a.cpp": LICENCE, "core/b.cpp": "\n" + LICENCE,
                                                          "x.py": "#!/usr/bin/env python3\n#" + LICENCE}))

    def test_unfinished_work_and_machine_paths_are_found(self):
        self.assertEqual(2, len(self.found(house.check_words, {
            "core/a.cpp": "// TO" "DO later\n", "docs/b.md": "see /ho" "me/ann/notes\n",
            "docs/c.md": "~/.config/assize and https://example.org/work\n",
            "core/d.cpp": "// /ho" "me/ann/x  lint-allow: what a person may type\n"})))

    def test_shown_words_go_through_tr(self):
        self.assertEqual(
            ['ui/a.cpp:1: "Save as" is shown without tr()'],
            self.found(literals.check, {"ui/a.cpp": 'm_button->setText(QStringLiteral("Save as"));\n'
                                                    'm_button->setText(tr("Save as"));\n'
                                                    'm_button->setObjectName(QStringLiteral("saveButton"));\n'
                                                    'm_label->setText(QStringLiteral("%1 / %2").arg(a).arg(b));\n'}))

    def test_macros_do_not_hide_texts_from_lupdate(self):
        self.assertEqual(["ui/a.cpp:1: a macro around a translated text hides it from lupdate"],
                         self.found(literals.check, {"ui/a.cpp": '#define TEXT(text) QT_TRANSLATE_NOOP("Actions", text)\n'
                                                                 '#define LIMIT (3)\n'}))

    def test_commit_messages(self):
        self.assertEqual([], commits.problems_of(["Read pairs from JSON Lines", "", "They come that way."]))
        self.assertEqual(["the subject has 73 characters, above 72"], commits.problems_of(["A" * 73]))
        self.assertEqual(["the subject ends with a full stop", "the subject starts with a capital letter",
                          "an empty line stands between subject and body"], commits.problems_of(["fix it.", "now"]))

    def test_unfinished_translations_are_told_apart(self):
        tree = self.tree({"a.ts": '<TS><context><name>Window</name>'
                                  '<message><source>Open</source><translation>打开</translation></message>'
                                  '<message><source>Save</source><translation type="unfinished"/></message>'
                                  '<message><source>Old</source><translation type="vanished">旧</translation></message>'
                                  '</context></TS>'})
        known = translations.messages(tree.root / "a.ts")
        self.assertEqual({("Window", "Open", ""): True, ("Window", "Save", ""): False},
                         {key: translations.is_finished(value) for key, value in known.items()})

    def test_sentences_of_the_core_are_seen(self):
        tree = self.tree({"core/a.cpp": 'return said("line %1 "\n    "is empty", line);\n', "core/b.cpp": "int said(int);\n"})
        with tempfile.TemporaryDirectory() as folder:
            copies = sentences.write_copies(tree.root, list(tree.paths), Path(folder))
            self.assertEqual(['return QT_TRANSLATE_NOOP("Core", "line %1 "\n    "is empty"), (0, line);\n'],
                             [copy.read_text(encoding="utf-8") for copy in copies])

    def test_headers_count_as_part_of_a_file(self):
        tree = self.tree({"core/a.cpp": '#include "core/a.h"\n', "core/a.h": '#include "core/b.h"\n', "core/b.h": "\n"})
        memory = compiling.Remembered(tree, "tidy", "")
        before = memory.mark("core/a.cpp", ["tidy"])
        (tree.root / "core/b.h").write_text("int b();\n", encoding="utf-8")
        self.assertNotEqual(before, memory.mark("core/a.cpp", ["tidy"]))

    def test_a_group_gives_its_members_their_command(self):
        tree = self.tree({"core/a.cpp": "", "core/b.cpp": "", "build/dev/Unity/unity_core_0_cxx.cxx": ""})
        members = [tree.root / "core/a.cpp", tree.root / "core/b.cpp"]
        group = tree.root / "build/dev/Unity/unity_core_0_cxx.cxx"
        group.write_text("".join(f'#include "{path}"\n' for path in members), encoding="utf-8")
        database = tree.root / "build/dev/compile_commands.json"
        database.write_text(json.dumps([{"directory": "/", "file": str(group), "command": f"ccache c++ -DX -o g.o -c {group}"}]),
                            encoding="utf-8")
        self.assertEqual({"core/a.cpp": ["c++", "-DX"], "core/b.cpp": ["c++", "-DX"]}, compiling.compile_commands(tree))
        written = json.loads((tree.root / "build/lint/compile_commands.json").read_text(encoding="utf-8"))
        self.assertEqual([str(path) for path in members], [entry["file"] for entry in written])

    def test_diagnostics_are_read(self):
        self.assertEqual(["core/a.cpp:7: unused [-Wx]"], [str(finding) for finding in compiling.findings_in(
            "/tree/core/a.cpp:7:3: error: unused [-Wx]\n  7 | x\n", Path("/tree"), "core/a.cpp")])


if __name__ == "__main__":
    unittest.main()
