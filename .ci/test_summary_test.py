# SPDX-License-Identifier: Apache-2.0
"""The counting of test results, on files as ctest writes them."""

import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import test_summary  # noqa: E402

PASSED = '<testcase name="a" status="run"><system-out>ok</system-out></testcase>'
FAILED = '<testcase name="b" status="fail"><failure message="Failed"/><system-out>1 is not 2</system-out></testcase>'
SKIPPED = ('<testcase name="c" status="notrun"><skipped message="SKIP_REGULAR_EXPRESSION_MATCHED"/>'
           '<system-out>x_test.cpp:7: Skipped\nno data at hand\n\n</system-out></testcase>')
ABSENT = '<testcase name="d" status="notrun"><skipped message="Unable to find executable"/></testcase>'


class TestSummaryTest(unittest.TestCase):
    def summary(self, cases: str) -> tuple[int, list[str]]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "dev" / "junit.xml"
            path.parent.mkdir()
            path.write_text(f"<testsuite>{cases}</testsuite>", encoding="utf-8")
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                status = test_summary.main([str(path)])
            return status, out.getvalue().splitlines()

    def test_skips_are_counted_with_their_reason(self):
        self.assertEqual((0, ["skipped in dev: no data at hand", "1 passed, 0 failed, 1 skipped"]),
                         self.summary(PASSED + SKIPPED))

    def test_failures_show_their_output(self):
        self.assertEqual((1, ["FAILED dev: b", "1 is not 2", "", "1 passed, 1 failed, 0 skipped"]),
                         self.summary(PASSED + FAILED))

    def test_a_program_that_is_not_there_has_failed(self):
        status, lines = self.summary(PASSED + ABSENT)
        self.assertEqual((1, "1 passed, 1 failed, 0 skipped"), (status, lines[-1]))

    def test_no_test_at_all_is_a_failure(self):
        self.assertEqual((1, ["0 passed, 0 failed, 0 skipped"]), self.summary(""))


if __name__ == "__main__":
    unittest.main()
