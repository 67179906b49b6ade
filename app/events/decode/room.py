"""The room and its host: control, captions, questions, polls, pins, ranks, banners (protocol.md g.9)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from app.events.decode.heads import Maker, read_enum_name
from app.events.decode.people import find_any_user, find_picture, read_optional_user, read_user
from app.events.decode.text import find_first_user, find_key, render_text
from app.events.types.audience import FanClub, Join, Question, SuperFan, SuperFanPhase
from app.events.types.base import Badge, User
from app.events.types.bounds import bound_amount, bound_length_ms, bound_length_s, choose_time, read_time_ms
from app.events.types.ranks import RankEntry, RankText, RankUpdate
from app.events.types.room import Barrage, Caption, Delete, Intro, Pin, Poll, PollOption, PollPhase, RoomText
from app.events.types.status import Control, End, Pause, Resume
from app.protocol.methods import normalise
from app.protocol.schema import Wire

CONTROLS: dict[int, type[Control]] = {1: Pause, 2: Resume, 3: End, 4: End}
PINNED = 1
# Kind of a pinned message by its field.
PINNABLE = ("chat_message", "gift_message", "social_message", "member_message", "like_message")
SUPER_FAN_KEY = "ttlive_superfan_"
USER_ID = re.compile(r"\buser_id=(\d{1,19})\b")
JOINED_CLUB = "user_join_fans"
# Which content is set tells the phase of a poll.
POLL_CONTENTS: dict[PollPhase, str] = {
    "end": "end_content",
    "start": "start_content",
    "update": "update_votes_content",
}
FAN_CLUB = {10: "fans_level_upgrade", 11: "entrance"}
# Of a person with a high gifter level. Captures: "{0:user} joined", and no member message beside it.
ENTRANCE = 9


def make_control(wire: Wire) -> Control:
    """Both 3 (by the host) and 4 (by moderation) end the live."""
    made = CONTROLS.get(wire.action, Control)
    return made(action=wire.action)


def make_room_text(wire: Wire) -> RoomText | FanClub:
    """A sentence of the platform: plain, or as a display text with a blank beside it.

    Captures: 25 of 42 say who joined the fan club, which has no message of its own there.
    """
    told = wire.common.display_text
    text = wire.content.strip() or render_text(told)
    if wire.scene != JOINED_CLUB:
        return RoomText(text=text)
    return FanClub(user=find_any_user(lambda: find_first_user(told)), action="new_fans", text=text)


def make_intro(wire: Wire) -> Intro:
    """The host's introduction."""
    return Intro(user=read_user(wire.user), text=wire.content)


def make_caption(wire: Wire) -> Caption:
    """What the host says. Captions of 2023 have no sentence id and never change: they are final.

    Several contents of one language are parts of a sentence; another language is a translation.
    """
    language = wire.content[0].lang if wire.content else ""
    return Caption(
        at_ms=choose_time(wire.timestamp_ms, 0),
        text=" ".join(one.content for one in wire.content if one.lang == language),
        language=language,
        final=wire.definite or not wire.sentence_id,
        sentence_id=wire.sentence_id,
        duration_ms=bound_length_ms(wire.duration_ms),
    )


def make_new_question(wire: Wire) -> Question:
    """Somebody asked through the Q&A box."""
    return _make_question(wire.data, "new")


def make_selected_question(wire: Wire) -> Question:
    """The host answers it now."""
    return _make_question(wire.question, "selected")


def make_removed_question(wire: Wire) -> Question:
    """The host is done with it, or it was deleted; only its id is told, and sometimes who asked."""
    user = User(id=getattr(wire, "user_id", 0))
    return Question(user=user, phase="removed", question_id=wire.question_id)


def _make_question(asked: Wire, phase: Literal["new", "selected"]) -> Question:
    return Question(
        user=read_user(asked.user),
        phase=phase,
        question_id=asked.question_id,
        text=asked.content,
    )


def make_poll(wire: Wire) -> Poll:
    """Which of the contents is set tells the phase; message_type is less reliable."""
    phase: PollPhase = next((one for one, name in POLL_CONTENTS.items() if wire.HasField(name)), "update")
    content = getattr(wire, POLL_CONTENTS[phase])
    start = wire.start_content
    return Poll(
        poll_id=wire.poll_id,
        phase=phase,
        title=start.title or wire.poll_basic_info.title,
        options=tuple(map(_make_option, content.option_list)),
        operator=read_optional_user(content, "operator"),
        start_ms=read_time_ms(start.start_time),
        end_ms=read_time_ms(start.end_time),
    )


def _make_option(wire: Wire) -> PollOption:
    voters = (
        User(one.user_id, "", one.nick_name, find_picture(one.avatar_thumb)) for one in wire.vote_user_list
    )
    return PollOption(wire.display_content, bound_amount(wire.votes), tuple(voters))


def make_delete(wire: Wire) -> Delete:
    """Comments by id, or everything a person wrote."""
    return Delete(
        msg_ids=tuple(wire.delete_msg_ids),
        user_ids=tuple(wire.delete_user_ids),
    )


