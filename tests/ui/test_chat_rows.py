"""Where things stand in a chat row, and which rows stand out."""

from dataclasses import replace
from itertools import pairwise

import pytest

from app.events import Badge, Emote, User
from app.settings import Choices
from app.state import ChatRow
from app.ui.look import THEMES, change_look, find_look, measure_contrast, name_colour
from app.ui.panes.chat.fonts import ChatFonts
from app.ui.panes.chat.grounds import blend
from app.ui.panes.chat.highlights import LOOKS, NO_RULES, TESTS, find_mark
from app.ui.panes.chat.layout import KEPT_LAYOUTS, ChatLayouts
from app.ui.panes.chat.painter import RowPainter, list_pictures
from app.ui.panes.chat.pane import ChatPane
from app.ui.panes.chat.source import ChatFrame
from app.ui.panes.chat.style import RowStyle
from app.ui.window import MainWindow
from tests.ui.keepers import show_window
from tests.ui.rooms import ANNA, NOON, comment, gift, rows
from tests.ui.scenes import CAST, LINES, SCENES, Stage

MODERATOR = replace(ANNA, badges=(Badge("gifter_level", 23), Badge("moderator")))
WIDTH = 420


def lay_out(row, width=WIDTH, **style):
    return ChatLayouts(ChatFonts(21, RowStyle(**style))).find_layout(row, width)


def said(user=ANNA, text="hello", **fields):
    return ChatRow(NOON, "comment", user, text, seq=1, **fields)


@pytest.fixture
def drawn(monkeypatch):
    """For each row that is drawn, whether its time is."""
    seen = {}
    paint = RowPainter.draw

    def draw(self, painter, rows, part):
        rows = list(rows)
        seen.update({one.place.layout.row.seq: one.place.is_timed for one in rows})
        paint(self, painter, rows, part)

    monkeypatch.setattr(RowPainter, "draw", draw)
    return seen


def shown(qtbot, *frames, **choices):
    pane = ChatPane()
    qtbot.addWidget(pane)
    pane.resize(WIDTH, 500)
    pane.show()
    pane.prefer(Choices(**choices))
    for frame in frames:
        pane.present(frame)
    return pane


def test_of_more_rows_than_are_kept_the_first_are_laid_out_ahead():
    layouts, told = ChatLayouts(ChatFonts(21)), rows(1, KEPT_LAYOUTS + 50)
    layouts.prepare(told, WIDTH)
    assert [*layouts._kept] == [row.seq for row in told[:KEPT_LAYOUTS]]


@pytest.mark.parametrize("avatars", [True, False])
def test_names_begin_at_one_place_whoever_writes(avatars):
    people = [
        User(n, handle, name, badges=MODERATOR.badges[: n % 3]) for n, (handle, name) in enumerate(CAST)
    ]
    places = {lay_out(said(user), has_avatars=avatars).x for user in people}
    kinds = {
        lay_out(replace(said(), kind=kind), has_avatars=avatars).x for kind in ("follow", "question", "emote")
    }
    assert len(places) == 1
    assert len(places | kinds) <= 2


def test_badges_stand_between_name_and_words_and_levels_are_quiet():
    layout = lay_out(said(MODERATOR))
    assert layout.chips_x > layout.x + layout.name.width
    assert layout.text.lineAt(0).x() + layout.x > layout.chips_x
    assert [(chip.icon, chip.colour) for chip in layout.chips] == [("shield", "good"), ("gem", "muted")]


def test_a_name_too_wide_is_cut_and_leaves_room_for_words():
    layout = lay_out(said(User(1, "x", "Maximiliane-Alexandra von und zu Hohenstein")), 300)
    assert layout.name.width <= 0.6 * 300
    assert "…" in layout.name.text.text()


@pytest.mark.parametrize("width", range(160, 500, 17))
def test_the_first_word_is_not_broken_while_a_line_has_room_for_it(width):
    layout = lay_out(said(text="extraordinary news"), width)
    first = layout.text.lineAt(0)
    assert layout.text.text()[: first.textLength()].strip() in {"extraordinary", "extraordinary news"} or (
        width - layout.x < 160
    )


