"""Battles: four messages, one kind of event, and the item cards (protocol.md g.10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.events.decode.heads import Maker, read_enum_name
from app.events.decode.people import find_any_user, find_picture, read_decimal
from app.events.decode.text import find_first_text, find_first_user, render_text
from app.events.types.base import User
from app.events.types.battle import (
    Battle,
    BattleCard,
    BattleNotice,
    BattleTask,
    Contributor,
    Outcome,
    Phase,
    Side,
    TaskPhase,
)
from app.events.types.bounds import bound_amount, bound_length_s, bound_time_ms
from app.protocol.schema import Wire

TEAM_BATTLE = 2
CUT_SHORT, PUNISH_CUT_SHORT = 6, 1  # LinkMicBattleBattleAction, LinkMicBattlePunishFinishReason
ACTIONS: dict[int, Phase] = {
    1: "invited",
    2: "cancelled",
    3: "cancelled",
    4: "active",
    5: "ended",
    6: "ended",
    7: "preparing",
    11: "ended",
}
TRIGGERS: dict[int, Phase] = {1: "active", 2: "ended", 4: "active", 5: "active"}
STATUSES: dict[int, Phase] = {1: "active", 2: "ended", 3: "punishment", 4: "done"}
FORWARD: tuple[Phase, ...] = (
    "unknown",
    "invited",
    "preparing",
    "active",
    "ended",
    "punishment",
    "done",
    "cancelled",
)
OVER: frozenset[Phase] = frozenset({"ended", "punishment", "done"})
TASK_PHASES: dict[int, TaskPhase] = {0: "start", 1: "update", 2: "settle", 3: "reward"}
OUTCOMES: dict[int, Outcome] = {0: "win", 1: "lose", 2: "draw"}

# Body of an item card by msg_type.
CARDS = {
    2: "use_critical_strike_card",
    3: "use_smoke_card",
    4: "award_card_notice",
    5: "use_extra_time_card",
    6: "use_special_effect_card",
    7: "use_potion_card",
    8: "use_wave_card",
    9: "special_effect_notice",
    10: "use_top2_card",
    11: "use_top3_card",
    12: "use_vault_glove_card",
}
MULTIPLIERS = {"use_top2_card": 2, "use_top3_card": 3}


def make_battle(wire: Wire) -> Battle:
    """A battle was proposed, opened or finished.

    Captures: a finish (action 5) comes with status 3, so the punishment has begun by then; the further of
    the two counts. Names of the hosts come with the opening, armies with the finish.
    """
    phase = _pick_furthest(ACTIONS.get(wire.action), STATUSES.get(wire.battle_settings.status))
    armies = {one.key: one.value for one in wire.armies}
    made = _make_event(wire, phase, _Sides(wire, armies, phase).build())
    cut_short = wire.action == CUT_SHORT
    return replace(made, action=wire.action, cut_short=cut_short, by_user_id=wire.action_by_user_id)


def make_scores(wire: Wire) -> Battle:
    """Scores while the battle runs."""
    phase = _pick_furthest(TRIGGERS.get(wire.trigger_reason), STATUSES.get(wire.battle_settings.status))
    made = _make_event(wire, phase, _Sides(wire, wire.armies, phase).build())
    return replace(made, critical=wire.trigger_critical_strike, by_user_id=wire.from_user_id)


def make_task(wire: Wire) -> BattleTask:
    """A challenge within a battle. The settings come with its start, in whole seconds."""
    config = wire.start.battle_bonus_config
    goal, reward = config.target_config, config.reward_config
    settled = read_enum_name(wire.task_settle, "result") if wire.HasField("task_settle") else ""
    return BattleTask(
        battle_id=wire.battle_id,
        phase=TASK_PHASES.get(wire.task_message_type, "unknown"),
        progress=bound_amount(wire.task_update.progress),
        target=bound_amount(goal.progress_target),
        duration_s=bound_length_s(goal.duration),
        multiplier=bound_amount(reward.reward_multiple),
        reward_s=bound_length_s(reward.duration),
        result=settled,
        user_id=wire.task_update.from_user_id,
    )


def make_notice(wire: Wire) -> BattleNotice:
    """A sentence about the battle: which of the bodies is set differs by kind."""
    kind = read_enum_name(wire, "notice_type")
    return BattleNotice(kind=kind, text=find_first_text(wire))


def make_punish_finish(wire: Wire) -> Battle:
    """The punishment is over, and with it the battle."""
    made = _make_event(wire, "done", ())
    return replace(made, cut_short=wire.reason == PUNISH_CUT_SHORT, by_user_id=wire.op_uid)


def _make_event(wire: Wire, phase: Phase, sides: tuple[Side, ...]) -> Battle:
    """A battle as its settings have it. Where extra time is told without an end, it comes after the rest."""
    settings = wire.battle_settings
    start_ms, extra_s = settings.start_time_ms, settings.extra_duration_second
    extra_end_ms = start_ms + (settings.duration + extra_s) * 1000 if start_ms and extra_s > 0 else 0
    return Battle(
        battle_id=wire.battle_id or settings.battle_id,
        phase=phase,
        sides=sides,
        start_ms=bound_time_ms(start_ms),
        duration_s=bound_length_s(settings.duration),
        end_ms=bound_time_ms(settings.end_time_ms or extra_end_ms),
        kind=read_enum_name(settings, "battle_type") if settings.battle_type else "",
    )


def _pick_furthest(*phases: Phase | None) -> Phase:
    return max((phase for phase in phases if phase), key=FORWARD.index, default="unknown")


class _Sides:
    """Puts together the sides of one message from its armies, teams, hosts and results."""

    def __init__(self, wire: Wire, armies: Mapping[int, Wire], phase: Phase) -> None:
        self._wire = wire
        self._armies = armies
        self._over = phase in OVER
        self._hosts = {
            one.key: _make_host(one.key, one.value.user) for one in getattr(wire, "anchors_info", ())
        }
        self._results = getattr(wire, "battle_result", {})
        self._streaks = getattr(wire, "battle_combo_v2", {})
        self._team_results = {one.team_id: one for one in getattr(wire, "team_battle_result", ())}

    def build(self) -> tuple[Side, ...]:
        """The sides. In a team battle those are the teams; hosts alone would be sides that never were."""
        if self._wire.team_armies:
            return tuple(self._make_team_side(team) for team in self._wire.team_armies)
        teams = getattr(self._wire, "team_member", ())
        if self._wire.battle_settings.battle_type == TEAM_BATTLE or any(
            len(one.user_id) > 1 for one in teams
        ):
            return tuple(self._make_member_side(team) for team in teams)
        host_ids = dict.fromkeys([*self._hosts, *sorted(self._armies), *sorted(self._results)])
        return tuple(self._make_host_side(host_id) for host_id in host_ids if host_id)

    def _make_host_side(self, host_id: int) -> Side:
        army = self._armies.get(host_id)
        result = self._results.get(host_id)
        return Side(
            host_id=host_id,
            score=_read_score(result.score if result else army.hostscore if army else None),
            contributors=_make_contributors(army.user_armies) if army else (),
            host=self._hosts.get(host_id),
            outcome=self._find_outcome(result),
            win_streak=bound_amount(self._streaks[host_id].combo_count) if host_id in self._streaks else 0,
        )

    def _make_team_side(self, team: Wire) -> Side:
        members = tuple(sorted(user.user_id for user in team.team_user))
        return Side(
            host_id=next(iter(members), 0),
            score=_read_score(team.team_total_score),
            contributors=_make_contributors(team.user_armies.user_armies),
            host=next((self._hosts[one] for one in members if one in self._hosts), None),
            team_id=team.team_id,
            members=members,
            outcome=self._find_outcome(self._team_results.get(team.team_id)),
        )

    def _make_member_side(self, team: Wire) -> Side:
        members = tuple(sorted(team.user_id))
        host = next((self._hosts[one] for one in members if one in self._hosts), None)
        return Side(host_id=next(iter(members), 0), host=host, team_id=team.team_id, members=members)

    def _find_outcome(self, result: Wire | None) -> Outcome:
        """0 is a win and also what an absent result reads as: believed only when the battle is over."""
        return OUTCOMES.get(result.result, "") if result is not None and self._over else ""


def _read_score(told: int | None) -> int | None:
    """A negative score reads as not told."""
    return None if told is None or told < 0 else told


def _make_contributors(army: Iterable[Wire]) -> tuple[Contributor, ...]:
    rows = [
        Contributor(
            User(id=one.user_id, nickname=one.nickname, avatar_url=find_picture(one.avatar_thumb)),
            bound_amount(one.score),
        )
        for one in army
    ]
    return tuple(sorted(rows, key=lambda row: -row.score))


def _make_host(host_id: int, user: Wire) -> User:
    return User(
        id=user.user_id or host_id,
        unique_id=user.display_id,
        nickname=user.nick_name,
        avatar_url=find_picture(user.avatar_thumb),
    )


def make_card(wire: Wire) -> BattleCard:
    """An item card. Its body hangs on msg_type where that has a name; newer ones have `common` in it.

    Captures: the time of the effect is 3 s after the time of sending; it is taken to last from then on.
    """
    named = wire.msg_type in CARDS
    name = CARDS[wire.msg_type] if named else _find_body(wire)
    body: Wire = getattr(wire, name) if name else None
    info = _find_card_info(body)
    starts_s = _read_number(info, "effect_time_sec") or _read_number(info, "send_time_sec")
    lasts_s = bound_length_s(_read_number(info, "effect_last_duration"))
    return BattleCard(
        user=find_any_user(lambda: _find_player(info), lambda: _find_named_person(body)),
        battle_id=wire.battle_id,
        card=read_enum_name(wire, "msg_type") if named or not name else name,
        host_id=_read_number(body, "anchor_id") or _read_number(body, "to_anchor_id"),
        text=render_text(body.display_content) if _has_field(body, "display_content") else "",
        multiplier=bound_amount(_read_number(info, "multiple")) or MULTIPLIERS.get(name, 0),
        ends_ms=bound_time_ms((starts_s + lasts_s) * 1000) if starts_s > 0 else 0,
    )


def _find_body(wire: Wire) -> str:
    """Music cards have bodies, and a msg_type that no public schema names."""
    bodies = (field.name for field, _ in wire.ListFields() if field.message_type and not field.is_repeated)
    return next((name for name in bodies if name != "common"), "")


def _find_card_info(body: Wire) -> Wire:
    if not _has_field(body, "card_info"):
        return None
    info = body.card_info
    return info.common if _has_field(info, "common") else info


def _find_player(info: Wire) -> User | None:
    if info is None or not info.HasField("send_user"):
        return None
    return _make_host(0, info.send_user.user)


def _find_named_person(body: Wire) -> User | None:
    if _has_field(body, "display_content"):
        return find_first_user(body.display_content)
    return User(id=read_decimal(str(_read_number(body, "from_user_id"))))


def _has_field(wire: Wire, name: str) -> bool:
    return wire is not None and name in wire.DESCRIPTOR.fields_by_name


def _read_number(wire: Wire, name: str) -> int:
    return int(getattr(wire, name)) if _has_field(wire, name) else 0


TABLE: dict[str, Maker] = {
    "WebcastLinkMicBattle": make_battle,
    "WebcastLinkMicArmies": make_scores,
    "WebcastLinkMicBattlePunishFinish": make_punish_finish,
    "WebcastLinkMicBattleItemCard": make_card,
    "WebcastLinkmicBattleTaskMessage": make_task,
    "WebcastLinkmicBattleNoticeMessage": make_notice,
}
