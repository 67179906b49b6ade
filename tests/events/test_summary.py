import pytest

from app import events as ev
from app.events.summary import summary

ANN = ev.User(id=7, nickname="Ann")
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
        (ev.RankUpdate(entries=(ev.RankEntry(1, 3, 9, 60, "Weekly No. 3"),)), "Weekly No. 3"),
        (ev.Visitor(name="Viewer5", text="joined"), "Viewer5 joined"),
    ],
    ids=lambda value: getattr(value, "type", None),
)
def test_an_event_is_a_line(event, line):
    assert summary(event) == line
