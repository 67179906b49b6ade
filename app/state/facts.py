"""What one part finds out and others need. `RoomState` passes each on to whoever takes its class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from app.events import Event
    from app.state.chat_row import ChatRow
    from app.state.gift_row import GiftRow, Key
    from app.state.status import Status


class StatusChange(NamedTuple):
    """The connection stands otherwise than before, or was said again to stand so."""

    before: Status
    now: Status
    event: Event


class StreamStart(NamedTuple):
    """The host whom we follow began another stream: what belongs to one stream begins anew."""

    at_ms: int


class HostIdentity(NamedTuple):
    """Who the host is whom we follow: their user id, 0 when that is not known any more."""

    user_id: int


class LastHeard(NamedTuple):
    """When the room was last heard of, our clock, ms since 1970; 0 before it was."""

    at_ms: int


class Note(NamedTuple):
    """Something to say that concerns the user's last wish and changes nothing in the room."""

    sentence: str
    hint: str = ""


class Booking(NamedTuple):
    """A gift's row that changed, with the diamonds and gifts it gained."""

    row: GiftRow
    diamonds: int
    gifts: int


class LateCount(NamedTuple):
    """How many of a gift had been given by a moment before the last that is known: nothing is gained.

    Attributes:
        key: of the gift's row.
        at_ms: server time.
    """

    key: Key
    gifts: int
    at_ms: int


class BattleDismissal(NamedTuple):
    """The user has seen how a battle ended."""

    battle_id: int


class FirstComment(NamedTuple):
    """Somebody is about to say the first thing in this stream; by the key of the person."""

    person: int | str


class Opinion(NamedTuple):
    """What the user thinks of somebody, for this stream.

    Attributes:
        view: what becomes of what they write.
        note: words of the user's own.
    """

    view: Literal["", "hidden", "highlighted"] = ""
    note: str = ""


class Judgement(NamedTuple):
    """The user has another opinion of a person, by their key."""

    person: int | str
    opinion: Opinion


class KeptRows(NamedTuple):
    """So many rows of the chat are to be kept."""

    rows: int


class Regard(NamedTuple):
    """The user looks at a person, by their key; empty for nobody."""

    person: int | str


class Pinning(NamedTuple):
    """The user pins a row of the chat; None takes down what is pinned."""

    row: ChatRow | None


class Tick(NamedTuple):
    """The user is done with rows of an inbox, or not after all.

    Attributes:
        inbox: the name of the part.
        numbers: of the rows.
        is_done: whether they are done.
    """

    inbox: str
    numbers: tuple[int, ...]
    is_done: bool = True


class UndoTick(NamedTuple):
    """The user takes back what was ticked last in an inbox, by the name of the part."""

    inbox: str


class CommentQuestions(NamedTuple):
    """Whether comments that look like questions are questions, too."""

    is_wished: bool
