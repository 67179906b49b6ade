"""Laws over PARTS, whatever parts there are, with events of all kinds."""

import ast
import json
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import example, given

import app.state
from app import events as ev
from app.state import PARTS, RoomState
from app.state.chat_row import RowKind
from app.state.part import Part
from app.ui.icons import KINDS, draw_icon
from tests.state.random_events import NOON, STEPS, play

ANNA = ev.User(1, "anna", "Anna")
BUSY = (
    ev.Connected(room_id=1, host=ev.User(10, "mira", "Mira"), started_ms=NOON - 5),
    ev.Comment(user=ANNA, text="hi", msg_id=1, at_ms=NOON),
    ev.Pin(user=ev.User(7, "ben"), text="rules", pinned_msg_id=77, at_ms=NOON),
    ev.Delete(msg_ids=(1, 2), user_ids=(1, 3), at_ms=NOON),
    ev.Question(user=ANNA, question_id=3, text="why?"),
    ev.Like(user=ANNA, count=3, total=9),
    ev.Join(user=ANNA, method="m"),
    ev.Follow(user=ANNA),
    ev.Share(user=ANNA),
    ev.Subscribe(user=ANNA),
    ev.Undecodable(),
    ev.Unknown(),
    ev.Gift(user=ANNA, gift_id=5, diamonds=2, streakable=True, ended=False, at_ms=NOON),
    ev.Goal(user=ANNA, goal_id=3, text="cake", progress=1, target=9),
    ev.GuestGifts(total=9),
    ev.Gap(from_ms=NOON - 3, to_ms=NOON),
    ev.Viewers(now=5, total=6, top=(ev.TopViewer(ANNA, 1, 1),)),
    ev.Battle(
        battle_id=1,
        phase="active",
        sides=(ev.Side(10, 1), ev.Side(20, 2)),
        at_ms=NOON,
        start_ms=NOON,
        duration_s=300,
    ),
    ev.Reconnecting(reason="No.", code="refused"),
)
BUSY_STEPS = [(event, 4_000, True) for event in BUSY]
OF_THE_VISIT = {"connection", "chat"}  # what stays when another stream of the same host begins
SOURCES = Path(app.state.__file__).parent


def played(steps, state=None):
    state = state or RoomState()
    for _ in play(state, steps):
        pass
    return state


def shown(part, *more):
    """What a part shows: what is neither hidden nor one of `more`."""
    return [pair for pair in part.snapshot() if pair[0] not in part.HIDDEN | set(more)]


def fresh_of(part):
    return type(part)().snapshot()


@given(STEPS)
@example(BUSY_STEPS)
def test_a_snapshot_that_went_through_json_gives_the_same_state(steps):
    state = played(steps)
    snapshot, again = state.snapshot(), RoomState()
    hash(snapshot)  # nothing in it can be changed
    again.restore(json.loads(json.dumps(snapshot)))
    assert again.snapshot() == snapshot


@given(STEPS, STEPS)
@example(BUSY_STEPS, BUSY_STEPS[::-1])
@example([(ev.Quota(limit=3), 0, True)], [(ev.Quota(limit=3), 0, True)])
def test_what_was_restored_goes_on_as_if_nothing_had_been(steps, more):
    state, again = played(steps), RoomState()
    again.restore(state.snapshot())
    assert played(more, again).snapshot() == played(more, state).snapshot()


@given(STEPS)
@example(BUSY_STEPS)
def test_a_part_that_is_cleared_is_as_new_but_for_its_numbers(steps):
    for part in played(steps).parts.values():
        part.clear()
        numbers = part.GOES_ON
        assert [pair for pair in part.snapshot() if pair[0] not in numbers] == [
            pair for pair in fresh_of(part) if pair[0] not in numbers
        ]


@given(STEPS, STEPS)
@example(BUSY_STEPS, BUSY_STEPS)
def test_what_was_cleared_shows_the_same_as_new(steps, more):
    state, new = played(steps), RoomState()
    state.clear()
    played(more, state)
    played(more, new)
    for name in sorted(state.parts.keys() - OF_THE_VISIT):
        part, other = state.parts[name], new.parts[name]
        assert [without_numbers(pair) for pair in shown(part, "revision")] == [
            without_numbers(pair) for pair in shown(other, "revision")
        ]