def make_pin(wire: Wire) -> Pin:
    """A pinned message travels inside. In captures its own id differs from pin_msg_id, which it beats."""
    field = next((name for name in PINNABLE if wire.HasField(name)), PINNABLE[0])
    inner = getattr(wire, field)
    return Pin(
        user=read_user(inner.user),
        pinned=wire.action == PINNED,
        text=getattr(inner, "content", "") or render_text(inner.common.display_text),
        pinned_method=normalise(wire.method) if wire.method else "",
        pinned_msg_id=inner.common.msg_id or wire.pin_msg_id,
        operator=read_optional_user(wire, "operator"),
        pinned_at_ms=read_time_ms(wire.pin_time),
        duration_s=bound_length_s(wire.display_duration),
    )


def make_rank_update(wire: Wire) -> RankUpdate:
    """The host's place in the rankings."""
    return RankUpdate(entries=tuple(map(_make_entry, wire.updates)))


def _make_entry(wire: Wire) -> RankEntry:
    return RankEntry(
        kind=read_enum_name(wire, "rank_type").removeprefix("type_"),
        rank=bound_amount(wire.own_rank),
        score=bound_amount(wire.current_score),
        countdown_s=bound_length_s(wire.countdown),
        text=render_text(wire.default_content),
        code=wire.rank_type,
    )


def make_rank_text(wire: Wire) -> RankText:
    """Somebody became a top viewer; in captures the sentence is the common display text."""
    texts = (wire.other_get_badge_msg, wire.content, wire.common.display_text)
    text = next((one for one in texts if one.default_pattern), wire.common.display_text)
    return RankText(
        user=find_any_user(lambda: find_first_user(text), lambda: User(id=wire.cur_user_id)),
        text=render_text(text),
        rank_before=bound_amount(wire.owner_idx_before_update),
        rank_after=bound_amount(wire.owner_idx_after_update),
    )


def make_barrage(wire: Wire) -> Barrage | FanClub | SuperFan | Join:
    """A banner; those about super fans, the fan club and people who come in are events of their own.

    Gifters of a high level are announced so when they come in, and mostly not by a member message.
    """
    content = _pick_content(wire)
    user = _find_honoured_person(wire, content)
    phase = _find_super_fan_phase(find_key(content), wire.sub_type.lower())
    if phase:
        return SuperFan(user=user, phase=phase, text=render_text(content))
    fan_level = bound_amount(wire.fans_level_param.current_grade)
    if wire.msg_type in FAN_CLUB:
        return FanClub(user=user, action=FAN_CLUB[wire.msg_type], level=fan_level, text=render_text(content))
    level = bound_amount(wire.user_grade_param.current_grade)
    if wire.msg_type == ENTRANCE and user.id:
        return Join(user=_add_level(user, level))
    return Barrage(
        user=user,
        text=render_text(content),
        kind=read_enum_name(wire, "msg_type"),
        code=wire.msg_type,
        key=content.key,
        level=level or fan_level,
    )


def _add_level(user: User, level: int) -> User:
    """The person with the level that the banner tells, where they wear no badge of it."""
    if not level or user.find_level("gifter_level"):
        return user
    return replace(user, badges=(*user.badges, Badge("gifter_level", level)))


def _find_honoured_person(wire: Wire, content: Wire) -> User:
    return find_any_user(
        lambda: read_optional_user(wire, "user"),
        lambda: find_first_user(content),
        lambda: read_optional_user(wire.user_grade_param, "user"),
        lambda: read_optional_user(wire.fans_level_param, "user"),
        lambda: _find_linked_person(wire.schema),
    )


def _pick_content(wire: Wire) -> Wire:
    if SUPER_FAN_KEY in find_key(wire.common_barrage_content) or not wire.content.key:
        return wire.common_barrage_content
    return wire.content


def _find_linked_person(address: str) -> User | None:
    """The person whose page a tap on the banner opens."""
    found = USER_ID.search(address)
    return User(id=int(found[1])) if found else None


def _find_super_fan_phase(key: str, sub_type: str) -> SuperFanPhase | None:
    """Join first, then upgrade, then new (protocol.md g.6)."""
    if SUPER_FAN_KEY not in key and "super_fan" not in sub_type and "superfan" not in sub_type:
        return None
    if "superfanjoined" in key:
        return "join"
    if "upgrade" in sub_type:
        return "upgrade"
    return "new" if "someonebecame" in key or sub_type.startswith("becoming") else "unknown"


TABLE: dict[str, Maker] = {
    "WebcastControlMessage": make_control,
    "WebcastRoomMessage": make_room_text,
    "WebcastLiveIntroMessage": make_intro,
    "WebcastCaptionMessage": make_caption,
    "WebcastQuestionNewMessage": make_new_question,
    "WebcastQuestionSelectedMessage": make_selected_question,
    "WebcastQuestionSlideDownMessage": make_removed_question,
    "WebcastQuestionDeleteMessage": make_removed_question,
    "WebcastPollMessage": make_poll,
    "WebcastImDeleteMessage": make_delete,
    "WebcastRoomPinMessage": make_pin,
    "WebcastRankUpdateMessage": make_rank_update,
    "WebcastRankTextMessage": make_rank_text,
    "WebcastBarrageMessage": make_barrage,
}
