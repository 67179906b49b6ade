import pytest

from app.events import (
    Barrage,
    Caption,
    Control,
    Delete,
    End,
    Intro,
    Join,
    Pause,
    Pin,
    Poll,
    PollOption,
    Question,
    RankEntry,
    RankText,
    RankUpdate,
    Resume,
    RoomText,
    SuperFan,
    User,
)
from app.events.decode.table import decode
from app.protocol.message import Message
from tests.reference import webcast as w

from .wires import ANN, event_of


@pytest.mark.parametrize(("action", "kind"), [(1, Pause), (2, Resume), (3, End), (4, End), (5, Control)])
def test_control(action, kind):
    event = event_of(w.WebcastControlMessage(action=action))
    assert (type(event), event.action) == (kind, action)


def test_a_room_text_about_a_new_member_of_the_fan_club():
    pattern = "{0:user} became the No. {1:string} member on the team"
    pieces = [
        w.TextPiece(type=11, user_value=w.TextPieceUser(user=ANN)),
        w.TextPiece(type=1, string_value="51"),
    ]
    body = w.WebcastRoomMessage(scene="user_join_fans", content=" ")
    body.common = w.CommonMessageData(display_text=w.Text(default_pattern=pattern, pieces=pieces))
    event = decode(Message("WebcastRoomMessage", bytes(body)))
    assert (event.type, event.action, event.user.name) == ("fan_club", "new_fans", "Ann")
    assert event.text == "Ann became the No. 51 member on the team"


def test_room_text():
    event = event_of(w.WebcastRoomMessage(content="Welcome"))
    assert isinstance(event, RoomText)
    assert event.text == "Welcome"


def test_intro():
    event = event_of(w.WebcastLiveIntroMessage(user=ANN, content="hello"))
    assert isinstance(event, Intro)
    assert (event.user.name, event.text) == ("Ann", "hello")


@pytest.mark.parametrize(
    ("sentence", "definite", "final"), [(0, False, True), (5, False, False), (5, True, True)]
)
def test_captions_are_final_when_said_or_when_they_cannot_change(sentence, definite, final):
    said = [w.CaptionContent(lang="en", content="yes")]
    event = event_of(w.WebcastCaptionMessage(content=said, sentence_id=sentence, definite=definite))
    assert isinstance(event, Caption)
    assert (event.text, event.language, event.final) == ("yes", "en", final)


def test_a_caption_says_one_language_and_how_long_it_took():
    contents = [("en", "good"), ("de", "guten"), ("en", "day")]
    said = [w.CaptionContent(lang=language, content=word) for language, word in contents]
    event = event_of(w.WebcastCaptionMessage(content=said, duration_ms=640))
    assert (event.text, event.language, event.duration_ms) == ("good day", "en", 640)


def test_question():
    event = event_of(w.WebcastQuestionNewMessage(data=w.Question(question_id=5, content="why", user=ANN)))
    assert isinstance(event, Question)
    assert (event.question_id, event.text, event.user.id) == (5, "why", 7)


@pytest.mark.parametrize(
    ("name", "content", "phase"),
    [
        ("start_content", w.PollStartContent, "start"),
        ("update_votes_content", w.PollUpdateVotesContent, "update"),
        ("end_content", w.PollEndContent, "end"),
    ],
)
def test_the_content_tells_the_phase_of_a_poll(name, content, phase):
    options = content(option_list=[w.PollOptionInfo(votes=3, display_content="yes")])
    event = event_of(w.WebcastPollMessage(poll_id=4, **{name: options}))
    assert isinstance(event, Poll)
    assert (event.poll_id, event.phase, event.options) == (4, phase, (PollOption("yes", 3),))


def test_the_start_of_a_poll_tells_its_times_and_who_started_it():
    start = w.PollStartContent(
        title="Tea?", start_time=1_696_447_174_329, end_time=1_696_447_234_329, operator=ANN
    )
    event = event_of(w.WebcastPollMessage(start_content=start))
    assert (event.title, event.operator.name) == ("Tea?", "Ann")
    assert (event.start_ms, event.end_ms) == (1_696_447_174_329, 1_696_447_234_329)


def test_some_who_voted_are_named():
    option = w.PollOptionInfo(
        votes=3, display_content="yes", vote_user_list=[w.VoteUser(user_id=7, nick_name="Ann")]
    )
    event = event_of(
        w.WebcastPollMessage(update_votes_content=w.PollUpdateVotesContent(option_list=[option]))
    )
    assert event.options == (PollOption("yes", 3, (User(id=7, nickname="Ann"),)),)


