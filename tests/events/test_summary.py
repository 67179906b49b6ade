import pytest

from app import events as ev
from app.events.describe.summary import write_summary

ANN = ev.User(id=7, nickname="Ann")
BOB = ev.User(id=8, nickname="Bob")
EMOTE = ev.Emote(0, "e1")


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (ev.Comment(user=ANN, text="hi\nthere"), "Ann: hi there"),
        (ev.Comment(user=ANN, emotes=(EMOTE, EMOTE)), "Ann: 2 emotes"),
        (ev.EmoteComment(user=ANN, emotes=(EMOTE,)), "Ann: an emote"),
        (ev.Comment(user=ANN), "Ann"),
        (ev.Join(user=ANN), "Ann"),
        (ev.Subscribe(user=ANN, months=3), "Ann: month 3"),
        (ev.End(action=3), "by the host"),
        (ev.End(action=4), "by TikTok"),
        (ev.Pause(action=1), "by the host"),
        (ev.Envelope(user=ANN, diamonds=20, people=3), "Ann: 20 diamonds for 3 people"),
        (ev.Envelope(open=False), "gone"),
        (ev.Pin(pinned=False), "taken down"),
        (ev.RankUpdate(entries=(ev.RankEntry("weekly_rank", 3, 9, 60, "Weekly No. 3"),)), "Weekly No. 3"),
        (ev.RankUpdate(entries=(ev.RankEntry("daily_rank", 0, 0, 60, "Daily"),)), "Daily: unranked"),
        (ev.Comment(user=ANN, text="look:"), "Ann: look:"),
        (ev.Comment(user=ANN, text="Ann here"), "Ann: Ann here"),
        (
            ev.RankText(user=ANN, text="Ann just became the No. 1 viewer!"),
            "Ann just became the No. 1 viewer!",
        ),
        (ev.Barrage(user=ANN, text="joined", level=25), "Ann: joined, level 25"),
        (ev.FanClub(user=ANN, action="entrance", text="joined", level=3), "Ann: joined, level 3"),
        (ev.Like(user=ANN, count=1, total=9), "Ann: 1 like, 9 in all"),
        (ev.Gift(user=ANN, gift_name="Rose", diamonds=1), "Ann: Rose ×1 (1 diamond)"),
        (
            ev.Gift(user=ANN, gift_name="Rose", diamonds=1, count=2, to_user=BOB, ended=False),
            "Ann: Rose ×2 (2 diamonds) for Bob …",
        ),
        (ev.Share(user=ANN, brought=5), "Ann: brought 5"),
        (ev.Delete(msg_ids=(1, 2), user_ids=(3,)), "2 comments, all of 1 person"),
        (ev.Goal(text="cake", progress=1, target=9, unit="Rose"), "cake 1 of 9 Rose"),
        (ev.Battle(phase="active", sides=(ev.Side(7, host=BOB), ev.Side(8))), "active Bob : 8"),
        (ev.Battle(phase="active", sides=(ev.Side(7, 0), ev.Side(8, 5))), "active 0 : 5"),
        (ev.Battle(phase="done", cut_short=True), "done before the time"),
        (
            ev.BattleTask(target=7, duration_s=30, multiplier=2, reward_s=9),
            "start: 7 in 30 s, then ×2 for 9 s",
        ),
        (ev.BattleTask(phase="settle", result="failed"), "settle failed"),
        (ev.LinkMic(action="leave", guests=(BOB,), waiting=(ANN,)), "leave; linked: Bob; 1 waiting"),
        (ev.Pictionary(phase="update", correct=2), "update, 2 guessed it"),
        (ev.Shopping(action="hide", code=4), "taken away"),
        (ev.Shopping(products=1), "1 product"),
        (ev.Poll(phase="start", title="Tea", options=(ev.PollOption("yes", 0),)), "start Tea: yes 0"),
        (ev.Banner(data="{}"), "2 characters of JSON"),
        (ev.Visitor(name="Viewer5", text="joined"), "Viewer5 joined"),
    ],
    ids=lambda value: getattr(value, "type", None),
)
def test_an_event_is_a_line(event, line):
    assert write_summary(event) == line
