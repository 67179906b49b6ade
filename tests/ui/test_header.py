"""What the header says of a room, and what its buttons do."""

import pytest
from PySide6.QtCore import Qt

from app.session import Connect, Disconnect
from app.state import Status
from app.ui.figures import write_time_of_day
from app.ui.panes.header.source import HeaderFrame
from app.ui.phases import LOOKS, describe_status, write_window_title
from app.ui.wishes import AskName, ChooseWay, LookBeneath
from tests.ui.headers import NUMBERS, frame, make_header, shown, status
from tests.ui.rooms import NOON


@pytest.fixture
def header(qtbot):
    return make_header(qtbot)


def numbers(header):
    return {
        name: (figure.value.text(), figure.caption.text()) for name, figure in header.numbers.figures.items()
    }


def test_states_can_be_told_apart_without_colour():
    assert len({(look.word, look.icon) for look in LOOKS.values()}) == len(LOOKS)


@pytest.mark.parametrize("phase", LOOKS)
def test_every_phase_is_a_word(header, phase):
    header.present(HeaderFrame(status(phase, is_lost=True), NOON))
    assert header.chip.word.text() == LOOKS[phase].word


def test_the_state_has_the_age_of_the_data_beside_it(header):
    header.present(frame(age_ms=7_000))
    assert header.chip.word.text() == "LIVE · 7 s"


def test_after_the_end_stands_when_the_last_data_came(header):
    header.present(frame("ended", age_ms=60_000))
    assert header.chip.word.text() == f"Ended · {write_time_of_day(NOON - 60_000)}"


def test_nothing_moves_while_the_data_grows_old(header):
    widths = set()
    for age_ms in (0, 5_000, 18_000):
        header.present(frame(age_ms=age_ms))
        widths.add(header.chip.width())
    assert len(widths) == 1


def test_numbers_are_grouped_and_large_ones_short(header):
    header.present(frame(viewers=1_234, likes=204_512, diamonds=1_234_567, follows=2_023))
    assert {name: value for name, (value, _) in numbers(header).items() if name != "clock"} == {
        "viewers": "1,234",
        "likes": "204,512",
        "diamonds": "1.23M",
        "follows": "2,023",
    }
    assert header.numbers.diamonds.value.toolTip() == "1,234,567"


def test_the_stream_clock_runs_while_live(header):
    header.present(frame())
    assert numbers(header)["clock"] == ("2:11:42", "on air")


def test_after_the_end_numbers_stand_as_the_last_that_are_known(header):
    header.present(frame("ended", age_ms=60_000, viewers=525, trend=57))
    assert numbers(header)["clock"] == ("2:10:42", "was on air")
    assert numbers(header)["viewers"] == ("525", "last known")
    assert header.numbers.viewers.note.text() == ""


@pytest.mark.parametrize("phase", ["reconnecting", "connecting"])
@pytest.mark.parametrize(
    ("lost", "clock"), [(True, ("2:11:42", "on air")), (False, ("2:10:42", "was on air"))]
)
def test_the_clock_runs_on_while_a_lost_connection_is_tried_again(header, phase, lost, clock):
    header.present(frame(phase, age_ms=60_000, status_fields={"is_lost": lost}))
    assert numbers(header)["clock"] == clock
    age = "1 min" if lost else write_time_of_day(NOON - 60_000)
    assert header.chip.word.text().endswith(f" · {age}")


@pytest.mark.parametrize("phase", ["reconnecting", "waiting", "failed", "idle", "connecting"])
def test_without_a_connection_nobody_is_watching_now(header, phase):
    header.present(frame(phase, viewers=525, trend=57))
    assert numbers(header)["viewers"] == ("525", "last known")
    assert header.numbers.viewers.note.text() == ""


def test_another_room_begins_without_numbers(header):
    header.present(frame(**NUMBERS))
    header.present(HeaderFrame(Status(), NOON))
    assert shown(header) == ["chip", "name", "menu"]


@pytest.mark.parametrize(("silent_ms", "word"), [(19_000, "LIVE"), (20_000, "No data"), (55_000, "No data")])
def test_a_silent_connection_is_not_called_live(header, silent_ms, word):
    silent = frame(age_ms=silent_ms, viewers=5)
    header.present(silent)
    assert header.chip.word.text().startswith(word)
    title = write_window_title(silent.status, 5, NOON)
    assert (word in title, "🟢" in title) == (True, word == "LIVE")
    assert ("Nothing has come for" in header.name.line.text()) == (word != "LIVE")


def test_a_pause_of_the_host_may_be_silent(header):
    header.present(frame("paused", age_ms=60_000))
    assert header.chip.word.text().startswith("Paused by host")


@pytest.mark.parametrize(("trend", "mark"), [(12, "▲ 12"), (-7, "▼ 7"), (0, "")])
def test_the_trend_has_a_shape(header, trend, mark):
    header.present(frame(viewers=100, trend=trend))
    assert header.numbers.viewers.note.text() == mark


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (status("idle"), "Sidestage"),
        (status("live"), "🟢 LIVE @mira – 1,234 👁 – Sidestage"),
        (
            status("reconnecting", retry_at_ms=NOON + 11_200, is_lost=True),
            "🔴 Connection lost @mira, retry in 12 s – Sidestage",
        ),
    ],
)
def test_the_title_bar_tells_the_state(told, title):
    assert write_window_title(told, 1_234, NOON) == title


def test_it_is_said_when_it_is_looked_again():
    told = Status("waiting", sentence="@mira is not live.", hint="", retry_at_ms=NOON + 60_000)
    assert (
        describe_status(told, NOON)
        == f"Checking again at {write_time_of_day(NOON + 60_000)}. @mira is not live."
    )


