"""Games, songs, products, banners, ranks and the fan club (protocol.md g.6, g.9)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from app.events.decode.heads import Maker, read_enum_name
from app.events.decode.people import read_optional_user, read_user
from app.events.decode.text import render_text
from app.events.types.audience import FanClub
from app.events.types.base import NOBODY, User
from app.events.types.bounds import bound_amount, choose_time, read_time_ms
from app.events.types.ranks import Period, RankReward
from app.events.types.stage import Banner, Karaoke, KaraokeAction, Pictionary, Shopping, Song
from app.protocol.schema import Wire

CARD_ACTIONS: dict[int, Literal["show", "hide"]] = {1: "show", 4: "hide"}


def make_shopping(wire: Wire) -> Shopping:
    """A product card. Captures: action 1 shows one, 4 takes it away, none changes the number of products."""
    product, older = wire.pop_product, wire.product_snap_shot
    return Shopping(
        action=CARD_ACTIONS.get(wire.action_type, ""),
        code=wire.action_type,
        product_id=str(product.product_id or older.product_id or ""),
        title=product.title or older.title,
        price=product.price,
        image_url=product.image_url,
        products=bound_amount(wire.live_product_number),
    )


def make_pictionary_start(wire: Wire) -> Pictionary:
    """A round begins. Its times are seconds; the word comes when it is over."""
    told = wire.data
    return Pictionary(
        phase="start",
        session_id=told.session_id,
        round_id=told.id,
        word=told.word,
        start_ms=read_time_ms(told.start_time),
        end_ms=read_time_ms(told.end_time),
    )


def make_pictionary_update(wire: Wire) -> Pictionary:
    """Somebody guessed."""
    return Pictionary(round_id=wire.round_id, correct=bound_amount(wire.correct_count))


def make_pictionary_end(wire: Wire) -> Pictionary:
    """The round is over and the word is told."""
    return Pictionary(phase="end", round_id=wire.round_id, word=wire.word)


def make_pictionary_exit(wire: Wire) -> Pictionary:
    """The game is over."""
    return Pictionary(phase="exit", session_id=wire.session_id)


def make_karaoke_maker(action: KaraokeAction, read: Callable[[Wire], tuple[tuple[Song, ...], int]]) -> Maker:
    """A maker for one of the karaoke messages."""

    def make_karaoke(wire: Wire) -> Karaoke:
        """From the schema alone: no captured message has any."""
        songs, total = read(wire)
        code = wire.type if "type" in wire.DESCRIPTOR.fields_by_name else 0
        return Karaoke(action=action, code=code, songs=songs, total=bound_amount(total))

    return make_karaoke


def _make_song(wire: Wire, requests: int = 0) -> Song:
    return Song(
        wire.id, wire.title, wire.display_artist, bound_amount(requests), read_optional_user(wire, "singer")
    )


def _read_wishes(wire: Wire) -> tuple[tuple[Song, ...], int]:
    return tuple(_make_song(one.song, one.req_count) for one in wire.song_list), wire.total_req_count


def make_banner(wire: Wire) -> Banner:
    """The newest schema has no field for it; captures have JSON in field 2."""
    return Banner(data=wire.data)


def make_hourly_reward(wire: Wire) -> RankReward:
    """A creator won the hour; a sentence travels within each winner, and the first is `user`."""
    told = [(one.user_id, one.notify.common.display_text) for one in wire.winners]
    user = _make_creator(*told[0]) if told else NOBODY
    return RankReward(period="hourly", user=user, text=" ".join(render_text(text) for _, text in told))


def make_weekly_reward(wire: Wire) -> RankReward:
    """A creator came up in the ranking of the day or the week; `source` says which, where it is told."""
    inner = wire.notify_message
    source = wire.border_info.source or inner.source
    period: Period = "daily" if source.startswith("daily") else "weekly"
    told = inner.common.display_text
    return RankReward(
        msg_id=inner.common.msg_id,
        room_id=inner.common.room_id,
        at_ms=choose_time(inner.common.create_time, 0),
        period=period,
        user=_make_creator(wire.user_id, told),
        text=render_text(told),
    )


def _make_creator(user_id: int, sentence: Wire) -> User:
    """The id is told, and as the first thing in the sentence the nickname."""
    return User(id=user_id, nickname=sentence.pieces[0].string_value if sentence.pieces else "")


def make_hourly_rank(wire: Wire) -> RankReward:
    """A label of the ranking ("Weekly ranking"); the newest schema has no host's place in it."""
    data = wire.data
    text = render_text(data.rankings) or render_text(data.ranking_data.rankdata)
    return RankReward(period="label", text=text)


def make_fans_event(wire: Wire) -> FanClub:
    """Somebody joined the fan club or went up in it; other kinds are about the viewer's own tasks."""
    level = bound_amount(wire.fans_level_upgrade_info.level) or bound_amount(wire.fans_level_info.level)
    return FanClub(
        user=read_user(wire.user),
        action=read_enum_name(wire, "event_type"),
        level=level,
        text=render_text(wire.common.display_text),
    )


TABLE: dict[str, Maker] = {
    "WebcastOecLiveShoppingMessage": make_shopping,
    "WebcastPictionaryStartMessage": make_pictionary_start,
    "WebcastPictionaryUpdateMessage": make_pictionary_update,
    "WebcastPictionaryEndMessage": make_pictionary_end,
    "WebcastPictionaryExitMessage": make_pictionary_exit,
    "WebcastKaraokeQueueMessage": make_karaoke_maker("queue", lambda wire: ((_make_song(wire.song),), 0)),
    "WebcastKaraokeQueueListMessage": make_karaoke_maker(
        "queue_list", lambda wire: (tuple(map(_make_song, wire.song_list)), wire.total_queue_count)
    ),
    "WebcastKaraokeReqMessage": make_karaoke_maker("request", _read_wishes),
    "WebcastKaraokeYouSingReqMessage": make_karaoke_maker("you_sing_request", _read_wishes),
    "WebcastKaraokeSwitchMessage": make_karaoke_maker("switch", lambda _: ((), 0)),
    "WebcastKaraokeRedDotMessage": make_karaoke_maker(
        "red_dot",
        lambda wire: ((), wire.host_sing_req_cumulative_count + wire.you_sing_req_cumulative_count),
    ),
    "WebcastInRoomBannerMessage": make_banner,
    "WebcastHourlyRankMessage": make_hourly_rank,
    "WebcastHourlyRankRewardMessage": make_hourly_reward,
    "WebcastWeeklyRankRewardMessage": make_weekly_reward,
    "WebcastFansEventMessage": make_fans_event,
}
