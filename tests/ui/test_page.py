"""The page while there is no data: what it says, what it offers, and how long it stands there."""

import pytest
from PySide6.QtCore import Qt

from app import events as ev
from app.session import Connect, Disconnect, Leave
from app.settings import WAYS, Choices
from app.state import RoomState, Status
from app.ui.deeds import CURES, DEEDS, SITUATIONS, list_deeds, name_situation
from app.ui.figures import write_time_of_day
from app.ui.look import find_look
from app.ui.panes.page.source import PageSource
from app.ui.panes.page.texts import write_paragraph
from app.ui.standing import Standing
from app.ui.text import write_tooltip
from app.ui.wishes import ChooseWay, LookBeneath, WatchDemo
from tests.ui.rooms import NOON, comment, gift
from tests.ui.scenes import NOW, SCENES, trying
from tests.ui.start_page import COVERED, WISHES, make_page, show


@pytest.fixture
def page(qtbot):
    return make_page(qtbot)


# Which deeds fit.


def standing(phase, code="", *, has_data=False, target="@mira", **fields):
    return Standing(Status(phase, code=code, last_event_ms=NOON if has_data else 0, **fields), NOON, target)


@pytest.mark.parametrize(
    ("stands", "name", "deeds"),
    [
        (standing("idle"), "start", ["demo"]),
        (standing("idle", has_data=True), "left", ["again", "rows", "demo", "start"]),
        (standing("connecting"), "connecting", ["cancel", "demo"]),
        (standing("connecting", "offline", trying_ms=1), "waiting", ["now", "cancel", "demo"]),
        (standing("connecting", "dns", trying_ms=1), "reconnecting", ["now", "cancel", "demo"]),
        (standing("waiting", "offline"), "waiting", ["now", "cancel", "demo"]),
        (standing("reconnecting", "captcha"), "reconnecting", ["now", "way", "cancel", "demo"]),
        (standing("reconnecting", "signer_limited"), "reconnecting", ["now", "key", "way", "cancel", "demo"]),
        (standing("reconnecting", "proxy"), "reconnecting", ["now", "proxy", "cancel", "demo"]),
        (standing("failed", "age_restricted"), "failed", ["log_in", "again", "demo", "start"]),
        (
            standing("failed", "signer_key", has_data=True),
            "failed",
            ["key", "way", "again", "rows", "demo", "start"],
        ),
        (standing("failed", "offline", target=""), "failed", ["demo", "start"]),
        (standing("failed", "usage"), "mistyped", ["demo", "start"]),
        (standing("failed", "no_such_user"), "mistyped", ["demo", "start"]),
        (standing("ended", has_data=True), "ended", ["again", "rows", "demo", "start"]),
    ],
)
def test_what_can_be_done_follows_from_phase_and_failure(stands, name, deeds):
    assert name_situation(stands) == name
    assert list_deeds(stands, SITUATIONS[name].deeds, WISHES) == deeds


def test_every_deed_is_offered_somewhere():
    offered = {name for row in SITUATIONS.values() for name in (*row.deeds, *row.bar)}
    assert {*DEEDS} == offered - {"help"} | {name for names in CURES.values() for name in names}


def test_what_cannot_be_granted_is_not_offered():
    assert list_deeds(standing("failed", "captcha"), ("help", "again", "demo"), frozenset()) == ["again"]


def test_the_buttons_wish_what_they_say(page, qtbot):
    heard = []
    page.wish.connect(heard.append)
    for scene in ("limited", "adults", "ended"):
        show(page, SCENES[scene]())
        for button in page.deeds.parts:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard == [
        *(Connect("@mira.plays"), ChooseWay("key"), ChooseWay("way"), Disconnect(), WatchDemo()),
        *(ChooseWay("log_in"), Connect("@mira.plays"), WatchDemo(), Leave()),
        *(Connect("@mira.plays"), LookBeneath(), WatchDemo(), Leave()),
    ]


# What is said.


def test_the_first_start_says_who_sees_what_on_the_way_that_is_chosen(page):
    show(page, RoomState())
    assert page.title.text() == "See a TikTok LIVE at a glance"
    assert "api.eulerstream.com" in page.privacy.text().replace("\u200b", "")
    assert "not made or endorsed by TikTok" in page.unofficial.text()
    page.prefer(Choices(way="polling"))
    assert page.privacy.text() == write_paragraph(WAYS["polling"].privacy)


@pytest.mark.parametrize("way", WAYS)
def test_every_way_says_who_sees_what(way):
    assert WAYS[way].privacy.fill(host="h").endswith(".")


def test_names_that_were_followed_are_buttons(page, qtbot):
    heard = []
    page.wish.connect(heard.append)
    show(page, RoomState())
    assert [button.toolTip() for button in page.recent.parts] == [
        write_tooltip(name) for name in ("@mira.plays", "@anna", "@bo", "room:7300000000000000001", "@cy")
    ]
    assert page.recent.parts[2].text() == "@bo"
    qtbot.mouseClick(page.recent.parts[1], Qt.MouseButton.LeftButton)
    assert heard == [Connect("@anna")]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_name_is_entered(page, qtbot):
    show(page, RoomState())
    with qtbot.waitSignal(page.wish) as asked:
        qtbot.keyClicks(page.box.box, "@bo")
        qtbot.keyClick(page.box.box, Qt.Key.Key_Return)
    assert asked.args == [Connect("@bo")]


