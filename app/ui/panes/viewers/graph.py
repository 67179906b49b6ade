"""The line of viewers over time, with marks above it and minutes below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.look import enlarge, set_gaps
from app.ui.panes.viewers.crosshair import Crosshair
from app.ui.panes.viewers.marks import write_reading
from app.ui.panes.viewers.plot import Plot
from app.ui.panes.viewers.scale import TimeScale, read_moment, step_sample
from app.ui.panes.viewers.strips import Lane, MarkStrip
from app.words import show
from app.words import viewers as words

if TYPE_CHECKING:
    from app.ui.panes.viewers.drawing import Drawing

MARKED_PX, LANED_PX = 110, 170  # the height from which marks have room, and minutes
FAR = 10
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}


class ViewerGraph(QWidget):
    """Draws samples, marks above them and minutes below.

    Attributes:
        plot: the line.
        strip: battles, big gifts, spans without a connection, reconnects.
        lane: comments and diamonds by the minute.
        hair: what is known where the mouse is, or the arrow keys are.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = Plot()
        self.strip, self.lane, self.hair = MarkStrip(), Lane(), Crosshair(self)
        self.setAccessibleName(show(words.OVER_TIME))
        self.setAccessibleDescription(show(words.READ_LINE))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._shown: Drawing | None = None
        self._read_ms = 0
        self._lay_out()
        self.redress()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        set_gaps(column, 0, 8, 0, 12, 0)
        for part in (self.strip, self.plot, self.lane):
            column.addWidget(part, part is self.plot)
        for part in (self.strip, self.plot, self.lane):
            part.setMouseTracking(True)
            part.installEventFilter(self)

    def redress(self) -> None:
        """Take colours and sizes of now."""
        self.plot.update()
        self._fit_strips()

    def present(self, shown: Drawing) -> None:
        """Draw samples of a span of time before now, and what came in it."""
        self._shown = shown
        self.plot.present(shown)
        self._present_strips()

    @property
    def scale(self) -> TimeScale:
        """The span that is shown, and its place on the screen."""
        return self.plot.place.scale

    def _present_strips(self) -> None:
        if self._shown is not None:
            self.strip.present(self._shown.marks, self.scale)
            self.lane.present(self._shown.minutes, self.scale)
            if not self.hair.isHidden():
                self.read(self._read_ms)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """What is low has the line alone."""
        super().resizeEvent(event)
        self._fit_strips()
        self.hair.setGeometry(self.rect())

    def _fit_strips(self) -> None:
        self.strip.setHidden(self.height() < enlarge(MARKED_PX))
        self.lane.setHidden(self.height() < enlarge(LANED_PX))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Marks and bars stand on the line, also at another size; the line is read where the mouse is."""
        if event.type() == QEvent.Type.Resize and watched is self.plot:
            self._present_strips()
        elif event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            shown = self._shown
            if shown is not None and shown.samples:
                self.read(self.scale.find_ms(event.position().x()))
        elif event.type() == QEvent.Type.Leave and not self.hasFocus():
            self.hair.hide()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrow keys go along the line, with Shift ten times as far; Home and End to its ends."""
        steps = STEPS.get(Qt.Key(event.key()))
        shown = self._shown
        if steps is None or shown is None or not shown.samples:
            super().keyPressEvent(event)
            return
        is_far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.read(step_sample(shown.samples, self._read_ms, steps * (FAR if is_far else 1)))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Begin with the newest count."""
        super().focusInEvent(event)
        if self._shown is not None and self._shown.samples:
            self.read(self._shown.samples[-1][0])

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Read no more."""
        super().focusOutEvent(event)
        self.hair.hide()

    def read(self, at_ms: float) -> None:
        """Say what is known of a moment."""
        shown = self._shown
        reading = read_moment(shown.samples, shown.minutes, at_ms, shown.now_ms) if shown else None
        if reading is None:
            self.hair.hide()
            return
        self._read_ms = reading.at_ms
        lines = write_reading(reading)
        self.setAccessibleDescription(" ".join(lines))
        self.hair.point(self.plot.x() + self.scale.find_x(reading.at_ms), *lines)
