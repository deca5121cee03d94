#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Reviews as a screen reader does: reads the item list and the rubric, presses a label, reads that it is down.

usage: review_by_at_spi.py PATH-OF-ASSIZE
"""
import sys

from at_spi import descendants, named, press, run, wait_for, window_of


def review(atspi):
    frame = window_of(atspi)
    row = wait_for("row of the list", named(frame, "list item", "Judge ", "Human ", "argin "))
    print("row: " + row.get_name())
    criterion = wait_for("row of the rubric", named(frame, "table cell", "Criterion 1, ", "weight 0.", "score A ",
                                                    "score B "))
    print("criterion: " + criterion.get_name())
    answer = wait_for("response A", named(frame, "text", "Response A, ", " words, "))
    text = atspi.Text.get_text(answer, 0, 200)
    if "single journey" not in text:
        sys.exit("failed: response A reads %r" % text)
    wait_for("margin", named(frame, "filler", "Margin: ", "positive favours A"))

    label = wait_for("label", named(frame, "check box", "Label: B better, key 5"))
    if label.get_state_set().contains(atspi.StateType.CHECKED):
        sys.exit("failed: the label is down before it is pressed")
    press(atspi, label)
    wait_for("label that is down", named(frame, "check box", "Label: B better, key 5, checked"))
    wait_for("checked label", lambda: label.get_state_set().contains(atspi.StateType.CHECKED))
    print("pressed: " + label.get_name())
    wait_for("announcement", lambda: next(
        (node for node in descendants(frame) if node.get_description() == "Saved: B better"), None))


if __name__ == "__main__":
    run(["--item", "rail-007"], review)
