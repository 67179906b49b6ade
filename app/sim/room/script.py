"""The script: every message of the room, one after the other, decided by the seed alone."""

from __future__ import annotations

from collections.abc import Iterator

from app.sim.options import NATURAL_RATE, SimOptions
from app.sim.room.battle import PlayedBattle
from app.sim.room.chatter import Chatter
from app.sim.room.giving import Giving
from app.sim.room.people import Crowd, Person
from app.sim.room.room_life import RoomLife
from app.sim.room.stage import ScriptMessage, Stage, make_chance
from app.sim.wire import Gallery

TEN_MINUTES = 600.0
# How often in ten minutes of a natural room.
COMMENTS, LIKES, JOINS, FRIENDS, STREAKS = 450, 600, 500, 90, 25
VIEWER_COUNTS, CAPTION_SENTENCES = 300, 200 / 3
FRAMES_PER_STREAK = 3.9
STEADY = (VIEWER_COUNTS + CAPTION_SENTENCES * 3 + 60) / TEN_MINUTES  # events a second that no crowd changes
FREE = (COMMENTS + LIKES + JOINS + FRIENDS) / TEN_MINUTES
GIFT_GROWTH = 0.7  # exponent: a room twice as busy does not give twice as much
PEOPLE, PEOPLE_AT_MOST = 300, 6000
HISTORY = 6
FIRST_WORD_S = 1.9  # however quiet the room is, somebody says something soon
STREAM_ENDED = 3


class Script:
    """Yields messages forever, or until the host ends the stream.

    Args:
        options: seed, rate and battle times.
        start_ms: the wall clock at second 0, ms since 1970.
        gallery: where the room's pictures are.
    """

    def __init__(self, options: SimOptions, start_ms: int, gallery: Gallery | None = None) -> None:
        factor = options.rate / NATURAL_RATE
        people = min(PEOPLE_AT_MOST, max(PEOPLE, round(PEOPLE * factor**0.5)))
        self.crowd = Crowd(make_chance(options.seed, "crowd"), people, options.name, gallery or Gallery())
        self.stage = Stage(options.seed, self.crowd, start_ms)
        self._chatter = Chatter(self.stage)
        self._life = RoomLife(self.stage)
        self._battle = PlayedBattle(self.stage, options.battle_s, self._note_battle)
        self._giving = Giving(self.stage, self._take_gift)
        self._has_ended = False
        self.opening = self._open()
        self._plan(options, factor)

    def begin(self, start_ms: int) -> None:
        """Set second 0 of the script to now, when the first viewer came."""
        self.stage.start_ms = start_ms

    def __iter__(self) -> Iterator[ScriptMessage]:
        """Give the messages in order of their time."""
        while not self._has_ended:
            self.stage.step()
            yield from self._take_messages()

    def _open(self) -> tuple[ScriptMessage, ...]:
        """What a viewer gets with the first answer: older comments, the welcome, the host's introduction."""
        for place in range(HISTORY, 0, -1):
            self.stage.now = -7.0 * place
            self._chatter.comment(history=True)
        self.stage.now = 0.0
        self._life.welcome()
        return tuple(self._take_messages())

    def _take_messages(self) -> Iterator[ScriptMessage]:
        while self.stage.said:
            yield self.stage.said.popleft()

    def _plan(self, options: SimOptions, factor: float) -> None:
        self._plan_crowd(options.rate, factor)
        self._plan_room(min(1.0, factor))
        self.stage.plan_once(options.first_battle_s, self._battle.open, act="battle")
        if options.end_after_s is not None:
            self.stage.plan_once(options.end_after_s, self._end, act="end")

    def _plan_crowd(self, rate: float, factor: float) -> None:
        stage = self.stage
        streaks = STREAKS / TEN_MINUTES * (factor**GIFT_GROWTH if factor > 1 else factor)
        left = rate - STEADY * min(1.0, factor) - streaks * FRAMES_PER_STREAK
        busy = left / FREE / TEN_MINUTES
        stage.plan_often("comment", COMMENTS * busy, self._chatter.comment)
        stage.plan_often("like", LIKES * busy, self._chatter.like)
        stage.plan_often("join", JOINS * busy, self._chatter.join)
        stage.plan_often("befriend", FRIENDS * busy, self._chatter.befriend)
        stage.plan_often("give", streaks, self._giving.give)
        stage.plan_once(FIRST_WORD_S, self._chatter.comment, act="first word")
        stage.plan_once(0.7, self._giving.give_roses, act="first rose")
        stage.plan_once(1.3, self._giving.give, act="first gift")

    def _plan_room(self, factor: float) -> None:
        stage, life = self.stage, self._life
        stage.plan_regularly("viewers", TEN_MINUTES / VIEWER_COUNTS / factor, life.say_viewers, first_s=0.1)
        stage.plan_regularly(
            "caption", TEN_MINUTES / CAPTION_SENTENCES / factor, life.say_caption, first_s=0.9
        )
        for act, seconds, first_s, action in (
            ("question", 75, 4.0, life.ask_question),
            ("emote", 60, 6.0, self._chatter.emote),
            ("subscribe", 150, 7.5, life.subscribe),
            ("chest", 200, 12.0, life.place_chest),
            ("poll", 240, 3.0, life.start_poll),
            ("delete", 90, 9.0, life.delete),
            ("pin", 120, 10.0, life.pin),
            ("rank", 60, 5.0, life.say_rank),
            ("top_viewer", 80, 8.0, life.say_top_viewer),
            ("barrage", 100, 11.0, life.say_barrage),
            ("stranger", 40, 5.5, self._chatter.admit_stranger),
        ):
            stage.plan_regularly(act, seconds, action, first_s=first_s)

    def _take_gift(self, giver: Person, diamonds: int) -> None:
        self._life.take_gift(giver, diamonds)
        self._battle.take_gift(giver, diamonds)

    def _note_battle(self, running: bool) -> None:  # noqa: FBT001 - one listener, one fact
        self._chatter.has_battle = running

    def _end(self) -> None:
        self.stage.say("WebcastControlMessage", action=STREAM_ENDED)
        self._has_ended = True
