"""What the chat pane is given: rows that came, rows that changed, who is who."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.events import NOBODY, User
from app.state import ChatRow

if TYPE_CHECKING:
    from app.state import RoomState
    from app.state.facts import Opinion

BEST = 3
PORTRAIT_ROWS = 1_000
NOBODIES: frozenset[int | str] = frozenset()


class KnownPeople(NamedTuple):
    """Who is who, by their keys.

    Attributes:
        host: the handle that is followed.
        hidden: on whom the user has that view, in this stream.
        highlighted: the same.
        best: who gave most.
        latest: who came in last.
        pinned: what stands on top.
    """

    host: str = ""
    hidden: frozenset[int | str] = NOBODIES
    highlighted: frozenset[int | str] = NOBODIES
    best: frozenset[int | str] = NOBODIES
    latest: User = NOBODY
    pinned: ChatRow | None = None


class Portrait(NamedTuple):
    """What is known of the person whom the user looks at.

    Attributes:
        person: their key.
        first_ms: when they were seen first, our clock; 0 if that is not known.
        comments: how many they wrote in this stream.
        diamonds: what they gave.
        gifts: how many gifts.
        opinion: what the user thinks of them.
        rows: what they wrote and gave, the last of it, oldest first.
    """

    person: int | str
    first_ms: int
    comments: int
    diamonds: int
    gifts: int
    opinion: Opinion
    rows: tuple[ChatRow, ...]


class ChatFrame(NamedTuple):
    """Rows that came and rows that changed since the last frame. `is_fresh`: forget what was shown before.

    `crowd` and `portrait` are None where they are as they were.
    """

    rows: Sequence[ChatRow]
    edits: Sequence[ChatRow] = ()
    is_fresh: bool = False
    crowd: KnownPeople | None = None
    portrait: Portrait | None = None


class ChatSource:
    """Remembers which rows and changes were given."""

    def __init__(self) -> None:
        self._seq = self._edit = -1
        self._crowd: KnownPeople | None = None

    def stamp(self, state: RoomState, now_ms: int) -> object:  # noqa: ARG002 - rows are as old as they are
        """Numbers to compare."""
        return (
            state.chat.newest,
            state.chat.edits,
            state.people.revision,
            state.leaderboard.revision,
            state.pins.revision,
            state.connection.status.unique_id,
        )

    def frame(self, state: RoomState, now_ms: int) -> ChatFrame:  # noqa: ARG002
        """What was not given yet."""
        chat = state.chat
        rows, edits = chat.since(max(0, self._seq)), chat.list_edits(max(0, self._edit))
        crowd = _read_crowd(state)
        fresh_crowd = crowd if crowd != self._crowd else None
        frame = ChatFrame(rows, edits, self._seq < 0, fresh_crowd, _read_portrait(state))
        self._seq, self._edit, self._crowd = chat.newest, chat.edits, crowd
        return frame


def _read_crowd(state: RoomState) -> KnownPeople:
    people = state.people
    best = frozenset(row.user.key for row in state.leaderboard.top(BEST) if row.diamonds)
    host = state.connection.status.unique_id
    return KnownPeople(
        host, people.find_all("hidden"), people.find_all("highlighted"), best, people.latest, state.pins.shown
    )


def _read_portrait(state: RoomState) -> Portrait | None:
    person = state.people.regarded
    if not person:
        return None
    met = state.people.find(person)
    rows = state.chat.find_rows(User(person)) if isinstance(person, int) else []
    sums, opinion = state.leaderboard.find_sums(person), state.people.find_opinion(person)
    first_ms, comments = met or (0, 0)
    return Portrait(person, first_ms, comments, *sums, opinion, tuple(rows[-PORTRAIT_ROWS:]))
