import io
import json
import sys

import pytest

from app import events as ev
from app.cli import COMMANDS, run_command
from app.cli import output as output_module
from app.cli.gifts import write_gift_line as gift_line
from app.cli.info import write_room
from app.cli.lines import write_event
from app.cli.options import Options
from app.cli.tail import _print
from app.cli.video import write_streams as video_table
from app.errors import NetworkError, RoomError
from app.events.describe.as_json import dumps
from app.events.describe.plain import make_plain
from app.tiktok.room import RoomSummary
from app.tiktok.streams import Stream

# What no line may hold, whoever wrote it.
OBEYED = [*map(chr, range(32)), *map(chr, range(0x7F, 0xA0))]
TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u206a\u206f"
UNSEEN = "\u00ad\u200b\u2060\u2063\ufeff\u180e\ufff9\ufffa\ufffb\U000e0001\U000e0041\U000e007f\U0001d173"
BREAKING = "\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e"
UNWANTED = [*OBEYED, *TURNING, *UNSEEN, *BREAKING, "\ud83d", "\udc00"]
TIMES = [
    0,
    -1,
    1,
    1_790_000_000_000_000,
    1_790_000_000_000_000_000,
    2**62,
    2**63 - 1,
    -(2**63),
    253402300800000,
]


@pytest.mark.parametrize("letter", UNWANTED, ids=ascii)
def test_no_line_holds_what_a_terminal_obeys_or_nobody_sees(letter):
    odd = f"a{letter}b"
    shown = [
        make_plain(odd),
        write_event(ev.Comment(text=odd, user=ev.User(id=1, nickname=odd))),
        write_room(RoomSummary(room_id=7, title=odd, category=odd), 0),
        gift_line({"diamonds": 1, "name": odd, "streakable": False}),
        video_table([Stream(quality="hd", flv="https://a.test/", name=odd, resolution=odd, codec="h264")]),
    ]
    assert all(letter not in line.replace("\n", "" if letter == "\n" else "\n") for line in shown)


@pytest.mark.parametrize(
    "words", ["👨‍👩‍👧‍👦", "👁️‍🗨️", "❤️", "می‌خواهم", "क्‍ष", "葛\U000e0100", "ᠠ᠋", "Ünï ✨ ไทย", "a  b"]
)
def test_scripts_and_emoji_keep_what_they_are_written_with(words):
    assert make_plain(words) == words


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("\u200da", "a"),
        ("a \ufe0f\u200cb", "a b"),
        ("a" + "\u200d" * 50 + "b", "a\u200d\u200db"),
        ("a\r\n\tb", "a b"),
        ("\x1b[2J", "[2J"),
        ("cut \ud83d", "cut \ufffd"),
    ],
)
def test_what_joins_nothing_goes_and_breaks_become_blanks(words, shown):
    assert make_plain(words) == shown


@pytest.mark.parametrize("letter", [*UNWANTED[32:65], *TURNING, *BREAKING, "\x00", "\n"], ids=ascii)
def test_json_is_one_line_and_says_the_same(letter):
    line = dumps(ev.Comment(text=f"a{letter}b\\", user=ev.User(id=1, nickname=letter)))
    assert len(line.splitlines()) == 1
    assert letter not in line
    assert json.loads(line)["text"] == f"a{letter}b\\"


@pytest.mark.parametrize("half", ["\ud83d", "x\ud800y"])
def test_half_a_pair_is_replaced_in_json(half):
    line = dumps(ev.Comment(text=half))
    assert "\ufffd" in json.loads(line.encode().decode())["text"]


@pytest.mark.parametrize("at_ms", TIMES)
def test_any_time_can_be_printed(at_ms):
    assert write_event(ev.Comment(at_ms=at_ms, text="hello")).endswith("hello")
    assert "status" in write_room(RoomSummary(room_id=7, started_ms=at_ms), 5)


@pytest.mark.parametrize("as_json", [True, False])
def test_an_event_that_cannot_be_shown_costs_its_line_only(capsys, as_json):
    options = Options(json=as_json)
    _print(ev.Comment(text=object(), user=None), options)
    _print(ev.Comment(text="after"), options)
    told = capsys.readouterr()
    assert "after" in told.out
    assert as_json or told.err.startswith("sidestage: an event of type comment cannot be shown")


class Narrow(io.TextIOWrapper):
    """A terminal with an encoding of its own."""

    def __init__(self, encoding):
        super().__init__(io.BytesIO(), encoding=encoding, write_through=True)

    def isatty(self):
        return True

    def told(self):
        return self.buffer.getvalue()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "gbk", "euc_jp", "utf-8"])
def test_a_terminal_gets_what_it_can_show(monkeypatch, encoding):
    terminal = Narrow(encoding)
    monkeypatch.setattr(sys, "stdout", terminal)
    with output_module.open_standard_streams():
        output_module.put("a 🎤 …")
        output_module.put_json('{"a":"🎤 …"}')
    text, line = terminal.told().splitlines()
    assert text.startswith(b"a ")
    assert json.loads(line.decode("utf-8")) == {"a": "🎤 …"}


@pytest.mark.parametrize("error", [RoomError, NetworkError])
def test_words_of_servers_in_a_failure_are_plain(monkeypatch, capsys, error):
    def fail(_):
        raise error("TikTok answered 5 a\x1b[2J\u202e\u2028\x9b\ud83d.", hint="b\rc\n")

    monkeypatch.setitem(COMMANDS, "keys", fail)
    assert run_command(["keys"]) == 1
    told = capsys.readouterr().err
    assert told.startswith("sidestage: TikTok answered 5 a[2J \ufffd. b c")
    assert told.count("\n") == 1


FAULTS = [
    ValueError("s3cret"),
    RecursionError(),
    MemoryError(),
    ImportError("x"),
    KeyError("k"),
    UnicodeEncodeError("ascii", "…", 0, 1, "no"),
    ExceptionGroup("g", [OSError()]),
]


@pytest.mark.parametrize("error", FAULTS, ids=lambda error: type(error).__name__)
def test_a_fault_of_our_own_is_one_sentence_without_its_words(monkeypatch, capsys, error):
    def fail(_):
        raise error

    monkeypatch.setitem(COMMANDS, "keys", fail)
    monkeypatch.delenv("SIDESTAGE_DEBUG", raising=False)
    assert run_command(["keys"]) == 1
    told = capsys.readouterr()
    sentence = f"sidestage: Something went wrong inside Sidestage ({type(error).__name__})."
    assert (told.out, told.err.count("\n"), told.err.startswith(sentence)) == ("", 1, True)
    assert "s3cret" not in told.err


def test_with_debug_a_fault_shows_where_it_was(monkeypatch, capsys):
    def fail(_):
        raise ValueError("deep")

    monkeypatch.setitem(COMMANDS, "keys", fail)
    monkeypatch.setenv("SIDESTAGE_DEBUG", "1")
    assert run_command(["keys"]) == 1
    assert "ValueError: deep" in capsys.readouterr().err


def test_help_is_a_success(capsys):
    assert run_command(["--help"]) == 0
    assert "usage: sidestage" in capsys.readouterr().out
