"""Battles of hosts: open, scores, a glove, a mist, finish, punishment, over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.sim.room.battle_sides import Fight, describe_player
from app.sim.room.people import Person
from app.sim.room.stage import Stage
from app.sim.wire import make, make_image, make_text

OPEN, FINISH = 4, 5  # WebcastLinkMicBattle.action
STARTED, FINISHED, PUNISHING, PUNISHED = 1, 2, 3, 4  # battle_settings.status
SCORE_UPDATE, BATTLE_END = 1, 2  # WebcastLinkMicArmies.trigger_reason
CRITICAL_STRIKE, SMOKE = 2, 3  # WebcastLinkMicBattleItemCard.msg_type
MULTIPLES = (2, 3, 5)
SCORES_EVERY_S = 2.0
PUNISH_AT_MOST_S = 180.0
PAUSE_S = 120.0
RIVAL_PACE = 6  # mean points a second that another side makes
GLOVE_AT, MIST_AT = 0.4, 0.6  # of the length


class PlayedBattle:
    """Plays one battle after the other: of two, of two teams, of four, and so on.

    Args:
        stage: where.
        length_s: of one battle.
        tell: hears True when a battle opens and False when it is over.
    """

    def __init__(self, stage: Stage, length_s: float, tell: Callable[[bool], None]) -> None:
        self._stage = stage
        self._length_s = length_s
        self._tell = tell
        self._is_running = False
        self._multiple = 1
        self._settings: dict[str, Any] = {}
        self._fought = 0
        self._fight = Fight(stage.crowd, 1)

    def take_gift(self, giver: Person, diamonds: int) -> None:
        """Count a gift for our side while a battle runs, several times under a glove."""
        if self._is_running:
            self._fight.add(self._fight.sides[0], giver, diamonds * self._multiple)

    def open(self) -> None:
        """Begin a battle."""
        stage = self._stage
        self._fought += 1
        self._fight = Fight(stage.crowd, self._fought)
        self._is_running, self._multiple = True, 1
        self._settings = {
            "battle_id": stage.make_id(),
            "start_time_ms": stage.now_ms,
            "duration": round(self._length_s),
            "battle_type": self._fight.kind,
            "channel_id": stage.room_id,
            "end_time_ms": stage.now_ms + round(self._length_s * 1000),
        }
        self._tell(True)
        self._say_battle(OPEN, STARTED)
        self._say_scores(SCORE_UPDATE)
        stage.plan_once(SCORES_EVERY_S / 2, self._play_scores)
        stage.plan_once(self._length_s * GLOVE_AT, self._play_glove)
        stage.plan_once(self._length_s * MIST_AT, self._play_mist)
        stage.plan_once(self._length_s, self._finish)

    def _play_scores(self) -> None:
        if not self._is_running:
            return
        stage = self._stage
        for side in self._fight.sides[1:]:
            factor = stage.chance.choice((0, 1, 1, 5, 10, 30))
            points = factor * round(RIVAL_PACE * stage.chance.uniform(0.2, 1.2))
            if points:
                self._fight.add(side, stage.pick(), points)
        self._say_scores(SCORE_UPDATE)
        stage.plan_once(SCORES_EVERY_S, self._play_scores)

    def _play_glove(self) -> None:
        stage, host = self._stage, self._stage.crowd.host
        person = stage.pick()
        self._multiple = stage.chance.choice(MULTIPLES)
        card = self._describe_card(person, host, "boost_glove") | {"multiple": self._multiple}
        self._say_card(CRITICAL_STRIKE, "use_critical_strike_card", person, host, card)
        stage.plan_once(self._effect_s, self._end_glove)

    def _play_mist(self) -> None:
        person, rival = self._stage.pick(), self._fight.sides[1].hosts[0]
        self._say_card(SMOKE, "use_smoke_card", person, rival, self._describe_card(person, rival, "mist"))

    @property
    def _effect_s(self) -> int:
        return max(5, round(self._length_s / 10))

    def _say_card(self, kind: int, name: str, person: Person, host: Person, card: dict[str, Any]) -> None:
        content = make_text("pm_mt_match_userSentBooster", "{0:user} used a card", person.user)
        body: dict[str, Any] = {
            "battle_id": self._settings["battle_id"],
            "msg_type": kind,
            name: {"card_info": card, "anchor_id": host.id, "display_content": content},
        }
        self._stage.say("WebcastLinkMicBattleItemCard", **body)

    def _describe_card(self, person: Person, host: Person, picture: str) -> dict[str, Any]:
        now_s = self._stage.now_ms // 1000
        return {
            "card_name_key": f"pm_mt_{picture}_name",
            "card_image": make_image(f"webcast-va/{picture}"),
            "send_time_sec": now_s,
            "effect_time_sec": now_s,
            "effect_last_duration": self._effect_s,
            "send_user": describe_player(person),
            "to_anchor_id": host.id,
            "to_anchor_id_str": str(host.id),
        }

    def _end_glove(self) -> None:
        self._multiple = 1

    def _finish(self) -> None:
        self._is_running = False
        self._tell(False)
        self._say_scores(BATTLE_END)
        self._say_battle(FINISH, PUNISHING, **self._fight.describe_result())
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

    def _say_battle(self, action: int, status: int, **fields: Any) -> None:
        fight = self._fight
        self._stage.say(
            "WebcastLinkMicBattle",
            battle_id=self._settings["battle_id"],
            action=action,
            battle_settings=self._settings | {"status": status},
            anchors_info=[{"key": host.id, "value": describe_player(host)} for host in fight.hosts],
            armies=[{"key": host, "value": army} for host, army in fight.describe_armies().items()],
            team_armies=fight.describe_teams(),
            action_by_user_id=self._stage.crowd.host.id,
            **fields,
        )

    def _say_scores(self, reason: int) -> None:
        fight = self._fight
        self._stage.say(
            "WebcastLinkMicArmies",
            battle_id=self._settings["battle_id"],
            armies={host: make("BattleUserArmies", **army) for host, army in fight.describe_armies().items()},
            team_armies=fight.describe_teams(),
            channel_id=self._stage.room_id,
            trigger_reason=reason,
            update_battle_score_time=self._stage.now_ms,
            battle_settings=self._settings | {"status": STARTED if self._is_running else FINISHED},
            trigger_critical_strike=self._multiple > 1,
        )
