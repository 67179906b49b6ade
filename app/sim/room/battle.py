"""A battle, one host against another: open, scores, a glove, finish, punishment, over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.protocol.schema import Wire
from app.sim.room.people import Person
from app.sim.room.stage import Stage
from app.sim.wire import make, make_image, make_text

OPEN, FINISH = 4, 5  # WebcastLinkMicBattle.action
STARTED, FINISHED, PUNISHING, PUNISHED = 1, 2, 3, 4  # battle_settings.status
SCORE_UPDATE, BATTLE_END = 1, 2  # WebcastLinkMicArmies.trigger_reason
WIN, LOSE, DRAW = 0, 1, 2
CRITICAL_STRIKE = 2
MULTIPLES = (2, 3, 5)
CONTRIBUTORS = 10
SCORES_EVERY_S = 2.0
PUNISH_AT_MOST_S = 180.0
PAUSE_S = 120.0
RIVAL_PACE = 6  # mean points a second that the other side makes


class Battle:
    """Plays one battle after the other.

    Args:
        stage: where.
        length_s: of one battle.
        tell: hears True when a battle opens and False when it is over.
    """

    def __init__(self, stage: Stage, length_s: float, tell: Callable[[bool], None]) -> None:
        self._stage = stage
        self._length_s = length_s
        self._tell = tell
        self._running = False
        self._multiple = 1
        self._settings: dict[str, Any] = {}
        self._armies: dict[int, dict[int, int]] = {}
        self._fought = 0

    @property
    def _rival(self) -> Person:
        """Who is fought against: another host each time."""
        rivals = self._stage.crowd.rivals
        return rivals[(self._fought - 1) % len(rivals)]

    def take_gift(self, giver: Person, diamonds: int) -> None:
        """Count a gift for our side while a battle runs, several times under a glove."""
        if self._running:
            self._add(self._stage.crowd.host, giver, diamonds * self._multiple)

    def open(self) -> None:
        """Begin a battle."""
        stage = self._stage
        self._fought += 1
        self._armies = {stage.crowd.host.id: {}, self._rival.id: {}}
        self._running, self._multiple = True, 1
        self._settings = {
            "battle_id": stage.new_id(),
            "start_time_ms": stage.now_ms,
            "duration": round(self._length_s),
            "battle_type": 1,
            "channel_id": stage.room_id,
            "end_time_ms": stage.now_ms + round(self._length_s * 1000),
        }
        self._tell(True)
        self._say_battle(OPEN, STARTED)
        self._say_scores(SCORE_UPDATE)
        stage.plan_once(SCORES_EVERY_S / 2, self._play_scores)
        stage.plan_once(self._length_s * 0.4, self._play_glove)
        stage.plan_once(self._length_s, self._finish)

    def _play_scores(self) -> None:
        if not self._running:
            return
        stage = self._stage
        factor = stage.chance.choice((0, 1, 1, 5, 10, 30))
        points = factor * round(RIVAL_PACE * stage.chance.uniform(0.2, 1.2))
        if points:
            self._add(self._rival, stage.pick(), points)
        self._say_scores(SCORE_UPDATE)
        stage.plan_once(SCORES_EVERY_S, self._play_scores)

    def _play_glove(self) -> None:
        stage, person, host = self._stage, self._stage.pick(), self._stage.crowd.host.id
        lasts = max(5, round(self._length_s / 10))
        self._multiple = stage.chance.choice(MULTIPLES)
        content = make_text("pm_mt_match_userSentBooster", "{0:user} used a glove", person.user)
        card = self._describe_glove(person, lasts)
        stage.say(
            "WebcastLinkMicBattleItemCard",
            battle_id=self._settings["battle_id"],
            msg_type=CRITICAL_STRIKE,
            use_critical_strike_card={"card_info": card, "anchor_id": host, "display_content": content},
        )
        stage.plan_once(lasts, self._end_glove)

    def _describe_glove(self, person: Person, lasts: int) -> dict[str, Any]:
        now_s, host = self._stage.now_ms // 1000, self._stage.crowd.host.id
        return {
            "card_name_key": "pm_mt_boost_crit_name",
            "card_image": make_image("webcast-va/boost_glove"),
            "send_time_sec": now_s,
            "effect_time_sec": now_s,
            "effect_last_duration": lasts,
            "multiple": self._multiple,
            "send_user": _describe_side(person),
            "to_anchor_id": host,
            "to_anchor_id_str": str(host),
        }

    def _end_glove(self) -> None:
        self._multiple = 1

    def _finish(self) -> None:
        self._running = False
        self._tell(False)
        self._say_scores(BATTLE_END)
        self._say_battle(FINISH, PUNISHING, battle_result=self._make_result())
        self._stage.plan_once(min(PUNISH_AT_MOST_S, self._length_s / 5), self._end_punishment)

    def _end_punishment(self) -> None:
        self._stage.say(
            "WebcastLinkMicBattlePunishFinish",
            battle_id=self._settings["battle_id"],
            channel_id=self._stage.room_id,
            reason=0,
            battle_settings=self._settings | {"status": PUNISHED},
        )
        self._stage.plan_once(min(PAUSE_S, self._length_s), self.open)

    def _add(self, host: Person, giver: Person, points: int) -> None:
        army = self._armies[host.id]
        army[giver.id] = army.get(giver.id, 0) + points

    def _make_result(self) -> dict[int, Wire]:
        totals = {host: sum(army.values()) for host, army in self._armies.items()}
        best, drawn = max(totals.values()), len(set(totals.values())) == 1
        return {
            host: make(
                "BattleResult",
                user_id=host,
                score=score,
                result=DRAW if drawn else WIN if score == best else LOSE,
            )
            for host, score in totals.items()
        }

    def _say_battle(self, action: int, status: int, **fields: Any) -> None:
        crowd = self._stage.crowd
        hosts = [{"key": host.id, "value": _describe_side(host)} for host in (crowd.host, self._rival)]
        armies = [{"key": host, "value": self._describe_army(host)} for host in self._armies]
        self._stage.say(
            "WebcastLinkMicBattle",
            battle_id=self._settings["battle_id"],
            action=action,
            battle_settings=self._settings | {"status": status},
            anchors_info=hosts,
            armies=armies,
            action_by_user_id=crowd.host.id,
            **fields,
        )

    def _say_scores(self, reason: int) -> None:
        armies = {host: make("BattleUserArmies", **self._describe_army(host)) for host in self._armies}
        self._stage.say(
            "WebcastLinkMicArmies",
            battle_id=self._settings["battle_id"],
            armies=armies,
            channel_id=self._stage.room_id,
            trigger_reason=reason,
            update_battle_score_time=self._stage.now_ms,
            battle_settings=self._settings | {"status": STARTED if self._running else FINISHED},
            trigger_critical_strike=self._multiple > 1,
        )

    def _describe_army(self, host: int) -> dict[str, Any]:
        army = self._armies[host]
        best = sorted(army.items(), key=lambda row: -row[1])[:CONTRIBUTORS]
        rows = [
            {
                "user_id": giver,
                "user_id_str": str(giver),
                "score": score,
                "nickname": (person := self._stage.crowd.find(giver)).nickname,
                "avatar_thumb": person.user.avatar_thumb,
            }
            for giver, score in best
        ]
        return {"user_armies": rows, "hostscore": sum(army.values()), "anchor_id_str": str(host)}


def _describe_side(person: Person) -> dict[str, Any]:
    return {
        "user": {
            "user_id": person.id,
            "nick_name": person.nickname,
            "display_id": person.handle,
            "avatar_thumb": person.user.avatar_thumb,
        }
    }