@pytest.mark.parametrize(
    ("seconds", "number", "caption"),
    [
        (12, "12 s", "until try 3"),
        (99, "99 s", "until try 3"),
        (751, "12:31", "until try 3"),
        (3_601, write_time_of_day(NOW + 3_601_000), "the next try"),
    ],
)
def test_the_countdown_is_large(page, seconds, number, caption):
    show(page, trying("dns", "No.", delay_s=seconds))
    assert (page.countdown.number.text(), page.countdown.caption.text()) == (number, caption)
    assert page.countdown.number.font().pixelSize() == find_look().sizes.hero_most


def test_it_is_said_since_when_a_stream_is_waited_for(page):
    state = trying("offline", "@mira.plays is not live.", delay_s=60, attempt=1)
    for minute in range(1, 4):
        again = ev.Reconnecting(code="offline", reason="@mira.plays is not live.", delay_s=60)
        state.apply(again, NOW + minute * 60_000)
    show(page, state, NOW + 3 * 60_000 + 18_000)
    assert page.words.text() == f"Waiting since {write_time_of_day(NOW)}."
    assert (page.countdown.number.text(), page.countdown.caption.text()) == (
        "42 s",
        "until Sidestage looks again",
    )


def test_while_it_is_tried_again_everything_stays_in_its_place(page):
    state = trying("captcha", "A captcha.", "Wait.")
    show(page, state)
    before = [part.geometry() for part in (page.title, page.words, *page.deeds.parts)]
    state.apply(ev.Connecting(unique_id="mira.plays", step="Looking …", attempt=3), NOW)
    show(page, state)
    assert (page.title.text(), page.countdown.caption.text()) == ("A captcha.", "Looking …")
    assert [part.geometry() for part in (page.title, page.words, *page.deeds.parts)] == before


def test_an_answer_to_what_was_typed_is_said_for_a_while(page):
    state = trying("dns", "No.")
    state.note("“a b” is not a TikTok name.", NOW, "Use a name like @creator.")
    show(page, state)
    assert page.notice.text() == "“a b” is not a TikTok name. Use a name like @creator."
    show(page, state, NOW + 60_000)
    assert not page.notice.isVisible()


def test_after_the_end_the_sums_of_the_stream_are_told(page):
    state = RoomState()
    state.apply(ev.Connected(unique_id="mira", room_id=1, started_ms=NOON - 3_600_000), NOON)
    happened = (
        comment("a"),
        comment("b"),
        gift(37),
        ev.Follow(),
        ev.Viewers(method="m", now=12),
        ev.Viewers(method="m", now=9),
    )
    for event in (*happened, ev.End()):
        state.apply(event, NOON)
    show(page, state, NOON)
    assert [(tile.value.text(), tile.caption.text()) for tile in page.sums.parts] == [
        ("1:00:00", "on air"),
        ("12", "viewers at most"),
        ("37", "diamonds"),
        ("37", "gifts"),
        ("2", "comments"),
        ("1", "new follower"),
    ]
    assert page.gifter.text() == "Anna gave most: 37 diamonds."


# The name that was typed wrong.


def test_a_name_typed_wrong_stays_in_the_box_with_the_sentence_beside_it(page, qtbot):
    show(page, RoomState())
    page.box.box.selectAll()
    qtbot.keyClicks(page.box.box, "two words")
    show(page, SCENES["mistyped"]())
    assert page.window().focusWidget() is page.box.box
    assert page.box.box.text() == "two words"
    assert page.title.text() == "“two words” is not a TikTok name."
    places = [part.geometry().center().y() for part in (page.title, page.words, page.box)]
    assert places == sorted(places)
    assert page.title.colour == "warn"
    qtbot.keyClicks(page.box.box, "x")
    assert page.title.colour == "text"


# Where the page stands, and for how long.


@pytest.mark.parametrize("scene", SCENES)
def test_it_covers_while_there_is_no_data_and_at_rest(page, scene):
    show(page, SCENES[scene]())
    assert page.is_prominent == (scene in COVERED)


def test_rows_stay_in_sight_while_a_lost_connection_is_made_again_and_give_way_at_the_end(page):
    state, seen = SCENES["busy"](), []
    show(page, state)
    page.room_changed.connect(lambda: seen.append(page.is_prominent))
    happened = (
        ev.Reconnecting(code="connection_lost", reason="Lost.", delay_s=2),
        ev.Connecting(attempt=2),
        ev.Disconnected(code="signer_key", reason="The key is refused."),
        ev.Connecting(),
    )
    for event in happened:
        state.apply(event, NOW)
        show(page, state)
    assert seen == [True, False]


def test_while_the_panes_are_in_sight_there_is_no_news_for_it():
    state, source = SCENES["busy"](), PageSource()
    before = source.stamp(state, NOW)
    state.apply(comment("more"), NOW + 5_000)
    assert source.stamp(state, NOW + 5_000) == before
