"""What is told outside the window: what is news, what waits, what is shown, played and said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import events as ev
from app.state.facts import CommentQuestions, Judgement, Opinion
from app.ui.notices import desk as desks
from app.ui.notices.news import PRIORITIES, News
from app.ui.notices.queue import (
    JOIN_REST_MS,
    MOST_WAITING,
    OLDEST_MS,
    PERSON_REST_MS,
    RecentNews,
    SpeechQueue,
)
from app.ui.notices.source import NoticeSource
from tests.ui.ears import TASTE, Ears, Looks, comment, gift
from tests.ui.rooms import ANNA, BORIS, NOON


@pytest.fixture
def looks():
    return Looks()


def test_a_streak_is_told_when_it_begins_and_when_it_ends(looks):
    assert looks.kinds(gift(1)) == ["streak"]
    assert looks.kinds(gift(2), gift(3)) == []
    (news,) = looks.look(gift(7, ended=True))
    assert (news.kind, news.diamonds, news.person) == ("gift", 35, ANNA.key)
    assert "Anna" in news.text
    assert "Rose ×7" in news.text
    assert looks.kinds(gift(7, ended=True)) == []


def test_a_single_gift_is_told_once(looks):
    assert looks.kinds(gift(1, 2, ended=True, diamonds=900)) == ["gift"]


def test_comments_mentions_questions_and_followers_are_news(looks):
    said = looks.look(
        comment("hello"),
        comment("hi @Mira", 2, BORIS),
        ev.Question(user=ANNA, text="Why?", question_id=3, msg_id=3, phase="new", at_ms=NOON),
        ev.Follow(user=BORIS, msg_id=4, at_ms=NOON),
    )
    assert [news.kind for news in said] == ["comment", "mention", "question", "follow"]
    assert "asks" in said[2].text


def test_comments_that_ask_are_questions_where_those_are_wished(looks):
    asking = comment("what game is this?"), comment("nice one", 2, BORIS)
    assert looks.kinds(*asking) == ["comment", "comment"]
    looks.state.apply(CommentQuestions(is_wished=True), NOON)
    said = looks.look(comment("why is that?", 3), comment("nice one", 4, BORIS))
    assert [(news.kind, news.person) for news in said] == [("question", ANNA.key), ("comment", BORIS.key)]
    assert "asks" in said[0].text
    assert looks.kinds(comment("Why is  that?", 5)) == ["comment"]  # stands among the questions already


def test_a_comment_that_mentions_and_asks_is_told_as_what_is_wanted(looks):
    looks.state.apply(CommentQuestions(is_wished=True), NOON)
    for number, (wanted, kind) in enumerate(
        ((("mention", "question"), "mention"), (("question",), "question"))
    ):
        looks.state.apply(comment(f"@mira why {number}?", 10 + number), NOON)
        frame = looks.source.frame(looks.state, NOON)
        assert [news.kind for news in looks.reporter.report(frame, wanted, TASTE)] == [kind]


def test_questions_in_the_chat_have_notices_sounds_and_pauses_as_others(monkeypatch, qtbot):
    ears = Ears(monkeypatch, qtbot, notice_questions=True, sounds=True, questions_comments=True)
    ears.looks.state.apply(CommentQuestions(is_wished=True), NOON)
    ears.happen(comment("what game is this?"), comment("and why is it so dark?", 2))
    assert (len(ears.shown), ears.played) == (1, [desks.make_tone("question", 60)])
    ears.now_ms += 10_000
    ears.happen(comment("how old is it?", 3))
    assert len(ears.shown) == 2


def test_whom_and_what_the_chat_hides_is_told_nowhere(monkeypatch, qtbot):
    monkeypatch.setattr("app.ui.notices.speech.find_voice", lambda: None)
    asked = ev.Question(user=ANNA, text="Why?", question_id=3, msg_id=3, phase="new", at_ms=NOON)
    for choices, opinion in (
        ({"chat_hidden_words": ("why",)}, ""),
        ({"chat_hidden_people": ("anna",)}, ""),
        ({}, "hidden"),
        ({}, ""),
    ):
        ears = Ears(monkeypatch, qtbot, notice_questions=True, **choices)
        ears.looks.state.apply(Judgement(ANNA.key, Opinion(opinion)), NOON)
        ears.happen(asked)
        assert len(ears.shown) == (not choices and not opinion)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hi @mira", "mention"),
        ("mirabella you are great", "mention"),
        ("hi @miranda", "comment"),
        ("hello", "comment"),
    ],
)
def test_who_is_mentioned_in_the_chat_is_mentioned_in_a_notice(looks, text, kind):
    assert looks.kinds(comment(text)) == [kind]


def test_what_was_there_before_and_what_is_history_is_no_news(looks):
    assert looks.kinds(comment("old", 5, is_history=True)) == []
    late = Looks()
    late.state.apply(comment("x"), NOON)
    late.source = NoticeSource()
    assert late.look() == []


def test_a_lost_connection_is_news_once(looks):
    looks.look(ev.Connected(room_id=1))
    lost = ev.Reconnecting(reason="No.", code="network", delay_s=1.0, attempt=1)
    assert looks.kinds(lost) == ["lost"]
    assert looks.kinds(lost) == []


def test_who_comes_in_is_news(looks):
    (news,) = looks.look(ev.Join(user=BORIS, method="m", at_ms=NOON))
    assert (news.kind, news.person) == ("join", BORIS.key)


KINDS = st.sampled_from(sorted(PRIORITIES))
NEWS = st.builds(News, KINDS, st.integers(1, 5), st.just("x"))


@given(st.lists(st.tuples(NEWS, st.integers(0, 20_000)), max_size=120))
def test_the_queue_is_bounded_forgets_what_is_old_and_lets_people_rest(steps):
    queue, now_ms, spoken = SpeechQueue(), 0, {}
    for news, passed_ms in steps:
        now_ms += passed_ms
        queue.add(news, now_ms)
        assert len(queue) <= MOST_WAITING
        if passed_ms % 3 == 0 and (said := queue.take(now_ms)):
            before = spoken.get(said.person)
            assert before is None or now_ms - before >= PERSON_REST_MS
            spoken[said.person] = now_ms
    assert queue.take(now_ms + OLDEST_MS + 1_000_000) is None


def test_gifts_are_said_before_comments_and_the_older_before_the_newer():
    queue = SpeechQueue()
    for at, (kind, person) in enumerate((("comment", 1), ("gift", 2), ("gift", 3), ("follow", 4))):
        queue.add(News(kind, person, f"{at}"), at)
    assert [queue.take(10).text for _ in range(4)] == ["1", "2", "3", "0"]


def test_who_comes_in_is_said_once_a_minute():
    queue = SpeechQueue()
    for at_ms in (0, 1_000, JOIN_REST_MS):
        queue.add(News("join", at_ms, "x"), at_ms)
    assert len(queue) == 2


def test_the_same_is_told_once_in_ten_seconds():
    repeats = RecentNews()
    news = News("question", 1, "x")
    told = [repeats.is_new(news, at_ms) for at_ms in (0, 5_000, 10_000, 9_000)]
    assert told == [True, False, True, False]  # our clock was set back
    assert repeats.is_new(News("mention", 1, "x"), 0)
