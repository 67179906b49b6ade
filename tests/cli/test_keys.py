import io

import keyring
import pytest
from keyring.backends.fail import Keyring as Missing
from keyring.errors import KeyringLocked

from app.cli import run_command
from app.settings import SECRETS, read_secret


def typed(monkeypatch, text):
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_a_key_from_standard_input_is_kept_and_listed_without_its_value(backend, monkeypatch, capsys):
    typed(monkeypatch, "s3cret\n")
    assert run_command(["keys", "set", "sign-key"]) == 0
    assert run_command(["keys"]) == 0
    assert read_secret("sign_key") == "s3cret"
    assert "s3cret" not in "".join(capsys.readouterr())


def test_the_list_says_which_are_set(backend, monkeypatch, capsys):
    keyring.set_password("sidestage", "sign_key", "x")
    monkeypatch.setenv("SIDESTAGE_TIKTOOLS_KEY", "y")
    run_command(["keys"])
    lines = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert set(lines) == set(SECRETS)
    assert lines["tiktools_key"].startswith("set by SIDESTAGE_TIKTOOLS_KEY  ")
    assert lines["sign_key"].startswith("set ")
    assert lines["studio_key"].startswith("not set ")


def test_a_forgotten_key_is_gone_and_can_be_forgotten_again(backend):
    keyring.set_password("sidestage", "sign_key", "x")
    forget = ["keys", "forget", "sign_key"]
    assert [run_command(forget), run_command(forget)] == [0, 0]
    assert read_secret("sign_key") == ""


@pytest.mark.parametrize(
    ("words", "text", "told"),
    [
        (["keys", "set", "sign_kez"], "x", "Did you mean sign_key"),
        (["keys", "set"], "x", "Which secret?"),
        (["keys", "set", "sign_key"], "\n", "Nothing was given"),
        (["keys", "drop", "sign_key"], "", "drop"),
        (["keys", "set", "sign_key"], "a\x00b", "no key"),
        (["keys", "set", "sign_key"], "schlüssel\n", "plain letters"),
    ],
)
def test_wrong_input_is_one_sentence(backend, monkeypatch, capsys, words, text, told):  # noqa: PLR0913, PLR0917
    typed(monkeypatch, text)
    assert run_command(words) == 2
    assert told in capsys.readouterr().err


class Closed(Missing):
    """A keyring that its owner has not unlocked."""

    def get_password(self, *_):
        raise KeyringLocked


ODD = [
    RuntimeError("s3cret"),
    ImportError("x"),
    KeyError("x"),
    KeyringLocked(),
    OSError(5, "I/O error"),
    RecursionError(),
    SystemExit(4),
    GeneratorExit(),
]


@pytest.mark.parametrize("error", ODD, ids=lambda error: type(error).__name__)
def test_a_keyring_that_fails_in_whatever_way_is_a_closed_one(monkeypatch, capsys, error):
    def fail(*_):
        raise error

    monkeypatch.setattr(keyring, "get_password", fail)
    monkeypatch.setattr(keyring, "set_password", fail)
    typed(monkeypatch, "x")
    assert [
        run_command(["keys"]),
        run_command(["keys", "set", "sign_key"]),
        run_command(["keys", "forget", "sign_key"]),
    ] == [1, 1, 1]
    told = capsys.readouterr()
    assert (told.err.count("keyring is closed or missing"), told.err.count("\n")) == (3, 3)
    assert read_secret("sign_key") == ""
    assert "s3cret" not in told.err


@pytest.mark.parametrize("value", [b"bytes", 5, None, ["x"]])
def test_what_is_no_text_is_no_secret(monkeypatch, value):
    monkeypatch.setattr(keyring, "get_password", lambda *_: value)
    assert read_secret("sign_key") == ""


def test_a_keyring_that_is_configured_and_not_installed_is_a_closed_one(monkeypatch, capsys):
    before = keyring.core._keyring_backend
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyrings.nowhere.Keyring")
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    assert run_command(["keys"]) == 1
    assert "keyring is closed or missing" in capsys.readouterr().err
    monkeypatch.setattr(keyring.core, "_keyring_backend", before)


class Broken(io.StringIO):
    def readline(self, *_):
        raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "no")


def test_bytes_that_are_no_text_are_no_key(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", Broken())
    assert run_command(["keys", "set", "sign_key"]) == 2
    assert "That is no key" in capsys.readouterr().err


def test_the_end_of_input_at_the_prompt_is_nothing_given(monkeypatch, capsys):
    def end(_):
        raise EOFError

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", end)
    assert run_command(["keys", "set", "sign_key"]) == 2
    assert "Nothing was given" in capsys.readouterr().err


@pytest.mark.parametrize("backend", [Missing], indirect=True)
def test_where_there_is_no_keyring_nothing_is_set(backend, capsys):
    assert run_command(["keys"]) == 0
    assert capsys.readouterr().out.count("not set") == len(SECRETS)


@pytest.mark.parametrize("backend", [Closed], indirect=True)
@pytest.mark.parametrize("words", [["keys"], ["keys", "set", "sign_key"], ["keys", "forget", "sign_key"]])
def test_a_closed_keyring_is_one_sentence(backend, monkeypatch, capsys, words):
    typed(monkeypatch, "x")
    assert run_command(words) == 1
    assert "keyring is closed or missing" in capsys.readouterr().err