def test_a_handle_stands_beside_the_name_where_it_is_wished():
    assert lay_out(said(), has_handles=True).text.text().startswith("@anna  ")
    assert lay_out(said()).text.text() == "hello"


@pytest.mark.parametrize(
    ("times", "expected"),
    [("minute", [True, False, True, False]), ("second", [True, True, True, False])],
)
def test_a_time_is_said_once(qtbot, drawn, times, expected):
    at = (0, 59_000, 60_000, 60_900)
    told = [replace(row, at_ms=NOON + ms) for row, ms in zip(rows(1, 4), at, strict=True)]
    pane = shown(qtbot, ChatFrame(told), chat_time=times)
    pane.view.grab()
    assert [drawn[seq] for seq in range(1, 5)] == expected


@pytest.mark.usefixtures("plain_look")
@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_a_small_row_that_is_chosen_leaves_the_one_above_as_it_is(qtbot, scale):
    change_look(scale=scale)
    told = [replace(row, at_ms=NOON + row.seq * 1_000) for row in rows(1, 8)]
    pane = shown(qtbot, ChatFrame(told), chat_time="second", chat_density="compact", chat_text_px=15)
    view = pane.view
    top, width = view.rowViewportPosition(4), view.viewport().width()
    before = view.viewport().grab().toImage().copy(0, 0, width, top)
    view.selectRow(4)
    assert view.viewport().grab().toImage().copy(0, 0, width, top) == before


def test_without_times_and_pictures_names_begin_further_left():
    assert lay_out(said(), times="off").x < lay_out(said()).x < lay_out(said(), times="second").x
    assert lay_out(said(), has_avatars=False).x < lay_out(said()).x


@pytest.mark.parametrize(("density", "least"), [("normal", 22), ("compact", 30)])
def test_so_many_rows_of_a_line_stand_in_the_chat_of_the_usual_window(qtbot, density, least):
    stage = Stage(SCENES["quiet"]())
    for number in range(60):
        stage.state.apply(comment("hi", msg_id=number + 1), NOON)
    window = show_window(qtbot, MainWindow(stage))
    window.resize(1280, 800)
    window.prefer(Choices(chat_density=density))
    window.feed.tick()
    view = window.panes["chat"].view
    tops = [view.rowViewportPosition(at) for at in range(len(view.rows.rows))]
    assert sum(top >= 0 for top in tops) >= least


def test_the_first_row_in_view_is_not_cut_through_its_letters(qtbot):
    pane = shown(qtbot, ChatFrame(rows(1, 40, "words " * 20)))
    pane.resize(WIDTH, 471)
    picture, view = pane.view.viewport().grab().toImage(), pane.view
    strip, top = view._strip, view.rowViewportPosition(view.rowAt(0))
    layout = view.layouts.find_layout(view.rows.rows[view.rowAt(0)], view.viewport().width())
    assert top < 0
    assert top + view.layouts.fonts.pad_y + layout.lines[0] <= strip or strip in {
        top + line for line in layout.lines
    }
    ground = find_look().colours.card
    assert {picture.pixelColor(x, y).name() for x in range(0, WIDTH - 40, 3) for y in range(strip)} <= {
        ground
    }


@pytest.mark.parametrize(
    ("user", "mark"),
    [
        (ANNA, ""),
        (MODERATOR, "moderator"),
        (replace(ANNA, roles=("moderator", "host")), "host"),
        (replace(ANNA, badges=(Badge("top_gifter", 1),)), "top_gifter"),
    ],
)
def test_who_stands_out(user, mark):
    assert find_mark(said(user), NO_RULES) == mark
    assert find_mark(replace(said(user), is_deleted=True), NO_RULES) == ""
    assert find_mark(replace(said(user), kind="follow"), NO_RULES) == ""


def test_every_mark_has_a_look():
    assert {mark for mark, _ in TESTS} == set(LOOKS)


