"""A number over its name."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import figures
from app.ui.labels import FittingLabel, IconLabel, Label
from app.ui.look import Role, Size, enlarge, set_gaps
from app.words import show
from app.words import window as words

NOTHING = "–"
ICON_PX, GAP_PX = 18, 5


class Figure(QWidget):
    """A number, possibly with its picture and a note beside it, over its name."""

    def __init__(
        self,
        name: str = "",
        icon: str = "",
        colour: Role = "text",
        *,
        size: Size = "heading",
        is_centred: bool = False,
    ) -> None:
        super().__init__()
        self.name = name
        self.value = Label(NOTHING, size=size, colour=colour, bold=True)
        self.caption = FittingLabel(name, size="caption", colour="muted")
        self.note = Label("", size="caption", colour="muted", bold=True)
        self.note.hide()
        self._line: list[QWidget] = [self.value]
        if icon:
            self._line.insert(0, IconLabel(icon, colour, ICON_PX))
        self._lay_out(is_centred=is_centred)

    @property
    def has_value(self) -> bool:
        """Whether there is a number to show."""
        return self.value.text() != NOTHING

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for the number and for its name, as they are now: layouts learn of that later."""
        width = self.plain_px + (0 if self.note.isHidden() else self.note_px)
        height = self.value.sizeHint().height() + self.caption.sizeHint().height()
        return QSize(max(width, self.caption.least_px), height)

    @property
    def plain_px(self) -> int:
        """The width without the note."""
        line = [part.sizeHint().width() for part in self._line]
        return max(sum(line) + enlarge(GAP_PX) * (len(line) - 1), self.caption.least_px)

    @property
    def note_px(self) -> int:
        """What the note needs besides; 0 where there is none."""
        return self.note.sizeHint().width() + enlarge(GAP_PX) if self.note.text() else 0

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The number is never cut."""
        return self.sizeHint()

    def present(self, value: str, exact: str = "") -> None:
        """Show a number; `exact` is the full one where it was shortened."""
        self.value.present(value)
        self.value.setToolTip(exact)
        self.setAccessibleName(show(words.FIGURE.fill(name=self.name, value=exact or value)))

    def count(self, number: int | None) -> None:
        """Show a count; before the first there is none."""
        if number is None:
            self.present(NOTHING)
        else:
            self.present(figures.compact(number), figures.group_digits(number))

    def describe(self, *wordings: str) -> None:
        """Say what the number is now, longest wording first."""
        self.name = wordings[0]
        self.caption.word(*wordings)

    def mark(self, note: str, colour: Role) -> None:
        """Put a note beside the number, where there is room for it; empty for none."""
        self.note.present(note)
        self.note.tint(colour)

    def show_note(self, *, shown: bool) -> None:
        """Show the note, or leave it out."""
        self.note.setHidden(not (shown and self.note.text()))

    def _lay_out(self, *, is_centred: bool) -> None:
        top = QHBoxLayout()
        set_gaps(top, GAP_PX)
        if is_centred:
            top.addStretch()
            self.caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in self._line:
            top.addWidget(part)
        top.addWidget(self.note, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.caption)
