"""What belongs to the room: viewer counts, captions, the goal, polls, questions, ranks, moderation."""

from __future__ import annotations

from functools import partial
from typing import Any

from app.sim.room import phrases
from app.sim.room.gifts import ROSE
from app.sim.room.people import Person
from app.sim.room.stage import Stage
from app.sim.wire import make_image, make_text

TOP_VIEWERS = 5
HOME, LEAVING = 0.6, 0.95  # of the crowd; of those who came since the last count
GOAL_TARGET = 500
GOAL_SAID_EVERY_S = 3.0
PROGRESS = 2  # GoalMessageSource
POLL_S, VOTES_EVERY_S = 45.0, 5.0
CAPTION_SHARES = (0.4, 0.7, 1.0)  # of a sentence: two guesses, then all of it
PIN = 1
NEW, HIDE = 1, 2
CHEST_S = 60


class RoomLife:
    """Each method says one kind of message."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._goal = 0
        self._goal_said_at = -GOAL_SAID_EVERY_S
        self._goal_id = stage.make_id()
        self._sentence = 0

    def welcome(self) -> None:
        """Say what a viewer gets first; TikTok sends the first without the prefix of its method."""
        self._stage.say("RoomMessage", content=phrases.WELCOME, is_welcome=True)
        host = self._stage.crowd.host.user
        self._stage.say("WebcastLiveIntroMessage", id=1, content=phrases.INTRO, user=host)

    def say_viewers(self) -> None:
        """Say how many are here and who gave most; the count drifts to a share of the crowd."""
        stage, figures = self._stage, self._stage.figures
        home = stage.crowd.size * HOME
        drift = (home - figures.viewers) * 0.04 + stage.chance.gauss(0, home**0.5 / 4)
        left = figures.came * LEAVING - drift
        figures.viewers, figures.came = min(stage.crowd.size, max(1, figures.viewers - round(left))), 0
        best = sorted(stage.score.items(), key=lambda row: -row[1])[:TOP_VIEWERS]
        ranks = [
            {"rank": place, "score": score, "user": stage.crowd.find(giver).user}
            for place, (giver, score) in enumerate(best, 1)
        ]
        stage.say(
            "WebcastRoomUserSeqMessage",
            total=figures.viewers,
            total_user=figures.entered,
            popularity=figures.viewers,
            pop_str=str(figures.viewers),
            ranks=ranks,
            anonymous=figures.viewers // 9,
        )

    def say_caption(self) -> None:
        """Say a sentence of the host: two guesses, then the final text."""
        self._sentence += 1
        words, number = self._stage.chance.choice(phrases.CAPTIONS).split(), self._sentence
        for step, share in enumerate(CAPTION_SHARES):
            part = " ".join(words[: max(1, round(len(words) * share))])
            self._stage.plan_once(step * 1.1, partial(self._say_part, part, number, step))

    def _say_part(self, part: str, sentence: int, step: int) -> None:
        self._stage.say(
            "WebcastCaptionMessage",
            timestamp_ms=self._stage.now_ms,
            duration_ms=1100,
            content=[{"lang": "en", "content": part}],
            sentence_id=sentence,
            sequence_id=step,
            definite=step == len(CAPTION_SHARES) - 1,
        )

    def take_gift(self, giver: Person, diamonds: int) -> None:
        """Count a gift for the goal and the top viewers."""
        stage = self._stage
        stage.score[giver.id] = stage.score.get(giver.id, 0) + diamonds
        self._goal = min(GOAL_TARGET, self._goal + diamonds)
        if stage.now - self._goal_said_at < GOAL_SAID_EVERY_S:
            return
        self._goal_said_at = stage.now
        goal = self._describe_goal()
        stage.say(
            "WebcastGoalUpdateMessage",
            goal=goal,
            contribute_subgoal=goal["sub_goals"][0],
            update_source=PROGRESS,
            contributor_id=giver.id,
            contributor_id_str=str(giver.id),
            contributor_display_id=giver.handle,
            contribute_score=diamonds,
        )

    def _describe_goal(self) -> dict[str, Any]:
        part = {
            "id": 1,
            "type": 1,
            "progress": self._goal,
            "target": GOAL_TARGET,
            "gift": {"name": ROSE.name, "diamond_count": ROSE.diamonds},
        }
        return {
            "id": self._goal_id,
            "type": 1,
            "status": 1,
            "description": "New guitar strings 🎸",
            "sub_goals": [part],
            "id_str": str(self._goal_id),
        }

    def ask_question(self) -> None:
        """Ask a question in the Q&A box."""
        person = self._stage.pick()
        words = self._stage.chance.choice(phrases.QUESTIONS)
        question = {
            "question_id": self._stage.make_id(),
            "content": words,
            "create_time": self._stage.now_ms // 1000,
            "user": person.user,
        }
        self._stage.say("WebcastQuestionNewMessage", data=question)

    def delete(self) -> None:
        """Delete a comment that was said before."""
        if self._stage.comments:
            msg_id, person, _ = self._stage.chance.choice(self._stage.comments)
            self._stage.say(
                "WebcastImDeleteMessage",
                delete_msg_ids=[msg_id],
                shown=make_text("pm_mt_comment_deleted", "{0:user}", person.user),
            )

    def pin(self) -> None:
        """Pin the newest comment."""
        if not self._stage.comments:
            return
        msg_id, _, body = self._stage.comments[-1]
        operator = self._stage.chance.choice(self._stage.crowd.moderators).user
        self._stage.say(
            "WebcastRoomPinMessage",
            chat_message=body,
            method="WebcastChatMessage",
            action=PIN,
            pin_time=self._stage.now_ms,
            display_duration=60,
            pin_msg_id=msg_id,
            operator=operator,
        )

    def subscribe(self) -> None:
        """Subscribe to the host."""
        person = self._stage.pick()
        self._stage.say(
            "WebcastSubNotifyMessage",
            user=person.user,
            sub_month=self._stage.chance.randint(1, 9),
            subscribe_type=1,
            is_send=True,
        )

    def place_chest(self) -> None:
        """Show a treasure chest, and hide it when it was opened."""
        person, stage = self._stage.pick(), self._stage
        info = {
            "envelope_id": str(stage.make_id()),
            "business_type": 1,
            "send_user_name": person.nickname,
            "send_user_id": str(person.id),
            "diamond_count": 20,
            "people_count": 10,
            "unpack_at": stage.now_ms // 1000 + CHEST_S,
            "room_id": str(stage.room_id),
        }
        stage.say("WebcastEnvelopeMessage", envelope_info=info, display=NEW)
        stage.plan_once(
            CHEST_S, lambda: stage.say("WebcastEnvelopeMessage", envelope_info=info, display=HIDE)
        )

    def say_rank(self) -> None:
        """Say the host's place in the hourly ranking."""
        place = self._stage.chance.randint(3, 60)
        update = {
            "rank_type": 8,
            "own_rank": place,
            "countdown": 3600 - int(self._stage.now) % 3600,
            "default_content": make_text("pm_mt_Live_WR", f"No. {place}"),
            "owneronrank": True,
        }
        self._stage.say("WebcastRankUpdateMessage", updates=[update])

    def say_top_viewer(self) -> None:
        """Say that somebody became one of the top viewers."""
        person = self._stage.pick()
        said = make_text("pm_mt_topviewer_comment", "{0:user} became a top 3 viewer", person.user)
        self._stage.say(
            "WebcastRankTextMessage",
            scene=1,
            owner_idx_before_update=6,
            owner_idx_after_update=3,
            other_get_badge_msg=said,
            self_get_badge_msg=said,
            cur_user_id=person.id,
        )

    def say_barrage(self) -> None:
        """Say that somebody reached a gifter level."""
        person = self._stage.pick()
        level = self._stage.chance.randint(5, 40)
        said = make_text("pm_mt_gifter_level_up", "{0:user} reached level " + str(level), person.user)
        self._stage.say(
            "WebcastBarrageMessage",
            msg_type=8,
            content=said,
            icon=make_image("grade_badge_icon"),
            user=person.user,
            user_grade_param={"current_grade": level, "user": person.user},
            duration=3000,
        )

    def start_poll(self) -> None:
        """Start a poll."""
        title, answers = self._stage.chance.choice(phrases.POLLS)
        PlayedPoll(self._stage, title, answers).start()