def test_who_comes_in_with_a_banner_is_a_join_and_keeps_the_level():
    grade = w.BarrageTypeUserGradeParam(current_grade=25, user=ANN)
    event = event_of(w.WebcastBarrageMessage(msg_type=9, user_grade_param=grade))
    assert isinstance(event, Join)
    assert (event.user.id, event.user.find_level("gifter_level")) == (7, 25)


def test_an_entrance_of_nobody_stays_a_banner():
    assert isinstance(event_of(w.WebcastBarrageMessage(msg_type=9)), Barrage)


def test_delete():
    event = event_of(w.WebcastImDeleteMessage(delete_msg_ids=[1, 2], delete_user_ids=[3]))
    assert isinstance(event, Delete)
    assert (event.msg_ids, event.user_ids) == ((1, 2), (3,))


@pytest.mark.parametrize(("action", "pinned"), [(1, True), (2, False)])
def test_pin(action, pinned):
    chat = w.WebcastChatMessage(common=w.CommonMessageData(msg_id=50), user=ANN, content="hi")
    body = w.WebcastRoomPinMessage(chat_message=chat, method="ChatMessage", action=action, pin_msg_id=51)
    event = event_of(body)
    assert isinstance(event, Pin)
    assert (event.pinned, event.text, event.pinned_method, event.pinned_msg_id) == (
        pinned,
        "hi",
        "WebcastChatMessage",
        50,
    )


def test_a_pin_tells_when_and_how_long():
    event = event_of(w.WebcastRoomPinMessage(action=1, pin_time=1_696_447_088_364, display_duration=60))
    assert (event.pinned_at_ms, event.duration_s) == (1_696_447_088_364, 60)


def test_ranks():
    rank = w.RankUpdate(
        rank_type=1,
        own_rank=3,
        current_score=9,
        countdown=60,
        default_content=w.Text(default_pattern="Weekly"),
    )
    event = event_of(w.WebcastRankUpdateMessage(updates=[rank]))
    assert isinstance(event, RankUpdate)
    assert event.entries == (RankEntry("weekly_rank", 3, 9, 60, "Weekly", 1),)


def test_a_rank_of_a_new_kind_has_its_number():
    event = event_of(w.WebcastRankUpdateMessage(updates=[w.RankUpdate(rank_type=999)]))
    assert (event.entries[0].kind, event.entries[0].code) == ("999", 999)


def test_rank_text():
    piece = w.TextPiece(type=11, user_value=w.TextPieceUser(user=ANN))
    text = w.Text(default_pattern="{0:user} is No. 1", pieces=[piece])
    event = event_of(
        w.WebcastRankTextMessage(content=text, owner_idx_before_update=4, owner_idx_after_update=1)
    )
    assert isinstance(event, RankText)
    assert (event.text, event.user.id, event.rank_before, event.rank_after) == ("Ann is No. 1", 7, 4, 1)


@pytest.mark.parametrize(
    ("key", "sub_type", "phase"),
    [
        ("ttlive_superFan_commentNotif_superFanJoined", "fans_entrance", "join"),
        ("ttlive_superFan_commentNotif_someoneBecameSuperFan", "BecomingSuperFanLv10", "new"),
        ("ttlive_superFan_commentNotif_someoneBecameSuperFan", "super_fan_upgrade", "upgrade"),
        ("ttlive_superFan_commentNotif_superFanJoined", "super_fan_upgrade", "join"),
        ("ttlive_superFan_other", "", "unknown"),
    ],
)
def test_super_fans(key, sub_type, phase):
    event = event_of(w.WebcastBarrageMessage(content=w.Text(key=key), sub_type=sub_type, user=ANN))
    assert isinstance(event, SuperFan)
    assert (event.phase, event.user.id) == (phase, 7)


def test_a_super_fan_may_stand_in_the_second_content():
    key = w.Text(key="ttlive_superFan_commentNotif_superFanJoined")
    event = event_of(w.WebcastBarrageMessage(content=w.Text(key="k"), common_barrage_content=key, user=ANN))
    assert (type(event), event.phase) == (SuperFan, "join")


@pytest.mark.parametrize(
    "fields",
    [
        {"user": ANN},
        {"user_grade_param": w.BarrageTypeUserGradeParam(user=ANN)},
        {"fans_level_param": w.BarrageTypeFansLevelParam(user=ANN)},
        {"schema": "sslocal://webcast_profile?sec_user_id=9&user_id=7&from=x"},
    ],
)
def test_the_person_of_a_banner_stands_in_one_of_several_places(fields):
    event = event_of(w.WebcastBarrageMessage(content=w.Text(key="k", default_pattern="joined"), **fields))
    assert isinstance(event, Barrage)
    assert (event.user.id, event.text, event.key) == (7, "joined", "k")
