import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetrics

from app.events import Quota
from app.session import Connect, Disconnect
from app.state import Status
from app.ui.figures import time_of_day
from app.ui.panes.connect.pane import ConnectBar
from app.ui.panes.header.pane import Header
from app.ui.panes.header.source import HeaderFrame
from app.ui.phases import LOOKS, what_next, window_title
from app.ui.standing import Standing
from tests.ui.rooms import NOON


def status(phase, **fields):
    return Status(phase=phase, unique_id="mira", **fields)


def frame(phase="live", *, age_ms=0, **fields):
    told = {"last_event_ms": NOON - age_ms, "started_ms": NOON - 7_902_000}
    return HeaderFrame(status(phase, **told), NOON, **fields)


@pytest.fixture
def header(qtbot):
    header = Header()
    qtbot.addWidget(header)
    return header


@pytest.fixture
def bar(qtbot):
    bar = ConnectBar()
    qtbot.addWidget(bar)
    return bar


def test_states_can_be_told_apart_without_colour():
    assert len({(look.word, look.icon) for look in LOOKS.values()}) == len(LOOKS)


@pytest.mark.parametrize("phase", LOOKS)
def test_every_phase_is_a_word(header, phase):
    header.present(HeaderFrame(status(phase, lost=True), NOON))
    assert header.word.text() == LOOKS[phase].word


def test_numbers_are_grouped_and_large_ones_short(header):
    header.present(frame(viewers=1_234, likes=204_512, diamonds=1_234_567))
    texts = [figure.value.text() for figure in (header.viewers, header.likes, header.diamonds)]
    assert texts == ["1,234", "204,512", "1.23M"]
    assert header.diamonds.value.toolTip() == "1,234,567"


def test_the_stream_clock_runs_while_live(header):
    header.present(frame())
    assert header.clock.value.text() == "2:11:42"


def test_after_the_end_numbers_stand_as_the_last_that_are_known(header):
    header.present(frame("ended", age_ms=60_000, viewers=525, trend=57))
    shown = [(figure.value.text(), figure.caption.text()) for figure in (header.clock, header.viewers)]
    assert shown == [("2:10:42", "was on air"), ("525", "last known")]
    assert header.viewers.note.text() == ""
    assert header.age.value.text() == time_of_day(NOON - 60_000)


@pytest.mark.parametrize("phase", ["reconnecting", "connecting"])
@pytest.mark.parametrize(
    ("lost", "clock"), [(True, ("2:11:42", "on air")), (False, ("2:10:42", "was on air"))]
)
def test_the_clock_runs_on_while_a_lost_connection_is_tried_again(header, phase, lost, clock):
    told = {"last_event_ms": NOON - 60_000, "started_ms": NOON - 7_902_000, "lost": lost}
    header.present(HeaderFrame(status(phase, **told), NOON))
    assert (header.clock.value.text(), header.clock.caption.text()) == clock
    assert (header.age.caption.text() == "stalled?") == lost


@pytest.mark.parametrize("phase", ["reconnecting", "waiting", "failed", "idle", "connecting"])
def test_without_a_connection_nobody_is_watching_now(header, phase):
    header.present(frame(phase, viewers=525, trend=57))
    assert (header.viewers.caption.text(), header.viewers.note.text()) == ("last known", "")


def test_another_room_begins_without_numbers(header):
    header.present(frame(viewers=525, likes=9, diamonds=9))
    header.present(HeaderFrame(Status(), NOON))
    figures = (header.clock, header.viewers, header.likes, header.diamonds, header.age)
    assert {figure.value.text() for figure in figures} == {"–"}


@pytest.mark.parametrize(("silent_ms", "word"), [(19_000, "LIVE"), (20_000, "No data"), (55_000, "No data")])
def test_a_silent_connection_is_not_called_live(header, bar, silent_ms, word):
    shown = frame(age_ms=silent_ms, viewers=5)
    header.present(shown)
    bar.present(Standing(shown.status, NOON))
    assert header.word.text() == word
    title = window_title(shown.status, 5, NOON)
    assert (word in title, "🟢" in title) == (True, word == "LIVE")
    assert ("Nothing has come for" in bar.line.text()) == (word != "LIVE")


def test_a_pause_of_the_host_may_be_silent(header):
    header.present(frame("paused", age_ms=60_000))
    assert header.word.text() == "Paused by host"


@pytest.mark.parametrize(("trend", "shown"), [(12, "▲ 12"), (-7, "▼ 7"), (0, "")])
def test_the_trend_has_a_shape(header, trend, shown):
    header.present(frame(trend=trend))
    assert header.viewers.note.text() == shown


def test_old_data_is_called_stalled(header):
    header.present(frame(age_ms=20_000))
    assert (header.age.value.text(), header.age.caption.text()) == ("20 s", "stalled?")


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (status("idle"), "Sidestage"),
        (status("live"), "🟢 LIVE @mira – 1,234 👁 – Sidestage"),
        (
            status("reconnecting", retry_at_ms=NOON + 11_200, lost=True),
            "🔴 Connection lost @mira, retry in 12 s – Sidestage",
        ),
    ],
)
def test_the_title_bar_tells_the_state(told, shown):
    assert window_title(told, 1_234, NOON) == shown


def test_the_status_line_says_when_it_is_looked_again():
    told = Status("waiting", sentence="@mira is not live.", hint="", retry_at_ms=NOON + 60_000)
    assert what_next(told, NOON) == f"Checking again at {time_of_day(NOON + 60_000)}."