@pytest.mark.usefixtures("plain_look")
@pytest.mark.parametrize("theme", THEMES)
def test_names_and_words_can_be_read_on_every_ground(theme):
    change_look(theme=theme)
    look = find_look()
    card, text = look.colours.card, (look.colours.text, look.colours.muted)
    tints = [blend(card, look.find_colour(role), 0.07) for _, role in LOOKS.values()]
    names = [name_colour(number) for number in range(1, 400)]
    assert (
        min(measure_contrast(one, tint) for tint in tints for one in (*text, *names)) >= look.least_contrast
    )
    assert min(measure_contrast(one, blend(card, look.colours.focus, 0.25)) for one in text) >= 4.5


def test_words_of_every_script_are_inside_of_their_row():
    for line in LINES:
        layout = lay_out(said(text=line))
        assert layout.height >= layout.text.lineCount() * layout.text.lineAt(0).ascent() * 0.9


def emote(index, number=1):
    return Emote(index, f"{number}", "https://pictures.example/emote.webp")


@pytest.mark.parametrize(
    ("text", "places", "shown"),
    [
        ("hello", (5,), "hello\ufffc"),
        ("hello", (0,), "\ufffchello"),
        ("ab", (1, 3), "a\ufffcb\ufffc"),
        ("ab", (3, 1), "a\ufffcb\ufffc"),
        ("😀b", (1, 2), "😀\ufffc\ufffcb"),
        ("ab", (99, -5), "\ufffcab\ufffc"),
        ("a\ufffcb\ue0fe", (1,), "a\ufffcb"),  # strangers write no emotes
        ("a\nb", (1,), "a\ufffc b"),
    ],
)
def test_emotes_stand_at_their_places(text, places, shown):
    layout = lay_out(said(text=text, emotes=tuple(emote(place) for place in places)))
    assert layout.text.text() == shown
    assert len(layout.emotes) == len(places)


def test_a_comment_of_emotes_only_is_pictures_or_else_words():
    row = replace(said(text="2 emotes", emotes=(emote(0), emote(1, 2))), kind="emote")
    layout = lay_out(row)
    assert layout.text.text() == "\ufffc\ufffc"
    assert [place.emote.emote_id for place in layout.emotes] == ["1", "2"]
    assert lay_out(row, has_emotes=False).text.text() == "2 emotes"
    without = replace(row, emotes=(Emote(0, "1"), Emote(1, "2")))
    assert lay_out(without).text.text() == "2 emotes"


def test_emotes_have_room_beside_each_other_and_wrap():
    fonts = ChatFonts(21)
    row = replace(said(emotes=tuple(emote(n, n) for n in range(19))), kind="emote")
    layout = lay_out(row, 260)
    assert len(layout.emotes) == 19
    assert len(layout.lines) >= 1
    for one, other in pairwise(layout.emotes):
        assert other.x >= one.x + fonts.emote or other.y >= one.y + fonts.emote
    for _, x, y in layout.emotes:
        assert 0 <= layout.x + x <= 260 - fonts.emote
        assert 0 <= fonts.pad_y + y <= layout.height - fonts.emote


def test_emotes_of_words_from_right_to_left_stand_where_their_characters_are():
    layout = lay_out(said(text="שלום", emotes=(emote(4),)))
    line = layout.text.lineAt(0)
    assert layout.emotes[0].x == pytest.approx(line.x(), abs=2)


def test_a_row_shows_its_person_and_its_emotes():
    row = said(emotes=(emote(2, 7),))
    assert list_pictures(row) == (("avatar", ANNA.id), ("emote", "7"))


def test_a_gift_of_the_chat_has_the_picture_of_the_gift(room):
    room.go_live()
    room.tell(replace(gift(2, ended=True), icon_url="https://pictures.example/rose.webp"))
    row = room.state.chat.since(0)[-1]
    assert (row.gift_id, row.icon_url) == (5, "https://pictures.example/rose.webp")
    assert list_pictures(row) == (("avatar", ANNA.id), ("gift", 5))