class PlayedPoll:
    """A poll: start, votes, end."""

    def __init__(self, stage: Stage, title: str, answers: tuple[str, ...]) -> None:
        self._stage = stage
        self._title = title
        self._answers = answers
        self._votes = [0] * len(answers)
        self._id = stage.make_id()

    def start(self) -> None:
        """Say the question, and plan votes and end."""
        now = self._stage.now_ms
        content = {
            "start_time": now,
            "end_time": now + round(POLL_S * 1000),
            "title": self._title,
            "option_list": self._list_options(),
            "operator": self._stage.crowd.host.user,
        }
        self._say(0, start_content=content)
        for step in range(1, int(POLL_S / VOTES_EVERY_S)):
            self._stage.plan_once(step * VOTES_EVERY_S, self._update)
        self._stage.plan_once(POLL_S, self._end)

    def _update(self) -> None:
        for place in range(len(self._votes)):
            self._votes[place] += self._stage.chance.randint(0, 4)
        self._say(2, update_votes_content={"option_list": self._list_options()})

    def _end(self) -> None:
        self._say(1, end_content={"end_type": 1, "option_list": self._list_options()})

    def _say(self, kind: int, **content: Any) -> None:
        self._stage.say(
            "WebcastPollMessage",
            message_type=kind,
            poll_id=self._id,
            poll_basic_info={"title": self._title},
            **content,
        )

    def _list_options(self) -> list[dict[str, Any]]:
        both = zip(self._answers, self._votes, strict=True)
        return [
            {"option_idx": place, "display_content": answer, "votes": votes}
            for place, (answer, votes) in enumerate(both)
        ]
