"""Pictures for the panes: found while painting, wished for where missing, shown when they come."""

from __future__ import annotations

import time
from collections import OrderedDict
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from app.pictures.wish import Wish
from app.ui.decoding import Decoder, Shape
from app.words.discretion import is_discreet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.pictures.wish import Arrival, Key, Kind
    from app.settings import Choices
    from app.ui.decoding import Name
    from app.ui.feed import Feed

MOST_BYTES = 24 << 20
MOST_BROKEN = 1_000
MOST_WISHED = 1_000
PATIENCE_S, IN_SIGHT = 0.25, 40  # what is gone by then is not wished for: so many were missed after it,
LOOKS_IN_SIGHT = 100  # or so many looked for, be they there or not: two windows full of rows
BYTES_A_PIXEL = 4
KEPT_SHAPES = 64


class Supply(Protocol):
    """Where pictures come from."""

    @property
    def revision(self) -> int:
        """Rises with each picture that came."""
        ...

    def wish(self, wishes: Sequence[Wish]) -> None:
        """Fetch these before all that was wished for before; never waits."""
        ...

    def forget_wishes(self) -> None:
        """Fetch none of those that wait."""
        ...

    def take(self) -> Sequence[Arrival]:
        """What came since it was taken last."""
        ...


class NoSupply:
    """Where no pictures come from: of windows in tests, and of panes by themselves."""

    revision = 0

    def wish(self, wishes: Sequence[Wish]) -> None:
        """Fetch nothing."""

    def forget_wishes(self) -> None:
        """There are none."""

    def take(self) -> Sequence[Arrival]:
        """Nothing came."""
        return ()


class Pictures(QObject):
    """What is known of pictures: of those shown last, as many as fit into 24 MB.

    Args:
        supply: fetches them.
        patience_s: how long a picture is looked for before it is wished for.

    Signals:
        arrived: which pictures can be found from now on, as a set of keys.
    """

    arrived = Signal(object)

    def __init__(
        self, supply: Supply | None = None, parent: QObject | None = None, *, patience_s: float = PATIENCE_S
    ) -> None:
        super().__init__(parent)
        self._patience_s = patience_s
        self._supply: Supply = supply or NoSupply()
        self._is_wanted = True
        self._revision = self._bytes = self._looks = 0
        self._drawn: OrderedDict[Name, QPixmap] = OrderedDict()  # least lately shown first
        self._now_s = time.monotonic()  # of the last tick
        # Since when, after how many looks, where it is; the newest last.
        self._wishes: OrderedDict[Name, tuple[float, int, str]] = OrderedDict()
        self._wished: OrderedDict[Key, set[Shape]] = OrderedDict()  # in which shapes they will be shown
        self._busy: set[Name] = set()
        self._broken: OrderedDict[Key, None] = OrderedDict()
        self._decoder: Decoder | None = None

    def find(
        self, kind: Kind, identity: int | str, address: str, side: int, ratio: float = 1.0
    ) -> QPixmap | None:
        """The picture, to be called while painting; None until there is one, which is wished for.

        Args:
            kind: what it shows; people are round.
            identity: whom or which.
            address: where it is, empty for nowhere.
            side: of the square it fits in, logical pixels.
            ratio: pixels of the screen for one of those.
        """
        if not (self._is_wanted and address and identity) or is_discreet():
            return None
        self._looks += 1
        name = (kind, identity), _find_shape(side, ratio, kind)
        picture = self._drawn.get(name)
        if picture is None:
            if name not in self._busy and name[0] not in self._broken:
                self._wishes[name] = self._now_s, self._looks, address
                self._wishes.move_to_end(name)
            return None
        self._drawn.move_to_end(name)
        picture.setDevicePixelRatio(ratio)
        return picture

    def take(self, choices: Choices) -> None:
        """Load pictures and show them, or not."""
        if choices.pictures == self._is_wanted:
            return
        self._is_wanted = choices.pictures
        shown = frozenset(key for key, _ in self._drawn)
        for kept in (self._drawn, self._wishes, self._wished):
            kept.clear()
        self._bytes = 0
        self.arrived.emit(shown)

    def follow(self, feed: Feed) -> None:
        """Come and go with each look of the feed, and rest with it."""
        feed.looked.connect(self.tick)
        feed.rested.connect(self.rest)

    def tick(self) -> None:
        """Hand over what was wished for, take what came."""
        self._now_s = time.monotonic()
        if wishes := self._list_due():
            self._supply.wish(wishes)
        if self._supply.revision != self._revision:
            self._revision = self._supply.revision
            for arrival in self._supply.take():
                self._begin(arrival)
        if self._busy and self._decoder:
            self._show(self._decoder.take())

    def rest(self, is_resting: bool) -> None:  # noqa: FBT001 - a slot
        """Wish for nothing while nobody sees the window: what is missing then is looked for again."""
        if is_resting:
            self._wishes.clear()
            self._supply.forget_wishes()

    def stop(self) -> None:
        """Decode nothing more."""
        if self._decoder:
            self._decoder.stop()

    def _list_due(self) -> list[Wish]:
        """Wishes whose time has come. In a flood rows are out of sight before their pictures could come."""
        due, since = {}, self._now_s - self._patience_s
        while self._wishes and next(iter(self._wishes.values()))[0] <= since:
            (key, shape), (_, looks, address) = self._wishes.popitem(last=False)
            if len(self._wishes) < IN_SIGHT and self._looks - looks < LOOKS_IN_SIGHT:
                due[key] = Wish(*key, address)
                self._expect(key, shape)
        return list(due.values())

    def _expect(self, key: Key, shape: Shape) -> None:
        self._wished.setdefault(key, set()).add(shape)
        self._wished.move_to_end(key)
        if len(self._wished) > MOST_WISHED:
            self._wished.popitem(last=False)

    def _begin(self, arrival: Arrival) -> None:
        for shape in self._wished.pop(arrival.key, ()):
            if self._decoder is None:
                self._decoder = Decoder(self)
            self._busy.add((arrival.key, shape))
            self._decoder.decode((arrival.key, shape), arrival.data)

    def _show(self, ready: Iterable[tuple[Name, QImage | None]]) -> None:
        keys = set()
        for name, image in ready:
            self._busy.discard(name)
            if image is None:
                self._note_broken(name[0])
            elif self._is_wanted:
                self._keep(name, QPixmap.fromImage(image))
                keys.add(name[0])
        if keys:
            self.arrived.emit(frozenset(keys))

    def _keep(self, name: Name, picture: QPixmap) -> None:
        self._drawn[name] = picture
        self._bytes += _measure_bytes(picture)
        while self._bytes > MOST_BYTES:
            _, oldest = self._drawn.popitem(last=False)
            self._bytes -= _measure_bytes(oldest)

    def _note_broken(self, key: Key) -> None:
        """What cannot be decoded is not wished for again."""
        self._broken[key] = None
        if len(self._broken) > MOST_BROKEN:
            self._broken.popitem(last=False)


@lru_cache(maxsize=KEPT_SHAPES)
def _find_shape(side: int, ratio: float, kind: Kind) -> Shape:
    return Shape(round(side * ratio), kind == "avatar")


def _measure_bytes(picture: QPixmap) -> int:
    return picture.width() * picture.height() * BYTES_A_PIXEL
