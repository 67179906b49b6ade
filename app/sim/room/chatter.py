"""What viewers do besides giving: join, comment, like, follow, share."""

from __future__ import annotations

from typing import Any

from app.sim.room import phrases
from app.sim.room.people import Person
from app.sim.room.stage import Stage
from app.sim.wire import make_text

ENTER = 1
FOLLOW, SHARE = 1, 3  # WebcastSocialMessage.action
LIKES_AT_MOST = 15
CHEER_SHARE = 0.45
WAVES_EVERY = 8  # people


class Chatter:
    """Comments, likes, joins, follows and shares."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.has_battle = False

    def comment(self, *, history: bool = False) -> None:
        """Write a comment."""
        stage, person = self._stage, self._stage.pick()
        words = self._choose_words(person)
        body = stage.say(
            "WebcastChatMessage",
            history=history,
            user=person.user,
            content=words,
            content_language=person.language,
            emotes=self._add_waves(person, words),
            user_identity=person.identity,
        )
        stage.comments.append((body.common.msg_id, person, body))

    def like(self) -> None:
        """Like a few times."""
        stage, person = self._stage, self._stage.pick()
        taps = stage.chance.randint(1, LIKES_AT_MOST)
        stage.figures.likes += taps
        stage.say(
            "WebcastLikeMessage",
            user=person.user,
            count=taps,
            total=stage.figures.likes,
            shown=make_text("pm_mt_msg_viewer", "{0:user} liked the LIVE", person.user),
        )

    def join(self) -> None:
        """Let somebody join."""
        stage, person = self._stage, self._stage.pick_anyone()
        stage.figures.entered += 1
        stage.figures.came += 1
        stage.figures.viewers = min(stage.crowd.size, stage.figures.viewers + 1)
        stage.say(
            "WebcastMemberMessage",
            user=person.user,
            user_id=person.id,
            action=ENTER,
            member_count=stage.figures.viewers,
            client_enter_source="homepage_hot-live_cell",
            shown=make_text("live_room_enter_toast", "{0:user} joined", person.user),
        )

    def befriend(self) -> None:
        """Follow or share."""
        person = self._stage.pick_anyone()
        if self._stage.is_lucky(0.6):
            self._follow(person)
        else:
            self._share(person)

    def _follow(self, person: Person) -> None:
        self._stage.figures.follows += 1
        self._stage.say(
            "WebcastSocialMessage",
            user=person.user,
            action=FOLLOW,
            follow_count=self._stage.figures.follows,
            shown=make_text("pm_main_follow_message_viewer_2", "{0:user} followed the host", person.user),
        )

    def _share(self, person: Person) -> None:
        self._stage.figures.shares += 1
        self._stage.say(
            "WebcastSocialMessage",
            user=person.user,
            action=SHARE,
            share_type=1,
            share_target="whatsapp",
            share_count=self._stage.figures.shares,
            shown=make_text("pm_mt_guidance_share", "{0:user} shared the LIVE", person.user),
        )

    def admit_stranger(self) -> None:
        """Let somebody without an account join."""
        self._stage.say(
            "WebcastUnauthorizedMemberMessage",
            action=ENTER,
            nick_name=str(self._stage.chance.randrange(100_000, 999_999)),
            nick_name_prefix=make_text("web_nonlogin_im_1", "Viewer"),
            enter_text=make_text("live_room_enter_toast", "joined"),
        )

    def emote(self) -> None:
        """Write a comment of pictures."""
        person = self._stage.pick()
        self._stage.say(
            "WebcastEmoteChatMessage",
            user=person.user,
            emote_list=[self._make_wave()],
            user_identity=person.identity,
        )

    def _make_wave(self) -> dict[str, Any]:
        image = self._stage.crowd.gallery.make_image("webcast-va/emote_wave")
        return {"emote_id": "7040194712", "image": image, "emote_type": 1}

    def _add_waves(self, person: Person, words: str) -> list[dict[str, Any]]:
        """Some people end all that they say with an emote."""
        if person.id % WAVES_EVERY:
            return []
        return [{"index": len(words), "emote": self._make_wave()}]

    def _choose_words(self, person: Person) -> str:
        chance = self._stage.chance
        if self.has_battle and self._stage.is_lucky(CHEER_SHARE):
            return chance.choice(phrases.CHEERS[person.language])
        said = chance.choice(phrases.COMMENTS[person.language]).format(place=chance.choice(phrases.PLACES))
        if self._stage.is_lucky(0.12) and self._stage.comments:
            said = f"@{self._stage.comments[-1][1].handle} {said}"
        return said + chance.choice(("", "", "", "", " ✨", " 😂", " 💛", "!"))
