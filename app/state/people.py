"""Who was met in this stream: since when, how much they said, and what the user thinks of them."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from app import events as ev
from app.events import NOBODY, User
from app.state.bounds import shorten, shorten_person
from app.state.facts import FirstComment, Judgement, Opinion, Regard, StreamStart
from app.state.part import NOTHING, Facts, Part, Takes, begin_anew

if TYPE_CHECKING:
    from app.events import UserEvent

KEPT_PEOPLE = 20_000
KEPT_OPINIONS = 1_000
SETTLING_MS = 300_000  # of listening: before that nearly everybody is new to us, not to the room
NO_OPINION = Opinion()


class Acquaintance(NamedTuple):
    """A person in this stream.

    Attributes:
        first_ms: when they were seen first, our clock, ms since 1970.
        comments: how many they wrote.
    """

    first_ms: int
    comments: int = 0


class People(Part):
    """Whoever was not heard of for longest is forgotten, and is new when they come again.

    Who says something for the first time is told of only after five minutes of listening: until then that
    would be nearly everybody, most of whom wrote before we came.

    Attributes:
        latest: who came in last.
        regarded: key of the person whom the user looks at, empty for nobody.
    """

    HIDDEN = frozenset({"_since_ms"})

    regarded: int | str
    latest: User
    _met: OrderedDict[int | str, Acquaintance]
    _opinions: dict[int | str, Opinion]
    _since_ms: int  # when we began to listen to this stream, our clock; 0 before that

    def __init__(self, kept: int = KEPT_PEOPLE) -> None:
        super().__init__()
        self._kept = kept
        self.latest, self.regarded, self._since_ms = NOBODY, "", 0
        self._met, self._opinions = OrderedDict(), {}

    def find(self, person: int | str) -> Acquaintance | None:
        """What is known of somebody, by their key."""
        return self._met.get(person)

    def find_opinion(self, person: int | str) -> Opinion:
        """What the user thinks of somebody, by their key."""
        return self._opinions.get(person, NO_OPINION)

    def find_all(self, view: str) -> frozenset[int | str]:
        """Keys of all on whom the user has this view."""
        return frozenset(person for person, one in self._opinions.items() if one.view == view)

    def _meet(self, event: UserEvent, now_ms: int) -> Facts:
        self._since_ms = self._since_ms or now_ms
        person = shorten_person(event.user).key
        if person and person not in self._met:
            self._note(person, Acquaintance(now_ms))
        return NOTHING

    def _hear(self, event: ev.Comment | ev.EmoteComment, now_ms: int) -> Facts:
        self._since_ms = self._since_ms or now_ms
        person = shorten_person(event.user).key
        if not person:
            return NOTHING
        first_ms, comments = self._met.pop(person, (now_ms, 0))
        self._note(person, Acquaintance(first_ms, comments + 1))
        is_history = isinstance(event, ev.Comment) and event.is_history
        is_early = now_ms - self._since_ms < SETTLING_MS
        return NOTHING if comments or is_history or is_early else (FirstComment(person),)

    def _note_arrival(self, event: ev.Join, now_ms: int) -> Facts:
        self._meet(event, now_ms)
        latest = shorten_person(event.user)
        self.revision += latest != self.latest
        self.latest = latest
        return NOTHING

    def _judge(self, judgement: Judgement, _now_ms: int) -> Facts:
        person, opinion = judgement
        opinion = opinion._replace(note=shorten(opinion.note))
        if opinion == self.find_opinion(person):
            return NOTHING
        self.revision += 1
        self._opinions.pop(person, None)
        if opinion != NO_OPINION:
            self._opinions[person] = opinion
        if len(self._opinions) > KEPT_OPINIONS:
            del self._opinions[next(iter(self._opinions))]
        return NOTHING

    def _regard(self, regard: Regard, _now_ms: int) -> Facts:
        self.revision += regard.person != self.regarded
        self.regarded = regard.person
        return NOTHING

    def _note(self, person: int | str, met: Acquaintance) -> None:
        self.revision += 1
        self._met[person] = met
        if len(self._met) > self._kept:
            self._met.popitem(last=False)

    TAKES: ClassVar[Takes] = {
        ev.Comment: _hear,
        ev.EmoteComment: _hear,
        ev.Join: _note_arrival,
        ev.Gift: _meet,
        ev.Follow: _meet,
        ev.Share: _meet,
        Judgement: _judge,
        Regard: _regard,
        StreamStart: begin_anew,
    }
