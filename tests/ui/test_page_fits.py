"""The page while there is no data: nothing of it is ever cut, at any size, in any theme and font."""

import re
from itertools import combinations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from app.ui.look import TEXT_FONT, change_look, find_look, make_font
from tests.ui.scenes import CODES, FAILURES, SCENES, stopped, trying
from tests.ui.start_page import COVERED, SIZES, make_page, show


@pytest.fixture
def page(qtbot):
    return make_page(qtbot)


def all_failures():
    """Each sentence that a fault really made, and each code that no fault has, stopped and retried."""
    yield from FAILURES.items()
    played = {state().connection.status.code for state in FAILURES.values()}
    words = "The server said something that this program did not expect to hear, and at some length."
    for code in CODES:
        if code not in played:
            yield f"{code} (stopped)", lambda code=code: stopped(code, words, words)
            yield f"{code} (retried)", lambda code=code: trying(code, words, words)


STATES = {**dict(all_failures()), **{name: SCENES[name] for name in COVERED}}


@pytest.fixture(
    params=[("dark", 100), ("light", 112)], ids=lambda look: f"{look[0]}, letters {look[1]} % wide"
)
def look(request, monkeypatch, qapp, plain_look):
    theme, stretch = request.param
    before = qapp.font()
    monkeypatch.setattr(TEXT_FONT, "stretch", stretch)
    qapp.setFont(make_font(find_look().sizes.body))
    change_look(theme=theme)
    yield theme
    qapp.setFont(before)


@pytest.mark.usefixtures("look")
def test_every_failure_is_said_whole_with_all_that_can_be_done(page):
    """One page for all, as in the window, where one failure follows the other."""
    wrong = {}
    for name, make in STATES.items():
        state = make()
        for size in SIZES:
            page.resize(*size)
            show(page, state)
            settle(page)
            wrong[name, size] = faults(page)
        title = page.title.text().replace("\u200b", "")
        said = title in ("See a TikTok LIVE at a glance", state.connection.status.sentence)
        wrong[name, "title"] = [] if said else [title]
    assert {place: found for place, found in wrong.items() if found} == {}


def test_words_of_strangers_are_whole_however_long(page):
    hostile = "W" * 300 + " <b>bold</b>\u202e " + "@" + "m" * 24 + " " + "x" * 200
    state = trying("signer_limited", hostile, hostile)
    for size in SIZES:
        page.resize(*size)
        show(page, state)
        settle(page)
        assert not faults(page, in_view=False), size
    assert "<b>" in page.title.text()
    assert "\u202e" not in page.title.text()


@pytest.mark.usefixtures("plain_look")
@pytest.mark.parametrize("scene", COVERED)
def test_enlarged_by_half_everything_can_be_scrolled_to(page, scene, qtbot):
    change_look(scale=1.5)
    page.resize(624, 380)
    show(page, SCENES[scene]())
    settle(page)
    assert not faults(page, in_view=False)
    bar = page.column.verticalScrollBar()
    assert page.column.sheet.height() <= page.column.viewport().height() + bar.maximum()


def test_page_keys_scroll_a_page_that_is_too_long(page, qtbot):
    page.resize(*SIZES[-1])
    show(page, SCENES["ended"]())
    bar = page.column.verticalScrollBar()
    before = bar.value()
    event = key_press(Qt.Key.Key_PageDown)
    assert page.scroll_by_key(event)
    assert bar.value() > before
    assert not page.scroll_by_key(key_press(Qt.Key.Key_X))


def test_tab_follows_the_eye(page):
    show(page, SCENES["ended"]())
    stop, stops = page.deeds.parts[0], []
    while stop not in stops:
        stops.append(stop)
        stop = stop.nextInFocusChain()
        while not (stop.isVisible() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus):
            stop = stop.nextInFocusChain()
    at = [stop.mapTo(page, stop.rect().center()) for stop in stops]
    assert [(point.y(), point.x()) for point in at] == sorted((point.y(), point.x()) for point in at)
    assert {*page.deeds.parts, page.box.box, page.box.button, *page.recent.parts} <= {*stops}


def key_press(key):
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)


def settle(page):
    for _ in range(2):
        QCoreApplication.sendPostedEvents()
        page.grab()


def faults(page, *, in_view=True):
    """What is wrong with how it is laid out, in words."""
    sheet = page.column.sheet
    parts = [
        one
        for kind in (QLabel, QPushButton, QLineEdit)
        for one in sheet.findChildren(kind)
        if one.isVisible()
    ]
    places = [(one, QRect(one.mapTo(sheet, QPoint(0, 0)), one.size())) for one in parts]
    yield_ = [f"{one.text()[:40]!r} is cut" for one in parts if is_cut(one)]
    yield_ += [f"{one.text()[:40]!r} is outside" for one, place in places if not sheet.rect().contains(place)]
    for (first, here), (second, there) in combinations(places, 2):
        if here.intersects(there):
            yield_.append(f"{first.text()[:40]!r} stands on {second.text()[:40]!r}")
    focus = page.window().focusWidget()
    if not isinstance(focus, QPushButton | QLineEdit) or focus.visibleRegion().boundingRect() != focus.rect():
        yield_.append("the keyboard's place is not seen")
    if in_view and page.title.visibleRegion().boundingRect() != page.title.rect():
        yield_.append("the sentence is not seen")
    return yield_


def is_cut(one):
    if isinstance(one, QLineEdit):
        return one.width() < 60
    if isinstance(one, QPushButton):
        return one.width() < one.sizeHint().width() or one.height() < one.sizeHint().height()
    if one.wordWrap():
        metrics = QFontMetrics(one.font())
        widest = max(map(metrics.horizontalAdvance, re.split("[ \u200b]", one.text())), default=0)
        return one.height() < one.heightForWidth(one.width()) or widest > one.width()
    return one.width() < one.sizeHint().width() or one.height() < one.sizeHint().height()
