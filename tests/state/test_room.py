from dataclasses import replace

import pytest

from app import events as ev
from app.state import RoomState

ANNA = ev.User(id=1, nickname="Anna")
ROSE = ev.Gift(
    method="m",
    user=ANNA,
    gift_id=1,
    gift_name="Rose",
    diamonds=1,
    count=3,
    streakable=True,
    ended=False,
    group_id=4,
)


def room(*events, now=1_000):
    state = RoomState()
    for event in events:
        state.apply(event, now)
    return state


def connected(room_id=7):
    return ev.Connected(unique_id="host", host=ev.User(99, "host"), room_id=room_id, title="Hi", started_ms=5)


def test_it_is_known_since_when_it_is_tried_and_why_it_was_in_vain():
    state, seen = RoomState(), []
    offline = ev.Reconnecting(reason="Not live.", code="offline", hint="Wait.", delay_s=60)
    happened = (ev.Connecting(), offline, ev.Connecting(attempt=2, step="Looking …"), offline, connected())
    for at, event in enumerate(happened, 1):
        state.apply(event, at * 1_000)
        status = state.connection.status
        seen.append((status.trying_ms, status.trouble, status.trouble_hint))
    assert seen == [(0, "", ""), *[(2_000, "Not live.", "Wait.")] * 3, (0, "", "")]


def test_connections_that_were_lost_and_made_again_are_counted():
    lost, again = ev.Reconnecting(reason="Lost.", delay_s=1), ev.Connecting(attempt=2)
    state = room(ev.Connecting(), lost, again, connected(), *(lost, again, connected()) * 2)
    assert state.totals.reconnects == 2
    state.apply(connected(room_id=8), 1_000)
    assert state.totals.reconnects == 0


def test_a_gift_reaches_ledger_and_leaderboard():
    state = room(ROSE, ROSE)
    assert state.gifts.diamonds == 3
    assert [
        (row.user.name, row.diamonds, row.gifts, row.is_counting, row.gift, row.gift_count)
        for row in state.leaderboard.top(5)
    ] == [("Anna", 3, 3, True, "Rose", 3)]


def test_silence_ends_the_streak_on_the_leaderboard_too():
    state = room(ROSE)
    state.tick(13_000)
    assert not state.leaderboard.top(1)[0].is_counting


def test_losing_the_connection_keeps_streaks_open_and_leaving_closes_them():
    state = room(ROSE, ev.Reconnecting(reason="lost"))
    assert state.leaderboard.top(1)[0].is_counting
    state.apply(ev.Disconnected(), 2_000)
    assert not state.leaderboard.top(1)[0].is_counting


def test_likes_are_summed_and_the_rooms_counter_never_falls():
    state = room(ev.Like(count=5, total=1_000_000), ev.Like(count=2, total=7))
    assert (state.totals.likes, state.totals.room_likes) == (7, 1_000_000)


def test_joins_and_likes_write_no_line_but_follows_do():
    state = room(ev.Join(user=ANNA), ev.Like(user=ANNA), ev.Follow(user=ANNA))
    assert [(row.kind, row.text) for row in state.chat.since(0)] == [("follow", "followed")]


def test_a_comment_of_pictures_only_has_words():
    smile = ev.Emote(0, "1")
    state = room(ev.Comment(user=ANNA, emotes=(smile,)), ev.Comment(user=ANNA, emotes=(smile, smile)))
    assert [(row.kind, row.text) for row in state.chat.since(0)] == [
        ("emote", "an emote"),
        ("emote", "2 emotes"),
    ]


def test_a_question_is_written_down_when_it_is_asked():
    asked = [ev.Question(user=ANNA, text="Why?", phase=phase) for phase in ("new", "selected", "removed")]
    assert [row.text for row in room(*asked).chat.since(0)] == ["Why?"]


def test_a_moderators_delete_marks_the_comment():
    state = room(ev.Comment(user=ANNA, text="hey", msg_id=11), ev.Delete(msg_ids=(11,)))
    assert state.chat.since(0)[0].is_deleted


def test_a_gap_breaks_the_line_and_is_told_in_the_chat():
    state = room(ev.Viewers(now=10), ev.Gap(from_ms=1_000, to_ms=42_000), ev.Viewers(now=12))
    assert [count for _, count in state.viewers.list_samples()] == [10, None, 12]
    assert state.chat.since(0)[-1].text.startswith("41 s without a connection")


def test_one_sample_every_five_seconds_the_latest_wins():
    state = RoomState()
    for now, count in ((0, 1), (4_000, 2), (5_000, 3)):
        state.apply(ev.Viewers(now=count, total=count), now)
    assert state.viewers.list_samples() == ((4_000, 2), (5_000, 3))
    assert (state.viewers.now, state.viewers.peak, state.viewers.average) == (3, 3, 2)


