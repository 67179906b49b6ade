"""What of what happened is news, and how it is said. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from app.ui.figures import group_digits, group_openly
from app.ui.text import NAME_LIMIT, clean, isolate
from app.words import notices as words
from app.words import show

if TYPE_CHECKING:
    from app.state import ChatRow, GiftRow
    from app.state.status import StatusPhase
    from app.ui.notices.source import NoticeFrame

Kind = Literal["gift", "streak", "follow", "comment", "join", "question", "mention", "lost"]
PRIORITIES: dict[Kind, int] = {  # product.md D6
    "lost": 10,
    "gift": 10,
    "streak": 10,
    "follow": 8,
    "question": 8,
    "mention": 8,
    "comment": 5,
    "join": 2,
}
LOST_PHASES: frozenset[StatusPhase] = frozenset({"reconnecting", "failed"})
ROW_KINDS: dict[str, Kind] = {"follow": "follow", "question": "question"}
SENTENCES = {
    "follow": words.FOLLOW,
    "question": words.ASKED,
    "comment": words.SAID,
    "mention": words.SAID,
}
SPOKEN_LIMIT = 200
MOST_OPEN = 1_000


class News(NamedTuple):
    """Something that may be told.

    Attributes:
        person: key of who did it; empty for nobody.
        text: in the user's language.
        diamonds: what a gift is worth.
    """

    kind: Kind
    person: int | str
    text: str
    diamonds: int = 0


class Taste(NamedTuple):
    """What the user made of people and words.

    Attributes:
        can_pass: whether a row is shown at all.
        mentions: whether a row mentions the user.
    """

    can_pass: Callable[[ChatRow], bool]
    mentions: Callable[[ChatRow], bool]


NO_TASTE = Taste(lambda _: True, lambda _: False)


class Reporter:
    """Remembers streaks that were told as begun, and what the connection was."""

    def __init__(self) -> None:
        self._begun: dict[object, None] = {}
        self._phase: StatusPhase = "idle"
        self._latest: int | str = ""

    def report(
        self,
        frame: NoticeFrame,
        wanted: Collection[str] = PRIORITIES,
        taste: Taste = NO_TASTE,
    ) -> list[News]:
        """The news of a frame.

        Args:
            frame: what happened.
            wanted: kinds that somebody hears of; no row is put into words for nobody.
            taste: what is hidden is told nowhere.
        """
        before, self._phase = self._phase, frame.phase
        is_new = frame.latest.key != self._latest
        self._latest = frame.latest.key
        if frame.fresh:
            self._begun.clear()
            return []
        news = [one for gift in frame.gifts for one in self._report_gift(gift)]
        for row in frame.rows:
            kinds = _list_kinds(row, frame.asked, taste)
            kind = next((one for one in kinds if one in wanted), None)
            if kind is not None and taste.can_pass(row):
                news += _report_row(row, kind)
        if is_new and frame.latest.key and frame.latest.key not in frame.hidden:
            news.append(
                News("join", frame.latest.key, show(words.CAME_IN.fill(name=_name(frame.latest.name))))
            )
        if before == "live" and frame.phase in LOST_PHASES:
            news.append(News("lost", "", show(words.LOST)))
        return news

    def _report_gift(self, gift: GiftRow) -> Iterator[News]:
        """A streak is told when it begins and when it ends; what comes once is told as ended."""
        is_known = gift.key in self._begun
        if gift.open:
            if not is_known:
                self._begun[gift.key] = None
                yield News("streak", gift.user.key, "", gift.diamonds)
            while len(self._begun) > MOST_OPEN:
                del self._begun[next(iter(self._begun))]
            return
        self._begun.pop(gift.key, None)
        if is_known or gift.first_ms == gift.last_ms:
            yield News("gift", gift.user.key, _write_gift(gift), gift.diamonds)


def _report_row(row: ChatRow, kind: Kind) -> Iterator[News]:
    if not (row.is_history or row.deleted):
        name, text = _name(row.user.name), clean(show(row.text), SPOKEN_LIMIT)
        yield News(kind, row.user.key, show(SENTENCES[kind].fill(name=name, text=text)))


def _list_kinds(row: ChatRow, asked: frozenset[int], taste: Taste) -> Iterator[Kind]:
    """What a row is news of, what matters most first: a comment may mention somebody and ask something."""
    if row.kind != "comment":
        if row.kind in ROW_KINDS:
            yield ROW_KINDS[row.kind]
        return
    if taste.mentions(row):
        yield "mention"
    if row.msg_id in asked:
        yield "question"
    yield "comment"


def _write_gift(gift: GiftRow) -> str:
    values = {
        "name": _name(gift.user.name),
        "gift": clean(gift.name, NAME_LIMIT) or show(words.A_GIFT),
        "times": group_openly(gift.count),
    }
    if not gift.diamonds:
        return show(words.GIFT.fill(**values))
    return show(words.GIFT_WORTH.fill(diamonds=group_digits(gift.diamonds), **values))


def _name(name: str) -> str:
    return isolate(clean(name, NAME_LIMIT) or show(words.SOMEBODY))
