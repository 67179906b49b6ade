"""HEALTH: what tells how healthy the connection is. A new thing to tell is a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from app.settings import WAYS
from app.ui.actions import find_keys
from app.ui.figures import group_openly
from app.ui.labels import Label, caption
from app.ui.look import GRID, Role, enlarge, set_gaps
from app.ui.phases import find_quota, is_current, is_scarce, word_quota, word_quota_briefly, word_renewal
from app.words import show
from app.words import window as words

if TYPE_CHECKING:
    from app.ui.panes.header.source import HeaderFrame
    from app.words import Phrase

WIDTH_PX = 420


class HealthRow(NamedTuple):
    """Something that tells how healthy the connection is.

    Attributes:
        name: what it is.
        about: what that means; the keys of the action stand in it where it names one.
        write: its value now; `way` is the name of the way in that is chosen.
        warn: a few words for the chip when it is not as it should be; empty while it is.
        action: whose keys lead on from there, a row of ACTIONS; empty for none.
    """

    name: str
    about: Phrase
    write: Callable[[HeaderFrame, str], str]
    warn: Callable[[HeaderFrame], str] = lambda _: ""
    action: str = ""

    def explain(self) -> str:
        """What it means, with the keys of now."""
        return self.about.fill(keys=find_keys(self.action)) if self.action else self.about


def _write_quota(frame: HeaderFrame, _way: str) -> str:
    quota = frame.status.quota
    line = word_quota(find_quota(quota, frame.now_ms)) or word_renewal(quota, frame.now_ms)
    return line or words.QUOTA_UNKNOWN


def _warn_quota(frame: HeaderFrame) -> str:
    quota = find_quota(frame.status.quota, frame.now_ms)
    return word_quota_briefly(quota) if is_scarce(quota) else ""


def _warn_gaps(frame: HeaderFrame) -> str:
    return words.SOME_GAPS.fill(count=frame.gaps, number=group_openly(frame.gaps)) if frame.gaps else ""


def _warn_unreadable(frame: HeaderFrame) -> str:
    number = group_openly(frame.unreadable)
    return words.SOME_UNREADABLE.fill(number=number) if frame.unreadable else ""


# What the chip says first stands first.
HEALTH = (
    HealthRow(words.QUOTA, words.ABOUT_QUOTA, _write_quota, _warn_quota),
    HealthRow(
        words.UNREADABLE,
        words.ABOUT_UNREADABLE,
        lambda frame, _: group_openly(frame.unreadable),
        _warn_unreadable,
        "inspect",
    ),
    HealthRow(words.GAPS, words.ABOUT_GAPS, lambda frame, _: group_openly(frame.gaps), _warn_gaps),
    HealthRow(words.RECONNECTS, words.ABOUT_RECONNECTS, lambda frame, _: group_openly(frame.reconnects)),
    HealthRow(words.PASSED_OVER, words.ABOUT_PASSED_OVER, lambda frame, _: group_openly(frame.passed_over)),
    HealthRow(words.USED_WAY, words.ABOUT_USED_WAY, lambda _, way: WAYS[way].title, action="ways"),
)


def sum_up_health(frame: HeaderFrame) -> tuple[str, Role]:
    """A few words for the chip, and the role of their colour; none before anything came."""
    warning = next(filter(None, (row.warn(frame) for row in HEALTH)), "")
    if warning:
        return warning, "warn"
    well = words.ALL_WELL if is_current(frame.status, frame.now_ms) else ""
    return word_quota_briefly(find_quota(frame.status.quota, frame.now_ms)) or well, "muted"


class HealthCard(QFrame):
    """Tells each row with its value and what it means; it goes when something else is clicked, or by Esc."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAccessibleName(show(words.HEALTH))
        self.values = [Label(size="title", bold=True) for _ in HEALTH]
        self._abouts = [caption(row.explain()) for row in HEALTH]
        grid = QGridLayout(self)
        set_gaps(grid, GRID, 2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        for at, row in enumerate(HEALTH):
            self.values[at].setWordWrap(True)
            grid.addWidget(
                Label(row.name, size="title", colour="muted"), 2 * at, 0, Qt.AlignmentFlag.AlignTop
            )
            grid.addWidget(self.values[at], 2 * at, 1)
            grid.addWidget(self._abouts[at], 2 * at + 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)

    def present(self, frame: HeaderFrame, way: str) -> None:
        """Show how it is now."""
        for label, row in zip(self.values, HEALTH, strict=True):
            label.present(row.write(frame, way))
            label.tint("warn" if row.warn(frame) else "text")
        for about, row in zip(self._abouts, HEALTH, strict=True):
            about.present(row.explain())

    def open_below(self, widget: QWidget) -> None:
        """Open below a widget, as far as the screen has room there."""
        screen = widget.screen().availableGeometry()
        width = min(enlarge(WIDTH_PX), screen.width())
        self.setFixedWidth(width)
        height = min(self.heightForWidth(width), screen.height())
        self.resize(width, height)
        corner = widget.mapToGlobal(QPoint(widget.width() - width, widget.height() + enlarge(GRID // 2)))
        self.setGeometry(_move_inside(QRect(corner, self.size()), screen))
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def _move_inside(place: QRect, screen: QRect) -> QRect:
    left = max(screen.left(), min(place.left(), screen.right() + 1 - place.width()))
    top = max(screen.top(), min(place.top(), screen.bottom() + 1 - place.height()))
    return QRect(QPoint(left, top), place.size())
