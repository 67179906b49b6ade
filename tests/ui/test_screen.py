"""Rows that move are copied on the screen: what stands there is what drawing anew would give."""

from random import Random

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QImage

from app import events as ev
from app.ui.panes.chat.painter import RowPainter
from app.ui.window import MainWindow
from tests.ui.keepers import show_window
from tests.ui.scenes import NOW, SCENES, Stage, comment

STEPS = 60
SIZES = ((1280, 800), (1100, 700), (1500, 800), (900, 700))


class Hand:
    """Somebody who uses the chat in a busy room, at random."""

    def __init__(self, window, stage, seed):
        self.window, self.stage, self.chance = window, stage, Random(seed)
        self.number = 1000
        self.view = window.panes["chat"].view
        self.deeds = (
            self.come,
            self.come,
            self.come,
            self.flood,
            self.scroll,
            self.resize,
            self.view.follow,
            self.choose,
            self.delete,
            self.zoom,
        )

    def come(self):
        for _ in range(self.chance.choice((1, 2, 5, 9))):
            self.number += 1
            self.stage.state.apply(comment(self.number), NOW)

    def flood(self):
        for _ in range(self.chance.choice((40, 300, 1200))):
            self.come()

    def scroll(self):
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() - self.chance.randrange(1, 25))

    def resize(self):
        self.window.resize(*self.chance.choice(SIZES))

    def choose(self):
        self.view.selectRow(max(0, self.view.rowAt(200)))

    def delete(self):
        gone = 10_000 + self.number - self.chance.randrange(10)
        self.stage.state.apply(ev.Delete(method="x", msg_ids=(gone,), at_ms=NOW), NOW)

    def zoom(self):
        self.view.zoom(self.chance.choice((15, 21, 28)))


def take_hand(qtbot, seed):
    """In a window whose feed is pulled by hand."""
    stage = Stage(SCENES["busy"]())
    window = show_window(qtbot, MainWindow(stage), (1280, 800))
    window.feed.stop()
    return Hand(window, stage, seed)


@pytest.mark.parametrize("seed", range(3))
def test_the_screen_shows_what_drawing_anew_gives(qtbot, seed):
    hand = take_hand(qtbot, seed)
    window, stage = hand.window, hand.stage
    for _ in range(STEPS):
        hand.chance.choice(hand.deeds)()
        stage.clock += 300
        window.feed.tick()
        window.panes["chat"].pill.hide()  # it lies above the rows
        for part in (hand.view.viewport(), hand.view.bar):
            qtbot.waitUntil(lambda part=part: on_screen(part) == drawn_anew(part), timeout=1_000)


def test_rows_that_moved_are_not_drawn_again(qtbot, monkeypatch):
    hand = take_hand(qtbot, 1)
    window, stage = hand.window, hand.stage
    for _ in range(10):  # the window finds its size, the labels their words
        hand.come()
        stage.clock += 300
        window.feed.tick()
        qtbot.wait(40)
    drawn = []
    paint = RowPainter.draw

    def draw(self, painter, rows, part):
        rows = list(rows)
        drawn.extend(one.place.layout.row.seq for one in rows)
        paint(self, painter, rows, part)

    monkeypatch.setattr(RowPainter, "draw", draw)
    newest, timed = stage.state.chat.newest, hand.view._timed_seq
    stage.state.apply(comment(9000), NOW)
    window.feed.tick()
    qtbot.wait(1)
    # The first row that is whole says its time now, unless it was the first before.
    assert drawn == [*{hand.view._timed_seq} - {timed}, newest + 1]


class Paints(QObject):
    """Notes who is painted."""

    def __init__(self, *widgets):
        super().__init__()
        self.names = []
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.names.append(type(watched).__name__)
        return False


def test_rows_that_come_paint_nothing_beneath_the_chat(qtbot):
    hand = take_hand(qtbot, 1)
    window, stage = hand.window, hand.stage
    for _ in range(10):
        hand.come()
        stage.clock += 300
        window.feed.tick()
        qtbot.wait(40)
    paints = Paints(window, hand.view, hand.view.viewport(), hand.view.bar, hand.view.parentWidget())
    stage.state.apply(comment(9000), NOW)
    window.feed.tick()
    qtbot.wait(40)
    assert set(paints.names) - {"MarkedBar"} == {"QWidget"}


def test_the_bar_is_not_drawn_where_its_handle_stays(qtbot):
    hand = take_hand(qtbot, 1)
    window, stage = hand.window, hand.stage

    def say(count):
        for _ in range(count):
            hand.number += 1
            stage.state.apply(comment(hand.number, text="hello"), NOW)
        stage.clock += 300
        window.feed.tick()
        qtbot.wait(40)

    say(1_000)  # the view is full of rows of one height, and one more moves the handle by less than a pixel
    say(1)
    paints = Paints(hand.view.viewport(), hand.view.bar)
    say(1)
    say(3)
    assert set(paints.names) == {"QWidget"}


def on_screen(part):
    corner = part.mapTo(part.window(), QPoint(0, 0))
    picture = part.screen().grabWindow(
        part.window().winId(), corner.x(), corner.y(), part.width(), part.height()
    )
    return picture.toImage().convertToFormat(QImage.Format.Format_RGB32)


def drawn_anew(part):
    return part.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
