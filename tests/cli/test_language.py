"""What the command line says in another language: all of it, but no JSON and no names."""

import re

import pytest

from app import events as ev
from app.cli import run_command
from app.cli.help import Help
from app.cli.lines import write_event
from app.cli.options import PARSERS
from app.settings import find_settings_file
from app.words import Phrase, use_catalogue
from app.words.command_line import STANDARD
from app.words.phrase import ENGLISH
from tests.words.pseudo import CLOSE, OPEN, Pseudo

OURS = re.compile(rf"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
ENGLISH_WORDS = re.compile(r"(?<!-)\b(the|of|with|for|and|a)\b")


@pytest.fixture(autouse=True)
def pseudo(monkeypatch, tmp_path):
    """The language that every choice of a language leads to; gives what was chosen."""
    chosen = []

    def take(language):
        chosen.append(language)
        use_catalogue(Pseudo())

    monkeypatch.setattr("app.cli.choose_language", take)
    monkeypatch.setenv("SIDESTAGE_SETTINGS", str(tmp_path / "settings.json"))
    monkeypatch.delenv("SIDESTAGE_LANGUAGE", raising=False)
    use_catalogue(Pseudo())
    yield chosen
    use_catalogue(ENGLISH)


def without_ours(text):
    """What is left when everything that was translated is taken away, from within."""
    while (rest := OURS.sub("", text)) != text:
        text = rest
    return text


@pytest.mark.parametrize("command", PARSERS)
def test_help_is_said_in_it(command, monkeypatch):
    monkeypatch.setenv("COLUMNS", "1000")
    text = PARSERS[command]().format_help()
    assert OPEN in text
    assert not ENGLISH_WORDS.search(without_ours(text))


@pytest.mark.parametrize(
    "typed",
    [
        ["--rate", "fast"],
        ["keys", "zap"],
        ["keys", "set", "zap"],
        ["evnts"],
        ["tail"],
        ["--demo", "a"],
        ["settings", "get", "zap"],
        ["settings", "set", "way"],
        ["settings", "set", "way", "x"],
        ["tail", "a", "--filter", "nope"],
        ["tail", "a", "--header", "x"],
        ["video", "a"],
        ["events", "zap"],
        ["tail", "a", "--app-url", "http://example.com"],
        ["decode", "/nonexistent/x"],
    ],
)
def test_a_refusal_is_said_in_it(typed, capsys):
    assert run_command(typed) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(OPEN)
    assert without_ours(err).strip() == ""


def test_a_line_of_an_event_is_said_in_it_and_names_are_not():
    gift = ev.Gift(user=ev.User(id=7, nickname="Ann"), gift_name="Rose", diamonds=1, count=2)
    line = write_event(gift)
    assert f"{OPEN}2 diamonds~" in line
    assert (line.count("Ann"), line.count("Rose")) == (1, 1)
    assert write_event(ev.Comment(text="hello", user=gift.user)).count(OPEN) == 1  # around who and what


def test_json_is_not(capsys):
    assert run_command(["events", "--schema"]) == 0
    assert OPEN not in capsys.readouterr().out


def test_texts_of_argparse_are_known():
    seen = []

    class Probe(Help):
        def start_section(self, heading):
            seen.append(heading)
            super().start_section(heading)

        def _get_help_string(self, action):
            seen.append(action.help)
            return super()._get_help_string(action)

    parser = PARSERS["window"]()
    parser.formatter_class = Probe
    parser.format_help()
    brought = {text for text in seen if not isinstance(text, Phrase) and OPEN not in text}
    assert "options" in brought
    assert brought <= set(STANDARD)


def test_it_is_chosen_once_by_variable_else_by_setting_else_by_the_system(pseudo, monkeypatch):
    assert run_command(["settings", "set", "language", "pt_BR"]) == 0
    assert run_command(["settings", "get", "language"]) == 0
    monkeypatch.setenv("SIDESTAGE_LANGUAGE", "de")
    assert run_command(["settings", "reset", "language"]) == 0
    assert pseudo == ["", "pt_BR", "de"]


@pytest.mark.parametrize("code", ["../de", "/", "german", "de/../x", "DE", ""])
def test_what_is_no_language_is_refused(code, capsys, monkeypatch):
    assert run_command(["settings", "set", "language", code]) == 2
    if code:
        monkeypatch.setenv("SIDESTAGE_LANGUAGE", code)
        assert run_command(["settings", "get", "way"]) == 2
        assert "SIDESTAGE_LANGUAGE" in capsys.readouterr().err


def test_a_damaged_file_names_no_language_and_is_still_told_of(pseudo, capsys):
    find_settings_file().write_text("{")
    assert run_command(["settings", "get", "way"]) == 0
    assert pseudo == [""]
    assert "settings.damaged.json" in capsys.readouterr().err
