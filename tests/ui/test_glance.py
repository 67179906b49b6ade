"""Glance mode: the page over all panes, its letters, and where it stands."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from app import events as ev
from app.desktop.scenes.cast import FOE, HOST, MATE, RIVAL
from app.settings import DEFAULTS
from app.state.facts import BattleDismissal
from app.ui.dialogs.ruler import RulerDialog
from app.ui.look import THEMES, change_look, find_look, measure_contrast
from app.ui.optics import LEAST_ARCMIN, find_arcmin
from app.ui.panes.glance.answers import write_pieces
from app.ui.panes.glance.arrange import Sheet, arrange
from app.ui.panes.glance.painter import STRONG, find_ink
from app.ui.panes.glance.source import GlanceSource, choose_gift, count_open
from app.ui.rulers import find_pixel_mm, name_screen
from app.ui.window import MainWindow
from app.ui.wishes import FillScreen
from tests.ui.keepers import Keeper, show_window
from tests.ui.rooms import ANNA, BORIS, NOON, battle, gift
from tests.ui.scenes import NOW, SCENES, Stage
from tests.ui.test_glance_arrange import LETTERS

SCREENS = {
    "24": (1920, 1080, 0.277),
    "27": (3840, 2160, 0.155),
    "7": (1024, 600, 0.151),
    "tall": (1080, 1920, 0.277),
}
LOOKS = ("idle", "connecting", "quiet", "busy", "huge", "lost", "ended", "hostile", "right-to-left")
BATTLES = ("duel", "last-seconds", "teams", "sides", "punished", "result")


def go_to_screen(window, screen, **choices):
    width, height, pitch = SCREENS[screen]
    window.prefer(replace(DEFAULTS, rulers={name_screen(window.screen()): pitch}, **choices))
    window.resize(width, height)
    window.feed.tick()
    window.grab()


@pytest.fixture
def open_scene(qtbot):
    """The page alone on a screen of a size, over the scene of that name."""

    def make(name, screen="24", **choices):
        window = show_window(qtbot, MainWindow(Stage(SCENES[name]()), keeper=Keeper()))
        window.feed.stop()
        window.grants.grant(FillScreen())
        window.showNormal()
        go_to_screen(window, screen, **choices)
        return window

    return make


def list_pieces(window):
    return [one.piece for one in window.panes["glance"].page.placed]


def visit_screens(window):
    """The page on each screen in turn, by one window that goes there."""
    for screen in SCREENS:
        go_to_screen(window, screen)
        yield screen, window.panes["glance"].page


@pytest.mark.parametrize("name", LOOKS + BATTLES)
def test_every_letter_can_be_read(open_scene, name):
    for screen, page in visit_screens(open_scene(name)):
        pitch = SCREENS[screen][2]
        angles = [find_arcmin(one.pixels, 2, pitch, page.letters.cap_em) for one in page.placed if one.text]
        assert angles, screen
        assert min(angles) >= LEAST_ARCMIN, screen


@pytest.mark.parametrize("name", BATTLES)
def test_a_battle_takes_the_page(open_scene, name):
    for screen, page in visit_screens(open_scene(name)):
        texts = [one for one in page.placed if one.text]
        assert texts[0].piece == "battle", screen
        assert max(texts, key=lambda one: one.pixels).piece == "battle", screen
        assert any(one.share is not None for one in page.placed), screen


def test_in_the_last_ten_seconds_clock_and_gap_are_larger_and_the_clock_heavier():
    frame = GlanceSource().frame(SCENES["last-seconds"](), NOW)
    calm, last = (write_pieces(replace(frame, now_ms=at)) for at in (NOW - 60_000, NOW))
    assert [piece.name for piece in last] == ["battle", "gift", "state", "phase"]
    assert len(calm) > len(last)
    assert [pieces[0].rows[0].cells[1].is_bold for pieces in (calm, last)] == [False, True]
    pages = (arrange(Sheet(1920, 1080, 48), pieces, LETTERS) for pieces in (calm, last))
    sizes = [max(one.pixels for one in page) for page in pages]
    assert sizes[1] > sizes[0]


def test_both_sides_have_equal_room_for_their_names():
    frame = GlanceSource().frame(SCENES["teams"](), NOW)
    page = arrange(Sheet(1080, 1920, 48), write_pieces(frame), LETTERS)
    names = [one for one in page if one.piece == "battle" and re.search("[A-Za-z]", one.text)]
    assert [one.text.strip("\u2068")[:4] for one in names[:2]] == ["Mira", "Tom "]
    assert names[0].width == pytest.approx(names[1].width, rel=0.1)


@pytest.mark.parametrize("screen", ["24", "27", "tall"])
def test_all_hosts_of_teams_are_named(open_scene, screen):
    page = open_scene("teams", screen).panes["glance"].page
    said = " ".join(one.text for one in page.placed if one.piece == "battle")
    assert [host.name[:8] for host in (HOST, MATE, RIVAL, FOE) if host.name[:8] not in said] == []


def test_where_lines_have_no_room_names_are_cut():
    frame = GlanceSource().frame(SCENES["teams"](), NOW)
    pieces = write_pieces(frame)
    high, low = (arrange(Sheet(1024, height, 70), pieces, LETTERS) for height in (1500, 900))
    lines = [len({one.y for one in page if one.piece == "battle"}) for page in (high, low)]
    assert lines[0] == lines[1] + 2


@pytest.mark.parametrize("screen", SCREENS)
def test_in_trouble_the_first_sentence_is_there_in_full(open_scene, screen):
    placed = open_scene("lost", screen).panes["glance"].page.placed
    texts = [one.text for one in placed if one.piece == "state"]
    assert not texts or texts[-1].startswith("Next try in 12 s (attempt 3).")


def test_without_a_battle_everything_else_is_there(open_scene):
    pieces = dict.fromkeys(list_pieces(open_scene("battles")))
    assert [*pieces][:2] == ["gift", "state"]
    assert {"first", "second", "third", "viewers"} <= {*pieces}


@pytest.mark.usefixtures("plain_look")
@pytest.mark.parametrize("theme", THEMES)
def test_every_text_stands_out_seven_to_one(open_scene, theme):
    change_look(theme=theme)
    for name in ("duel", "lost", "busy"):
        for one in open_scene(name).panes["glance"].page.placed:
            assert measure_contrast(find_ink(one.colour), find_look().colours.card) >= STRONG


def test_the_keys_open_and_leave_it(open_scene, qtbot):
    window = open_scene("busy")
    header, pane = window.panes["header"], window.panes["glance"]
    seen = [(pane.isVisible(), header.isVisible())]
    for key in (Qt.Key.Key_F11, Qt.Key.Key_F11, Qt.Key.Key_Escape):
        with qtbot.waitActive(window):
            window.activateWindow()
        qtbot.keyClick(window, key)
        seen.append((pane.isVisible(), header.isVisible()))
    assert seen == [(True, False), (False, True), (True, False), (False, True)]
    assert not window.isFullScreen()


def test_what_it_covers_is_not_pulled_and_it_is_not_while_it_is_hidden(open_scene):
    window = open_scene("busy")
    frames = {name: [] for name in ("chat", "glance")}
    for name, kept in frames.items():
        window.feed.channels[name].frames.connect(kept.append)
    for _ in range(2):
        window._session.clock += 1_000
        window._session.state.apply(ev.Viewers(method="m", now=77), window._session.clock)
        window.feed.tick()
    assert (len(frames["chat"]), len(frames["glance"])) == (0, 2)
    window.grants.grant(FillScreen())
    window.feed.tick()
    window._session.clock += 1_000
    window.feed.tick()
    assert len(frames["glance"]) == 2
    assert frames["chat"]


def test_only_what_changed_is_painted(open_scene, monkeypatch):
    window = open_scene("duel")
    pane, areas = window.panes["glance"], []
    monkeypatch.setattr(pane, "update", areas.append)
    pane.present(pane._frame)
    assert areas == []
    pane.present(replace(pane._frame, now_ms=pane._frame.now_ms + 1_000))
    height = sum(area.height() for area in areas)
    assert 0 < height < pane.height()


def test_the_largest_new_gift_is_the_one_to_thank_for(room):
    room.go_live()
    room.tell(gift(1, user=BORIS, group=1, diamonds=500), *(gift(1, group=at) for at in range(2, 30)))
    newest = room.state.gifts.list_newest(60)
    assert choose_gift(newest, room.at, ()).user.name == BORIS.name
    assert choose_gift(newest, room.at + 60_000, ()).user.name == ANNA.name
    assert choose_gift(newest, room.at, {BORIS.key}).user.name == ANNA.name
    assert choose_gift(newest, room.at, {BORIS.key, ANNA.key}) is None
    assert choose_gift([], room.at, ()) is None


def test_an_inbox_that_is_not_there_has_nothing_open(room):
    assert count_open(room.state, "no such part") == 0


def test_who_waits_for_thanks_is_no_question():
    frame = replace(GlanceSource().frame(SCENES["lost"](), NOW), questions=2, thanks=3)
    icons = {piece.name: piece.rows[0].cells[0].icon for piece in write_pieces(frame)}
    assert (icons["questions"], icons["thanks"]) == ("question", "heart")


def test_a_battle_whose_result_was_seen_is_gone(room):
    room.go_live()
    room.tell(battle(100, 50, phase="done"))
    frames = [GlanceSource().frame(room.state, NOON)]
    room.state.tell(BattleDismissal(1), NOON)
    frames.append(GlanceSource().frame(room.state, NOON))
    assert [frame.battle is None for frame in frames] == [False, True]


def test_a_screen_that_lies_is_measured(qtbot, open_scene):
    window, kept = open_scene("busy"), {}
    window._keeper.keep = lambda changes, *_: kept.update(changes)
    dialog = RulerDialog(None, window.grants.grant, window)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.box.setValue(2 * dialog.box.value())
    dialog.accept()
    rulers = kept["rulers"](None)
    screen = window.screen()
    assert find_pixel_mm(screen, rulers) == pytest.approx(2 * find_pixel_mm(screen, None), rel=0.01)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("kept", [{}, {"elsewhere": 0.1}, None])
def test_other_rulers_say_nothing(qtbot, kept, open_scene):
    screen = open_scene("quiet").screen()
    assert find_pixel_mm(screen, kept) == find_pixel_mm(screen, {name_screen(screen): "odd"})


def test_letters_grow_with_the_distance(open_scene):
    sizes = [
        min(one.pixels for one in open_scene("quiet", glance_metres=metres).panes["glance"].page.placed)
        for metres in ("0.7", "1", "2")
    ]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]
