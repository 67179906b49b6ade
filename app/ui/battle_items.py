"""What is said of cards and challenges, as pure functions of the battle and the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.state.battle_items import CHALLENGE, REWARD
from app.ui.battle_words import choose_others_name, name_side
from app.ui.figures import write_countdown
from app.words import battle as words
from app.words import show

if TYPE_CHECKING:
    from app.state import BattleView, SideView
    from app.state.battle_items import Item
    from app.words import Phrase

BETWEEN = " · "
MOST_LINES = 2  # of items beside each other
# TikTok's words for cards; a booster is its multiplier alone.
CARDS: dict[str, Phrase | str] = {
    "use_critical_strike_card": words.GLOVE,
    "use_smoke_card": words.MIST,
    "use_special_effect_card": words.THUNDER,
    "use_extra_time_card": words.EXTRA_TIME,
    "use_potion_card": words.POTION,
    "use_wave_card": words.WAVE,
    "use_top2_card": "",
    "use_top3_card": "",
    "use_vault_glove_card": words.VAULT_GLOVE,
    REWARD: words.REWARD,
}


def list_items(battle: BattleView, now_ms: int) -> list[Item]:
    """What holds now and can be named."""
    if battle.phase != "active":
        return []
    return [one for one in battle.items if one.until_ms > now_ms and name_item(one)]


def is_on_side(item: Item, side: SideView) -> bool:
    """Whether an item is for that side; what is for nobody is for us."""
    return item.host_id in (side.host_id, *side.members) or (not item.host_id and side.is_us)


def name_item(item: Item) -> str:
    """Which it is: ×5 glove, challenge 6 of 7, or TikTok's own sentence; empty where nobody said."""
    if item.kind == CHALLENGE:
        return show(words.CHALLENGE.fill(progress=item.progress, target=item.target))
    times = show(words.TIMES.fill(multiplier=item.multiplier)) if item.multiplier else ""
    what = show(CARDS[item.kind]) if item.kind in CARDS else item.text
    if times and what:
        return show(words.MULTIPLIED.fill(times=times, what=what))
    return times or what


def describe_item(item: Item, now_ms: int, *, has_player: bool) -> str:
    """Which it is, how long it still holds, and who played it, if there is room for that."""
    what, left = name_item(item), write_countdown(item.until_ms - now_ms)
    if has_player and item.player and item.kind in CARDS:
        return show(words.ITEM_OF_PLAYER.fill(what=what, left=left, player=item.player))
    return show(words.ITEM.fill(what=what, left=left))


def list_side_items(battle: BattleView, side: SideView, now_ms: int, most: int = MOST_LINES) -> list[str]:
    """All that holds for a side, in so many lines at most; none where nothing does."""
    items = [one for one in list_items(battle, now_ms) if is_on_side(one, side)]
    has_player = len(items) <= most
    return _fill_lines([describe_item(one, now_ms, has_player=has_player) for one in items], most)


def list_all_items(battle: BattleView, now_ms: int, most: int = MOST_LINES) -> list[str]:
    """The same of all sides, with the side that it is for."""
    others = choose_others_name(battle.sides)
    pairs = [
        (one, side) for one in list_items(battle, now_ms) for side in battle.sides if is_on_side(one, side)
    ]
    parts = []
    for one, side in pairs:
        item = describe_item(one, now_ms, has_player=len(pairs) <= most)
        parts.append(show(words.ITEM_OF_SIDE.fill(side=name_side(side, others=others), item=item)))
    return _fill_lines(parts, most)


def _fill_lines(parts: list[str], most: int) -> list[str]:
    """A line each; the last one holds those for which there is none."""
    rest = BETWEEN.join(parts[most - 1 :])
    return [*parts[: most - 1], *([rest] if rest else ())]
