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
    """A gift's row that changed, with the diamonds and gifts it gained.

    Attributes:
        before: the row as it was, where it turned out to be somebody else's or for somebody else: all that it
            was worth until then moves along.
    """

    row: GiftRow
    diamonds: int
    gifts: int
    before: GiftRow | None = None


class GiftWish(NamedTuple):
    """The user wishes for a gift.

    Attributes:
        name: of the gift, as TikTok calls it.
        gifts: how many of it.
        end_ms: until when they count, our clock, ms since 1970; 0 for ever.
    """

    name: str
    gifts: int
    end_ms: int = 0


class WishRemoval(NamedTuple):
    """The user does not wish for a gift any more, by the number of the wish."""

    number: int


class BattleStart(NamedTuple):
    """It is known from when to when gifts count in a battle: what counted in the one before is over."""


class BattleBooking(NamedTuple):
    """What a gift's row gained in the time of the battle; it loses what turns out to be outside of that."""

    row: GiftRow
    diamonds: int
    gifts: int


class BoardChoice(NamedTuple):
    """The user looks at a leaderboard: `stream`, `battle`, `us`, or the user id of a guest."""

    scope: str | int


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
