"""Item cards that are played in a battle, and its challenge: what holds now, whose, and until when."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from app.events import BattleCard, BattleTask
from app.frozen import value
from app.state.bounds import KEPT_OF_NAME, shorten
from app.state.memory import Memory

KEPT_ITEMS = 20
LONGEST_MS = 600_000  # of an effect; what is said to last longer is an odd time
FLEETING_MS = 10_000  # how long a card is shown of which nobody told when it ends
CHALLENGE, REWARD = "challenge", "reward"


@value
class Item:
    """Something that holds for a while.

    Attributes:
        battle_id: the battle, 0 when not told.
        kind: the card in TikTok's words, `challenge`, or `reward` for what the challenge brought.
        host_id: of the side that it is for; 0 for ours.
        player: name of who played it, empty when not told.
        text: TikTok's sentence.
        multiplier: how often gifts count, 0 without.
        until_ms: when it ends; our clock in a view.
        progress, target: of a challenge.
    """

    battle_id: int
    kind: str
    host_id: int = 0
    player: str = ""
    text: str = ""
    multiplier: int = 0
    until_ms: int = 0
    progress: int = 0
    target: int = 0


class Items(Memory):
    """Keeps the newest few, each once, whatever battle they are of: a card may come before its battle."""

    _cards: deque[Item]
    _task: Item | None
    _task_ms: int
    _reward_s: int

    def __init__(self) -> None:
        self._cards = deque(maxlen=KEPT_ITEMS)
        self._task = None
        self._task_ms = self._reward_s = 0

    def take_card(self, card: BattleCard) -> None:
        """Note a card that was played or won."""
        lasts = card.at_ms <= card.ends_ms <= card.at_ms + LONGEST_MS
        item = Item(
            card.battle_id,
            card.card,
            card.host_id,
            shorten(card.user.name, KEPT_OF_NAME) if card.user.key else "",
            shorten(card.text, KEPT_OF_NAME),
            card.multiplier,
            card.ends_ms if lasts else card.at_ms + FLEETING_MS,
        )
        if item not in self._cards:
            self._cards.append(item)

    def take_task(self, task: BattleTask) -> None:
        """Note how a challenge stands; the next one begins anew."""
        match task.phase:
            case "start" if task.at_ms > self._task_ms:
                self._task_ms, self._reward_s = task.at_ms, task.reward_s
                until_ms = task.at_ms + task.duration_s * 1000
                self._task = Item(
                    task.battle_id,
                    CHALLENGE,
                    multiplier=task.multiplier,
                    until_ms=until_ms,
                    target=task.target,
                )
            case "update" if self._task and self._task.kind == CHALLENGE:
                self._task = replace(self._task, progress=max(self._task.progress, task.progress))
            case "settle" if self._task and self._task.kind == CHALLENGE:
                self._settle(self._task, task)
            case "reward":
                self._task = None
            case _:
                pass

    def list_views(self, battle_id: int, ahead_ms: int) -> tuple[Item, ...]:
        """What was played in a battle, by our clock, what ends first before the rest."""
        items = [*self._cards, *([self._task] if self._task else ())]
        shown = [one for one in items if one.battle_id in (0, battle_id)]
        placed = [replace(one, until_ms=one.until_ms + ahead_ms) for one in shown]
        return tuple(sorted(placed, key=lambda one: (one.until_ms, one.kind, one.host_id)))

    def _settle(self, begun: Item, task: BattleTask) -> None:
        """A challenge that was met brings its reward for a while."""
        is_met = task.result.startswith("succe") and begun.multiplier
        until_ms = task.at_ms + self._reward_s * 1000
        self._task = replace(begun, kind=REWARD, until_ms=until_ms) if is_met else None