def test_the_same_room_again_goes_on_and_another_room_starts_over():
    state = room(connected(), ROSE, connected())
    assert state.gifts.diamonds == 3
    state.apply(connected(room_id=8), 1_000)
    assert (state.gifts.diamonds, state.leaderboard.count, state.totals.comments) == (0, 0, 0)


def test_the_status_says_what_goes_on():
    state = room(ev.Connecting(unique_id="host", step="Looking for @host …"))
    assert (state.connection.status.phase, state.connection.status.sentence) == (
        "connecting",
        "Looking for @host …",
    )
    state.apply(connected(), 10)
    assert (
        state.connection.status.phase,
        state.connection.status.title,
        state.connection.status.started_ms,
    ) == ("live", "Hi", 5)
    state.apply(ev.Pause(action=1), 11)
    assert state.connection.status.phase == "paused"
    state.apply(ev.Reconnecting(reason="Connection lost.", delay_s=2.5, attempt=2), 100)
    assert (state.connection.status.phase, state.connection.status.retry_at_ms) == ("reconnecting", 2_600)
    state.apply(ev.End(action=4), 12)
    assert state.connection.status.sentence == "The stream was ended by TikTok."
    state.apply(ev.Disconnected(ended=True), 13)
    assert (state.connection.status.phase, state.connection.status.retry_at_ms) == ("ended", 0)


def test_a_failure_keeps_its_sentence_and_hint():
    status = room(ev.Disconnected(reason="@x is not live.", hint="Wait.", code="offline")).connection.status
    assert (status.phase, status.sentence, status.hint) == ("failed", "@x is not live.", "Wait.")


def test_only_a_gift_for_a_guest_names_whom_it_is_for():
    guest = ev.User(50, "guest")
    for_guest = replace(ROSE, group_id=5, to_user=guest)
    state = room(connected(), replace(ROSE, to_user=ev.User(99, "host")), for_guest)
    assert [row.to_user for row in state.gifts.since(0)] == [None, guest]


def test_the_status_keeps_the_code_of_a_failure_until_there_is_a_connection():
    lost = ev.Reconnecting(reason="A captcha.", code="captcha", delay_s=2.0)
    events = (ev.Connecting(), lost, ev.Connecting(attempt=2), ev.Quota(limit=5), connected())
    codes = []
    state = room()
    for event in events:
        state.apply(event, 1_000)
        codes.append(state.connection.status.code)
    assert codes == ["", "captcha", "captcha", "captcha", ""]


def test_what_was_typed_is_answered_until_the_connection_changes_for_good():
    lost = ev.Reconnecting(reason="No.", code="refused", delay_s=2.0)
    state = room(connected())
    state.note("“a b” is not a TikTok name.", 1_000, "Use a name.")
    notices = []
    for event in (lost, ev.Connecting(attempt=2), ev.Quota(limit=5), connected()):
        state.apply(event, 1_000)
        notices.append(state.connection.status.notice)
    assert notices == ["“a b” is not a TikTok name."] * 3 + [""]
    assert state.connection.status.notice_hint == "Use a name."


@pytest.mark.parametrize(("heard_ms", "outcome"), [(300_900, ""), (301_000, "lose"), (305_000, "lose")])
def test_who_won_a_battle_is_not_known_when_its_end_was_not_heard(heard_ms, outcome):
    state = room(connected())
    sides = (ev.Side(99, 3), ev.Side(20, 7))
    fight = ev.Battle(battle_id=1, phase="active", sides=sides, start_ms=1_000, duration_s=300, at_ms=1_000)
    state.apply(fight, 1_000)
    state.apply(ev.Like(method="WebcastLikeMessage"), heard_ms)
    state.apply(ev.Disconnected(), heard_ms)
    state.tick(320_000)
    assert (state.battle.current.phase, state.battle.current.sides[0].outcome) == ("ended", outcome)
    final = replace(fight, phase="ended", at_ms=301_000)
    state.apply(final, 330_000)
    assert state.battle.current.sides[0].outcome == "lose"


def test_a_new_connect_forgets_the_code():
    state = room(ev.Disconnected(reason="No.", code="captcha"), ev.Connecting())
    assert state.connection.status.code == ""


def test_a_connection_is_lost_only_if_there_was_one():
    lost = ev.Reconnecting(reason="No.", code="refused", delay_s=2.0)
    before = room(ev.Connecting(), lost, ev.Connecting(attempt=2), lost)
    after = room(ev.Connecting(), connected(), lost, ev.Connecting(attempt=2), lost)
    assert (before.connection.status.is_lost, after.connection.status.is_lost) == (False, True)
