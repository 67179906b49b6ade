"""Laws of what stands in a window: nothing is cut, nothing stands on something else, all is inside."""

from itertools import combinations

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea, QTableView

from app.ui.labels import FittingLabel, NameLabel
from app.ui.look import find_look, make_font

HEADING_EDGES_PX = 12
LEAST_PX = 24  # of a button, to be hit
QT_BUTTONS = "qt_"  # what Qt calls buttons of its own


FIELD_MARKS = str.maketrans("", "", "\u2068\u2069")


def read_plain(words):
    """Words without the marks that keep names in their own direction, which take no room."""
    return words.translate(FIELD_MARKS)


def measure_plain(words):
    """How many letters words have, without those marks."""
    return len(read_plain(words))


def settle(widget, size=None):
    """Lay out until nothing changes any more: a layout that was asked for may ask for another one."""
    if size:
        widget.resize(*size)
    before = None
    for _ in range(8):
        QCoreApplication.sendPostedEvents()
        widget.grab()
        after = [(one.geometry(), one.isVisible()) for one in widget.findChildren(QLabel)]
        if after == before:
            return
        before = after


def list_surfaces(window):
    """The window, and its dialogs, cards and pop-outs that are open."""
    return [window, *(one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window)]


def written_on(surface):
    """Widgets with words, and those words."""
    for kind in (QLabel, QAbstractButton, QLineEdit):
        for widget in surface.findChildren(kind):
            text = widget.placeholderText() if kind is QLineEdit else widget.text()
            if text and widget.isVisibleTo(surface) and widget.window() is surface:
                yield widget, text


def cut(label):
    wanted = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    wide = label.width() if label.wordWrap() else label.sizeHint().width()
    return wide > label.width() + 1 or wanted > label.height() + 1


def is_cut(widget):
    if isinstance(widget, FittingLabel):
        words, look = widget.choose_wording()
        return QFontMetrics(look).horizontalAdvance(words) > widget.width()
    if isinstance(widget, NameLabel):  # says so with an ellipsis, and has the whole in its tooltip
        return not widget.toolTip()
    if isinstance(widget, QLabel):
        return cut(widget)
    return isinstance(widget, QAbstractButton) and widget.width() < widget.sizeHint().width()


def place(widget, surface):
    return QRect(widget.mapTo(surface, QPoint(0, 0)), widget.size())


def place_in_sight(widget, surface):
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(surface, QPoint(0, 0)))


def is_within(widget, surface):
    """Whether it is in the window, or in what can be scrolled to there."""
    areas = [area.widget() for area in surface.findChildren(QScrollArea) if area.widget()]
    outer = next((one for one in reversed(areas) if one.isAncestorOf(widget)), surface)  # the inner one
    return outer.rect().contains(place(widget, outer))


def overlaps(surface):
    """Pairs of words that stand on each other; the pill over the chat is meant to.

    What is scrolled out of sight stands nowhere.
    """
    texts = [widget for widget, _ in written_on(surface) if widget.objectName() != "pill"]
    texts = [one for one in texts if not isinstance(one, QLineEdit)]
    places = [(widget, place_in_sight(widget, surface)) for widget in texts]
    for (first, here), (second, there) in combinations(places, 2):
        shared = here.intersected(there)
        if min(shared.width(), shared.height()) > 1:
            yield first.text(), second.text()


def cut_headings(surface):
    look = QFontMetrics(make_font(find_look().sizes.caption))
    for table in surface.findChildren(QTableView):
        header = table.horizontalHeader()
        for at in range(header.count()):
            title = table.model().headerData(at, Qt.Orientation.Horizontal)
            room = header.sectionSize(at) - HEADING_EDGES_PX
            if header.isVisible() and not header.isSectionHidden(at) and look.horizontalAdvance(title) > room:
                yield title


def faults_of(surface):
    """All that is wrong with what stands on a surface, in words for who reads the test."""
    texts = list(written_on(surface))
    faults = [f"cut: {text}" for widget, text in texts if is_cut(widget)]
    faults += [f"outside: {text}" for widget, text in texts if not is_within(widget, surface)]
    faults += [f"one on the other: {first} | {second}" for first, second in overlaps(surface)]
    faults += [f"heading cut: {title}" for title in cut_headings(surface)]
    return faults


def has_focus_in_sight(window):
    """Whether the keyboard is somewhere, and that can be seen."""
    focus = window.focusWidget()
    return focus is not None and focus.isVisible()
