"""The palette in a narrow window: what is too long loses its middle."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from app.ui.dialogs.chooser import ChooserEntry
from app.ui.dialogs.palette import Palette

LONG = ChooserEntry("Follow the link or @name that was copied", lambda: None, "Ctrl+V")


def test_a_line_that_is_cut_still_says_which_keys_do_it(qtbot):
    home = QWidget()
    qtbot.addWidget(home)
    home.resize(320, 480)
    palette = Palette([LONG], home)
    metrics = QFontMetrics(palette.list.font())
    shown = metrics.elidedText(LONG.line, palette.list.textElideMode(), palette.width() // 2)
    assert "…" in shown
    assert shown.endswith("(Ctrl+V)")
