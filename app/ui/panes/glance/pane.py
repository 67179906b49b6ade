"""The page to look at from two metres: one widget, in letters as large as the distance asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.settings import DEFAULTS
from app.ui.look import find_look
from app.ui.painting import open_painter
from app.ui.pane import Pane
from app.ui.panes.glance.source import GlanceFrame, GlanceSource
from app.ui.rulers import find_pixel_mm
from app.ui.wishes import FillScreen

if TYPE_CHECKING:
    from app.settings import Choices
    from app.ui.panes.glance.page import GlancePage


class GlancePane(Pane):
    """Shows the answers that there is room for. Nothing of it waits for clicks.

    Attributes:
        page: what stands on it; None before it is first looked at.
    """

    SOURCE = GlanceSource
    EVERY_MS = 250
    COVERS = FILLS = True

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._frame: GlanceFrame | None = None
        self.page: GlancePage | None = None
        self._choices = DEFAULTS
        self._is_over = self._is_out = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def is_prominent(self) -> bool:
        """Whether it stands over the others."""
        return self._is_over

    def fill(self, *, is_over: bool, is_out: bool) -> None:
        """Stand over the others, or in a window of its own, or nowhere."""
        self._is_over, self._is_out = is_over, is_out
        self.room_changed.emit()

    def find_first_stop(self) -> QWidget | None:
        """Itself: keys lead away from it."""
        return self

    def go_back(self) -> None:
        """Leave the page; on a screen of its own only where it has the keyboard."""
        if self._is_over or (self._is_out and self.window().isActiveWindow()):
            self.wish.emit(FillScreen())

    def prefer(self, choices: Choices) -> None:
        """Learn how far away the eye is, and how large pixels are."""
        self._choices = choices
        self._arrange()

    def redress(self) -> None:
        """Take colours and font of now."""
        self.page = None
        self._arrange()
        self.update()

    def present(self, frame: GlanceFrame) -> None:
        """Show a frame: what did not change is not painted again."""
        self._frame = frame
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """There is more room, or less."""
        super().resizeEvent(event)
        self._arrange()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint what is wanted."""
        with open_painter(self) as painter:
            painter.fillRect(event.rect(), QColor(find_look().colours.card))
            if self.page is not None:
                self.page.paint(painter, event.rect())

    def _arrange(self) -> None:
        """Place everything anew, and have painted what is another than before."""
        if self._frame is None:
            return
        if self.page is None:
            from app.ui.panes.glance.page import GlancePage  # noqa: PLC0415 - not for the first picture

            self.page = GlancePage()
        changes = self.page.arrange(
            self._frame,
            self.size(),
            float(self._choices.glance_metres),
            find_pixel_mm(self.screen(), self._choices.rulers),
            is_mirrored=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )
        for area in changes:
            self.update(area)
        self.setAccessibleDescription("\n".join(self.page.list_texts()))