def without_numbers(pair):
    """A gift's row carries the ledger's revisions of its first and last change, which go on."""
    name, data = pair
    return (name, [row[1][:-2] for row in data]) if name == "_rows" else pair


@given(STEPS)
@example([*BUSY_STEPS, *BUSY_STEPS])
def test_the_revision_rises_exactly_when_something_changed(steps):
    state = RoomState()
    before = {name: (part.revision, shown(part, "revision")) for name, part in state.parts.items()}
    for _ in play(state, steps):
        for name, part in state.parts.items():
            revision, picture = before[name]
            now = part.revision, shown(part, "revision")
            assert (now[0] > revision) == (now[1] != picture), name
            assert now[0] >= revision
            before[name] = now


@given(STEPS)
@example(BUSY_STEPS)
def test_clearing_is_a_change_only_where_there_was_something(steps):
    for part in played(steps).parts.values():
        before, revision = shown(part, *part.GOES_ON), part.revision
        part.clear()
        assert (part.revision > revision) == (before != shown(part, *part.GOES_ON))


@pytest.mark.parametrize("name", PARTS)
def test_the_busy_events_reach_every_part(name):
    state = played(BUSY_STEPS)
    assert state.parts[name].snapshot() != fresh_of(state.parts[name])
    assert getattr(state, name) is state.parts[name]


def list_last_kinds(kind):
    below = kind.__subclasses__()
    return {last for one in below for last in list_last_kinds(one)} if below else {kind}


def test_every_class_of_parts_has_a_row():
    for path in SOURCES.glob("*.py"):
        import_module(f"app.state.{path.stem}".removesuffix(".__init__"))
    kinds = {kind for kind in list_last_kinds(Part) if kind.__module__.startswith("app.")}
    assert kinds - {*PARTS.values()} == set(), "a row in state/parts.py is missing"


@pytest.mark.parametrize("name", PARTS)
def test_a_part_has_a_file_of_its_name_and_hides_only_what_it_remembers(name):
    kind = PARTS[name]
    assert kind.__module__ == f"app.state.{name}"
    assert {*kind.HIDDEN, *kind.GOES_ON} <= {key for key, _ in kind().snapshot()}


def find_words(path):
    """Every name that a file uses or imports."""
    tree = ast.walk(ast.parse(path.read_text("utf-8")))
    return {
        word
        for node in tree
        for word in (getattr(node, "id", None), getattr(node, "attr", None), getattr(node, "module", None))
        if word
    }


def test_the_room_names_no_part():
    classes = {kind.__name__ for kind in PARTS.values()}
    assert not find_words(SOURCES / "room.py") & {*PARTS, *classes}


@pytest.mark.parametrize("name", PARTS)
def test_a_part_names_no_other(name):
    others = {f"app.state.{other}" for other in PARTS if other != name}
    assert not find_words(SOURCES / f"{name}.py") & others


def test_another_stream_begins_with_nothing_but_the_chat():
    state = played(BUSY_STEPS)
    state.apply(ev.Connected(room_id=2), NOON)
    for name in sorted(state.parts.keys() - OF_THE_VISIT):
        part = state.parts[name]
        assert shown(part, "revision") == shown(type(part)(), "revision"), name
    assert state.chat.since(0)[-1].text == "A new stream begins."


def test_a_chat_that_is_emptied_gives_no_number_twice():
    state = played(BUSY_STEPS)
    newest = state.chat.newest
    state.chat.clear()
    assert (state.chat.since(0), state.chat.oldest) == ([], newest + 1)
    state.apply(ev.Comment(user=ANNA, text="again", msg_id=2, at_ms=NOON), NOON)
    assert [(row.seq, row.is_deleted) for row in state.chat.since(0)] == [(newest + 1, False)]


def test_every_kind_of_chat_row_but_plain_words_has_an_icon(qapp):
    assert set(get_args(RowKind)) - {"comment"} == set(KINDS)
    assert not any(draw_icon(icon, colour, 20, 1.0).isNull() for icon, colour in KINDS.values())