@pytest.mark.parametrize(
    ("seconds", "attempt", "words"),
    [(12, 1, "in 12 s."), (99, 2, "in 99 s (attempt 3)."), (751, 1, "in 12:31."), (3_600, 1, "in 1:00:00.")],
)
def test_the_status_line_counts_down_to_the_next_try(seconds, attempt, words):
    told = Status("reconnecting", "Lost.", "", retry_at_ms=NOON + seconds * 1000, attempt=attempt)
    assert what_next(told, NOON) == f"Next try {words}"


@pytest.mark.parametrize(
    ("phase", "word"),
    [
        ("idle", "Connect"),
        ("connecting", "Cancel"),
        ("reconnecting", "Cancel"),
        ("waiting", "Cancel"),
        ("live", "Disconnect"),
        ("ended", "Connect"),
        ("failed", "Connect"),
    ],
)
def test_the_button_goes_round_and_the_box_stays_open(bar, phase, word):
    bar.present(Standing(status(phase), NOON))
    assert (bar.button.text(), bar.box.isEnabled()) == (word, True)


def test_connect_without_a_name_follows_again(bar, qtbot):
    bar.present(Standing(status("ended"), NOON, target="@mira"))
    with qtbot.waitSignal(bar.wish) as asked:
        bar.button.click()
    assert asked.args == [Connect("@mira")]


def test_a_mistyped_name_is_not_told_as_a_failure(bar, header, qtbot):
    mistyped = Status("failed", "“a b” is not a TikTok name.", "Use a name.", code="usage", revision=3)
    bar.present(Standing(mistyped, NOON))
    header.present(HeaderFrame(mistyped, NOON))
    assert (header.word.text(), window_title(mistyped, None, NOON)) == (
        "Not connected",
        "⚪ Not connected – Sidestage",
    )
    red = bar.line.palette().windowText().color().name()
    qtbot.keyClicks(bar.box, "anna")
    bar.present(Standing(mistyped, NOON + 1_000))
    assert bar.line.palette().windowText().color().name() != red


def test_an_answer_to_what_was_typed_is_said_for_a_while(bar):
    answer = {"notice": "@mira is followed already.", "notice_hint": "Disconnect first.", "notice_ms": NOON}
    live = status("live", **answer, sentence="Live.", hint="")
    bar.present(Standing(live, NOON + 1_000))
    assert (bar.line.text(), bar.next.text()) == ("@mira is followed already.", "Disconnect first.")
    bar.present(Standing(live, NOON + 60_000))
    assert (bar.line.text(), bar.next.text()) == ("Live.", "")


def test_an_answer_stays_while_a_connection_is_tried_again_until_something_else_is_typed(bar, qtbot):
    answer = {"notice": "“a b” is not a TikTok name.", "notice_ms": NOON}
    bar.present(Standing(status("reconnecting", **answer, revision=1), NOON))
    bar.present(Standing(status("connecting", **answer, revision=2), NOON + 1_000))
    assert bar.line.text() == "“a b” is not a TikTok name."
    qtbot.keyClicks(bar.box, "x")
    trying = status("reconnecting", **answer, revision=3, sentence="TikTok cannot be reached.")
    bar.present(Standing(trying, NOON + 2_000))
    assert bar.line.text() == "TikTok cannot be reached."


def test_enter_asks_for_what_was_typed(bar, qtbot):
    bar.box.setText("  @mira ")
    with qtbot.waitSignal(bar.wish) as asked:
        bar.box.returnPressed.emit()
    assert asked.args == [Connect("@mira")]


def test_an_empty_box_asks_for_nothing(bar, qtbot):
    with qtbot.assertNotEmitted(bar.wish):
        bar.button.click()


def test_the_button_cancels_while_connecting(bar, qtbot):
    bar.present(Standing(status("connecting"), NOON))
    with qtbot.waitSignal(bar.wish) as asked:
        bar.button.click()
    assert asked.args == [Disconnect()]


@pytest.mark.parametrize(("lost", "word"), [(True, "Connection lost"), (False, "No connection yet")])
def test_only_what_was_there_is_called_lost(header, lost, word):
    header.present(HeaderFrame(status("reconnecting", lost=lost), NOON))
    assert header.word.text() == word


@pytest.mark.parametrize("width", [624, 800, 1040, 1280])
def test_the_state_is_whole_at_every_width(header, width):
    header.shrink(small=width < 1040)
    header.resize(width, 80)
    numbers = {"viewers": 2_099, "trend": 110, "likes": 98_765, "diamonds": 1_290_000}
    header.present(frame("reconnecting", **numbers))
    header.show()
    QCoreApplication.sendPostedEvents()
    shown = [figure.value for figure in header._figures if figure.isVisible()]
    assert not [label.text() for label in shown if label.width() < label.sizeHint().width()]
    for label in (header.word, *(figure.caption for figure in header._figures if figure.isVisible())):
        words, look = label.choose_wording()
        assert QFontMetrics(look).horizontalAdvance(words) <= label.width()


@pytest.mark.parametrize(("passed_ms", "shown"), [(-1, "6 of 30 signatures"), (1, "")])
def test_a_quota_that_was_renewed_is_not_told_any_more(bar, passed_ms, shown):
    quota = Quota(span="hour", limit=30, left=6, reset_ms=NOON)
    bar.present(Standing(status("live", quota=quota), NOON + passed_ms))
    assert bar.quota.text() == shown


def test_what_a_screen_reader_is_given_turns_no_direction(header):
    header.present(HeaderFrame(Status(phase="live", unique_id="ab\u202ecd\u2066"), NOON))
    assert header.accessibleName() == "State: LIVE @abcd"
