"""What happens on the host's stage: guests, seats, games, songs, products, banners (protocol.md g)."""

from __future__ import annotations

from typing import ClassVar, Literal

from app.events.types.base import Event, User, UserEvent
from app.frozen import event, value

LinkScene = Literal["", "co_host", "multi_live"]
KaraokeAction = Literal["", "queue", "queue_list", "request", "you_sing_request", "switch", "red_dot"]
PictionaryPhase = Literal["start", "update", "end", "exit"]


@event
class LinkMic(UserEvent):
    """Guests or co-hosts come, go or are asked.

    Attributes:
        action: what happened, in TikTok's words (`enter`, `leave`, `waiting_list_change`, `invite`, ...); the
            number of the message type where there are no words.
        scene: `co_host` for other hosts, `multi_live` for guests, empty when not told.
        channel_id: names the link.
        guests: who is linked after this message, where it says so; some messages tell ids only.
        waiting: who applied or was invited.
    """

    type: ClassVar[str] = "link_mic"
    action: str = ""
    scene: LinkScene = ""
    channel_id: int = 0
    guests: tuple[User, ...] = ()
    waiting: tuple[User, ...] = ()


@value
class GuestScore:
    """What a guest has been given so far.

    Attributes:
        user_id: the guest.
        coins: TikTok calls them fan tickets.
    """

    user_id: int
    coins: int


@event
class GuestGifts(Event):
    """Coins of the guests of a multi-guest room.

    Attributes:
        guests: those that this message tells of.
        total: of the whole room, 0 when not told.
    """

    type: ClassVar[str] = "guest_gifts"
    guests: tuple[GuestScore, ...] = ()
    total: int = 0


@value
class Seat:
    """A place on the screen.

    Attributes:
        spot: from 1; 0 is not told.
        holder_id: who has it: a user id or a link id, as TikTok names it.
    """

    spot: int
    holder_id: str


@event
class Layout(Event):
    """The seats of guests and co-hosts changed.

    Attributes:
        channel_id: names the link.
        scene: `co_host` for other hosts, `multi_live` for guests, empty when not told.
        name: TikTok's key of the layout, often empty.
        seats: who sits where.
    """

    type: ClassVar[str] = "layout"
    channel_id: int = 0
    scene: LinkScene = ""
    name: str = ""
    seats: tuple[Seat, ...] = ()


@event
class Shopping(Event):
    """A product was shown, or the list of products changed.

    Attributes:
        action: `show` a product, `hide` it, empty for others.
        code: TikTok's number of the action, 0 when not told.
        product_id: names the product, empty when none is told.
        title: its name.
        price: as shown, with its currency.
        image_url: picture, possibly empty.
        products: how many there are in the live, 0 when not told.
    """

    type: ClassVar[str] = "shopping"
    action: Literal["", "show", "hide"] = ""
    code: int = 0
    product_id: str = ""
    title: str = ""
    price: str = ""
    image_url: str = ""
    products: int = 0


@event
class Pictionary(Event):
    """The host draws and viewers guess.

    Attributes:
        phase: `start` and `end` of a round, `update` within it, `exit` of the game.
        session_id: names the game.
        round_id: names the round.
        word: what was drawn; told when the round is over.
        correct: how many have guessed.
        start_ms: ms since 1970.
        end_ms: ms since 1970.
    """

    type: ClassVar[str] = "pictionary"
    phase: PictionaryPhase = "update"
    session_id: int = 0
    round_id: int = 0
    word: str = ""
    correct: int = 0
    start_ms: int = 0
    end_ms: int = 0


@value
class Song:
    """A song of the karaoke.

    Attributes:
        song_id: names the song.
        title: its name.
        artist: who made it.
        requests: how many asked for it, 0 when not told.
        singer: who is to sing it.
    """

    song_id: int
    title: str
    artist: str = ""
    requests: int = 0
    singer: User | None = None


@event
class Karaoke(Event):
    """The queue or the wishes of a karaoke moved.

    Attributes:
        action: `queue` (one song), `queue_list`, `request`, `you_sing_request`, `switch` or `red_dot`.
        code: TikTok's number of what happened to it, 0 when not told.
        songs: as told, next first.
        total: songs or wishes in all, 0 when not told.
    """

    type: ClassVar[str] = "karaoke"
    action: KaraokeAction = ""
    code: int = 0
    songs: tuple[Song, ...] = ()
    total: int = 0


@event
class Banner(Event):
    """TikTok laid a banner over the room.

    Attributes:
        data: JSON text, whose form changes with every campaign.
    """

    type: ClassVar[str] = "banner"
    data: str = ""
