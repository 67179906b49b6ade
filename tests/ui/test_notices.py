"""What is told outside the window: what is news, what waits, what is shown, played and said."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from app import events as ev
from app.errors import SidestageError
from app.settings import Choices
from app.state import RoomState
from app.state.facts import CommentQuestions, Judgement, Opinion
from app.ui.grants import Grants
from app.ui.notices import desk as desks
from app.ui.notices.desk import NoticeDesk
from app.ui.notices.news import PRIORITIES, News, Reporter
from app.ui.notices.queue import JOIN_REST_MS, MOST_WAITING, OLDEST_MS, PERSON_REST_MS, Repeats, SpeechQueue
from app.ui.notices.source import NoticeSource
from app.ui.notices.speech import VOICES, Speaker, find_voice
from app.ui.notices.taste import make_taste
from app.ui.wishes import Hush
from tests.ui.rooms import ANNA, BORIS, NOON

TASTE = make_taste(Choices(chat_own_names=("Mirabella",)), "mira", frozenset())


class Looks:
    """A state that is looked at after each event, as the feed does."""

    def __init__(self):
        self.state, self.source, self.reporter = RoomState(), NoticeSource(), Reporter()
        self.look()

    def look(self, *events):
        for event in events:
            self.state.apply(event, NOON)
        return self.reporter.report(self.source.frame(self.state, NOON), taste=TASTE)

    def kinds(self, *events):
        return [news.kind for news in self.look(*events)]


@pytest.fixture
def looks():
    return Looks()


def comment(text, number=1, user=ANNA, **more):
    return ev.Comment(user=user, text=text, msg_id=number, at_ms=NOON, **more)


def gift(count, number=1, *, ended=False, diamonds=5):
    return ev.Gift(
        user=ANNA,
        gift_id=7,
        gift_name="Rose",
        diamonds=diamonds,
        count=count,
        streakable=True,
        ended=ended,
        group_id=number,
        msg_id=900 + 100 * number + count + ended,
        at_ms=NOON,
    )


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
    repeats = Repeats()
    news = News("question", 1, "x")
    told = [repeats.is_new(news, at_ms) for at_ms in (0, 5_000, 10_000, 9_000)]
    assert told == [True, False, True, False]  # our clock was set back
    assert repeats.is_new(News("mention", 1, "x"), 0)


class Ears:
    """What is heard and seen of a desk."""

    def __init__(self, monkeypatch, qtbot, **choices):
        self.flashed, self.shown, self.played, self.said, self.complaints = [], [], [], [], []
        monkeypatch.setattr(QApplication, "alert", lambda *one: self.flashed.append(one))
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
        monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _, *one: self.shown.append(one[1]))
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.grants, self.now_ms = Grants(lambda _: None), 0
        self.desk = NoticeDesk(self.window, self.grants, lambda: self.now_ms, self.complaints.append)
        self.desk._player = self
        self.desk.take(Choices(**choices))
        self.looks = Looks()
        self.desk.present(self.looks.source.frame(self.looks.state, NOON))

    def play(self, samples):
        self.played.append(samples)

    def stop(self):
        self.played.append("stop")

    def happen(self, *events):
        for event in events:
            self.looks.state.apply(event, NOON)
        self.desk.present(self.looks.source.frame(self.looks.state, NOON))


def test_nothing_is_told_unless_it_was_chosen(monkeypatch, qtbot):
    ears = Ears(monkeypatch, qtbot)
    ears.happen(gift(1, ended=True, diamonds=9_000), comment("@mira hi"))
    assert (ears.flashed, ears.shown, len(ears.desk.queue)) == ([], [], 0)
    assert ears.played == ["stop"]


def test_big_gifts_flash_and_are_shown(monkeypatch, qtbot):
    ears = Ears(monkeypatch, qtbot, notice_gifts=True)
    ears.happen(gift(1, ended=True, diamonds=9_000), gift(1, 2, ended=True, diamonds=3))
    assert len(ears.flashed) == len(ears.shown) == 1
    assert "9,000" in ears.shown[0]


def test_a_flood_shows_few(monkeypatch, qtbot):
    ears = Ears(monkeypatch, qtbot, notice_questions=True)
    people = [ev.User(100 + n, f"p{n}", f"P{n}") for n in range(20)]
    ears.happen(
        *(ev.Question(user=one, text="Why?", question_id=one.id, msg_id=one.id, at_ms=NOON) for one in people)
    )
    assert len(ears.shown) == desks.MOST_A_LOOK


def test_one_sound_a_look_that_of_what_matters_most(monkeypatch, qtbot):
    ears = Ears(monkeypatch, qtbot, sounds=True)
    ears.happen(ev.Follow(user=BORIS, msg_id=4, at_ms=NOON), gift(1, ended=True))
    assert ears.played == [desks.make_tone("gift", 60)]


def test_without_sound_it_is_said_once(monkeypatch, qtbot):
    def refuse(_):
        raise SidestageError("No sound.")

    ears = Ears(monkeypatch, qtbot, sounds=True)
    ears.play = refuse
    ears.happen(gift(1, ended=True))
    ears.happen(gift(1, 2, ended=True))
    assert ears.complaints == ["No sound."]


ECHO = (
    sys.executable,
    "-c",
    "import sys, pathlib; pathlib.Path(sys.argv[1]).open('a').write(sys.stdin.read() + '|')",
)


def test_words_are_said_one_after_the_other_by_a_program_that_reads_them(monkeypatch, qtbot, tmp_path):
    heard = tmp_path / "heard"
    monkeypatch.setattr("app.ui.notices.speech.find_voice", lambda: (*ECHO, str(heard)))
    ears = Ears(monkeypatch, qtbot, speak_comments=True)
    ears.happen(comment("--help; $(rm -rf /)"), comment("second", 2, BORIS))
    qtbot.waitUntil(lambda: heard.exists() and heard.read_text().count("|") == 2, timeout=15_000)
    first, second, _ = heard.read_text().split("|")
    assert "--help; $(rm -rf /)" in first
    assert "second" in second


def test_one_key_silences_everything(monkeypatch, qtbot):
    monkeypatch.setattr(
        "app.ui.notices.speech.find_voice", lambda: (sys.executable, "-c", "input(); input()")
    )
    ears = Ears(monkeypatch, qtbot, speak_comments=True, sounds=True)
    ears.happen(comment("one"), comment("two", 2, BORIS))
    assert ears.desk._speaker.is_speaking
    ears.grants.grant(Hush())
    qtbot.waitUntil(lambda: not ears.desk._speaker.is_speaking, timeout=10_000)
    assert len(ears.desk.queue) == 0
    assert ears.played[-1] == "stop"


def test_a_system_without_a_voice_says_so_once(monkeypatch, qtbot):
    monkeypatch.setattr("app.ui.notices.speech.find_voice", lambda: None)
    ears = Ears(monkeypatch, qtbot, speak_comments=True)
    ears.happen(comment("one"))
    ears.happen(comment("two", 2))
    assert len(ears.complaints) == 1


def test_a_voice_that_cannot_be_started_ends(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    speaker = Speaker(("/nowhere/voice",), owner)
    with qtbot.waitSignal(speaker.ended):
        speaker.say("x")
    assert not speaker.is_speaking


@pytest.mark.parametrize("platform", VOICES)
def test_each_system_has_voices_that_read_their_input(platform):
    wanted = VOICES[platform][-1]
    assert find_voice(platform, lambda name: name if name == wanted[0] else None) == wanted
    assert find_voice(platform, lambda _: None) is None
