#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Reads Insights as a screen reader does: the cards, charts as tables of their values, and the list of all figures.

usage: insights_by_at_spi.py PATH-OF-ASSIZE
"""
import sys

from at_spi import descendants, named, run, wait_for, window_of


def cells(atspi, table):
    """A table row by row, its header first where the table counts one among its rows."""
    return [[atspi.Table.get_accessible_at(table, row, column).get_name()
             for column in range(atspi.Table.get_n_columns(table))] for row in range(atspi.Table.get_n_rows(table))]


def showing(atspi, find):
    """What find() gives, once it is on the screen."""
    def shown():
        node = find()
        return node if node is not None and node.get_state_set().contains(atspi.StateType.SHOWING) else None
    return shown


def click(atspi, node):
    place = atspi.Component.get_extents(node, atspi.CoordType.SCREEN)
    atspi.generate_mouse_event(place.x + place.width // 2, place.y + place.height // 2, "b1c")


def expect_row(atspi, table, wanted):
    """A table of this name holds this row, as soon as it is computed."""
    print("row: %r" % wait_for("row %r" % (wanted,), lambda: next(
        (row for row in cells(atspi, table()) if row == wanted), None) if table() else None))


def insights(atspi):
    frame = window_of(atspi)
    card = wait_for("card", named(frame, "push button", "Agreement: 54.2 %", "n 24"))
    print("card: " + card.get_name())
    chart = named(frame, "table", "Win rate of A")
    wait_for("chart", chart)
    expect_row(atspi, chart, ["Items", "Win rate of A", "Decided"])
    expect_row(atspi, chart, ["All items", "50.0 % [29.0, 71.0]", "18"])
    if "the judge says A in 50.0 % of items" not in chart().get_description():
        sys.exit("failed: the chart is described as %r" % chart().get_description())
    expect_row(atspi, named(frame, "table", "Position consistency"), ["rubric-illustration v1", "19", "2", "2", "2", "25"])
    empty = wait_for("chart without values", named(frame, "table", "Calibration"))
    if "ewer than 50 items" not in empty.get_description():
        sys.exit("failed: an empty chart says %r" % empty.get_description())
    tips = [words for node in descendants(frame) for words in (node.get_name(), node.get_description())
            if words and "<span" in words]
    if tips:
        sys.exit("failed: markup is read: %r" % tips)

    side = wait_for("picker of sides", named(frame, "combo box", "By category"))
    click(atspi, side)
    click(atspi, wait_for("choice", showing(atspi, named(side, "list item", "All figures"))))
    figures = showing(atspi, named(frame, "table", "All figures of this run"))
    wait_for("list of figures", figures)
    expect_row(atspi, figures, ["Cohen's kappa, both orders", "0.312", "0.004 to 0.598", "n = 24"])
    expect_row(atspi, figures, ["Flips by padding", "\u2013", "", "n = 0"])


if __name__ == "__main__":
    run(["--mode", "insights"], insights)
