"""A bar that shows shares: told apart by place, colour and hatching."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import Role, enlarge, find_look
from app.ui.painting import open_painter
from app.words import battle as words
from app.words import show

BAR_PX = 18
MIDDLE_PX = 3
HATCHING = 90  # opacity, of 255
FADED = 0.65  # an old score's bar still stands out 3:1 from its ground


class ShareBar(QWidget):
    """Our share from the left in one colour, the rest hatched in another.

    Args:
        thickness: height in pixels of scale 1.
        duel: also draw the other side and the divider; without, one bar of a ranking.
    """

    def __init__(self, parent: QWidget | None = None, *, thickness: int = BAR_PX, duel: bool = True) -> None:
        super().__init__(parent)
        self._thickness = self._normal = thickness
        self._duel = duel
        self._share = 0.5
        self._colour: Role = "us"
        self._is_faded = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.redress()

    def present(self, share: float, *, colour: Role = "us", faded: bool = False) -> None:
        """Show a share from 0 to 1; `faded` for one that is old."""
        if (share, colour, faded) == (self._share, self._colour, self._is_faded):
            return
        self._share, self._colour, self._is_faded = share, colour, faded
        percent = round(share * 100)
        shares = words.SHARES.fill(ours=percent, theirs=100 - percent)
        self.setAccessibleName(show(shares) if self._duel else f"{percent} %")
        self.update()

    def thicken(self, thickness: int) -> None:
        """Use another height, in pixels of now."""
        if thickness != self._thickness:
            self._thickness = thickness
            self.updateGeometry()

    def redress(self) -> None:
        """Take the size of now; whoever chose another height does so again."""
        self.thicken(enlarge(self._normal))

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as there is room."""
        return QSize(enlarge(160), self._thickness)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw."""
        with open_painter(self) as painter:
            self._draw(painter)

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(FADED if self._is_faded else 1.0)
        area, look = QRectF(self.rect()), find_look()
        outline = QPainterPath()
        outline.addRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setClipPath(outline)
        painter.fillRect(area, QColor(look.colours.raised))
        split = round(area.width() * self._share)
        if self._duel:
            self._fill_theirs(painter, area.adjusted(split, 0, 0, 0))
        painter.fillRect(QRectF(0, 0, split, area.height()), QColor(look.find_colour(self._colour)))
        if self._duel:
            middle = QRectF(split - MIDDLE_PX / 2, 0, MIDDLE_PX, area.height())
            painter.fillRect(middle, QColor(look.colours.card))

    @staticmethod
    def _fill_theirs(painter: QPainter, area: QRectF) -> None:
        colours = find_look().colours
        painter.fillRect(area, QColor(colours.them))
        shade = QColor(colours.shade)
        shade.setAlpha(HATCHING)
        painter.fillRect(area, QBrush(shade, Qt.BrushStyle.BDiagPattern))