@pytest.mark.parametrize(
    ("seconds", "attempt", "words"),
    [(12, 1, "in 12 s."), (99, 2, "in 99 s (attempt 3)."), (751, 1, "in 12:31."), (3_600, 1, "in 1:00:00.")],
)
def test_the_line_below_the_name_counts_down_to_the_next_try(header, seconds, attempt, words):
    trouble = {"sentence": "Lost.", "retry_at_ms": NOON + seconds * 1000, "attempt": attempt}
    header.present(frame("reconnecting", status_fields=trouble))
    assert header.name.line.text().startswith(f"Next try {words} Lost.")


def test_while_it_is_tried_the_step_stands_before_what_was_wrong(header):
    trying = {"trouble": "Lost.", "trouble_hint": "Look.", "sentence": "Looking …", "trying_ms": NOON}
    header.present(frame("connecting", status_fields=trying))
    assert header.name.line.text() == "Looking … Lost. Look."


def test_while_all_is_well_the_title_of_the_stream_stands_there(header):
    header.present(frame(status_fields={"title": "Friday night"}))
    assert (header.name.name.text(), header.name.line.text()) == ("@mira", "Friday night")


@pytest.mark.parametrize(
    ("phase", "cover", "deeds"),
    [
        ("live", "none", []),
        ("reconnecting", "none", ["Try now", "Cancel"]),
        ("waiting", "none", ["Try now", "Cancel"]),
        ("connecting", "none", ["Cancel"]),
        ("ended", "over", []),
        ("ended", "lifted", ["Follow again", "Totals"]),
        ("reconnecting", "over", []),
    ],
)
def test_what_can_be_done_stands_beside_the_name_unless_a_page_offers_it(header, phase, cover, deeds):
    header.present(frame(phase))
    header.learn_cover(cover)
    assert [button.text() for button in header.deeds if button.isVisible()] == deeds


def test_what_the_buttons_wish(header, qtbot):
    heard = []
    header.wish.connect(heard.append)
    header.present(frame("reconnecting"))
    for button in header.deeds:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    header.present(frame("ended"))
    header.learn_cover("lifted")
    qtbot.mouseClick(header.deeds[1], Qt.MouseButton.LeftButton)
    assert heard == [Connect("mira"), Disconnect(), LookBeneath(is_lifted=False)]


def test_below_a_page_the_header_keeps_the_word(header):
    header.present(frame("ended", viewers=5, likes=7, status_fields={"sentence": "It ended."}))
    header.learn_cover("over")
    assert header.name.line.text() == ""
    assert shown(header) == ["chip", "name", "menu"]


def test_a_mistyped_name_is_not_told_as_a_failure(header):
    wrong = Status("failed", "“a b” is not a TikTok name.", "Use a name.", code="usage", revision=3)
    header.present(HeaderFrame(wrong, NOON))
    assert header.chip.word.text() == "Not connected"
    assert write_window_title(wrong, None, NOON) == "⚪ Not connected – Sidestage"


def test_an_answer_to_what_was_typed_is_said_for_a_while_also_while_it_is_tried(header):
    answer = {"notice": "@mira is followed already.", "notice_hint": "Disconnect first.", "notice_ms": NOON}
    lines = []
    for phase, passed_ms in (("live", 1_000), ("reconnecting", 2_000), ("live", 15_000)):
        again = Status(phase, unique_id="mira", title="Friday", last_event_ms=NOON + passed_ms, **answer)
        header.present(HeaderFrame(again, NOON + passed_ms))
        lines.append(header.name.line.text())
    assert lines == ["@mira is followed already. Disconnect first."] * 2 + ["Friday"]


@pytest.mark.parametrize(("lost", "word"), [(True, "Connection lost"), (False, "No connection yet")])
def test_only_what_was_there_is_called_lost(header, lost, word):
    header.present(HeaderFrame(status("reconnecting", is_lost=lost), NOON))
    assert header.chip.word.text() == word


def test_what_a_screen_reader_is_given_turns_no_direction(header):
    header.present(HeaderFrame(Status(phase="live", unique_id="ab\u202ecd\u2066"), NOON))
    assert header.accessibleName() == "State: LIVE @abcd"


# Typing a name in its place.


def test_the_name_is_a_button_that_asks_for_another(header, qtbot):
    header.present(frame())
    with qtbot.waitSignal(header.wish) as asked:
        qtbot.mouseClick(header.name, Qt.MouseButton.LeftButton)
    assert asked.args == [AskName()]


def test_the_box_takes_the_place_of_the_numbers_until_a_name_is_entered(header, qtbot):
    header.present(frame(**NUMBERS))
    header.ask_name()
    assert shown(header) == ["chip", "box", "stop", "ways", "menu"]
    assert header.window().focusWidget() is header.box.box
    heard = []
    header.wish.connect(heard.append)
    qtbot.keyClicks(header.box.box, "@bo")
    qtbot.keyClick(header.box.box, Qt.Key.Key_Return)
    assert heard == [Connect("@bo")]
    assert "viewers" in shown(header)


def test_esc_brings_the_numbers_back_and_keeps_what_was_typed(header, qtbot):
    header.present(frame(**NUMBERS))
    header.ask_name()
    qtbot.keyClicks(header.box.box, "bo tw")
    qtbot.keyClick(header.box.box, Qt.Key.Key_Escape)
    assert "viewers" in shown(header)
    header.ask_name()
    assert header.box.box.text() == "bo tw"


def test_disconnect_and_the_ways_in_stand_beside_the_box(header, qtbot):
    heard = []
    header.wish.connect(heard.append)
    header.ask_name()
    qtbot.mouseClick(header.stop, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(header.ways, Qt.MouseButton.LeftButton)
    assert heard == [Disconnect(), ChooseWay()]
