"""Gaps that belong to text grow with it."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout

from app.ui.look.choice import enlarge

PROPERTY = "gaps"  # of a layout, in pixels of scale 1: between its parts, then at its edges


def set_gaps(layout: QLayout, between: int, *edges: int) -> None:
    """Give a layout its gaps in pixels of scale 1, now and at every other scale.

    Args:
        layout: what gets them.
        between: between its parts.
        edges: left, top, right and bottom; what was set before where none are given.
    """
    kept = layout.property(PROPERTY)
    layout.setProperty(PROPERTY, [between, *(edges or (kept[1:] if kept else ()))])
    apply_gaps(layout)


def apply_gaps(layout: QLayout) -> None:
    """Give a layout the gaps that were set, at the scale of now."""
    gaps = layout.property(PROPERTY)
    if not gaps:
        return
    between, *edges = (enlarge(gap) for gap in gaps)
    layout.setSpacing(between)
    if edges:
        layout.setContentsMargins(*edges)
