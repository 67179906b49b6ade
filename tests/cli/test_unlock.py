import threading

import pytest

from app.cli import unlock
from app.cli.options import parsed
from app.cli.unlock import read_secrets
from app.errors import SidestageError
from app.settings import SECRETS


@pytest.fixture
def silent(monkeypatch):
    """A keyring that never answers."""
    for variable in (option.variable for option in SECRETS.values()):
        monkeypatch.delenv(variable, raising=False)
    answer = threading.Event()
    monkeypatch.setattr(unlock, "read_secret", lambda _: answer.wait(60) and "")
    yield
    answer.set()


def test_a_command_with_a_time_ends_in_time(silent):
    with pytest.raises(SidestageError, match=r"did not answer within 0\.3 seconds"):
        parsed(["tail", "@anna", "--for", "0.3"])


def test_after_a_while_it_goes_on_without_keys_and_says_so(silent, monkeypatch, capsys):
    monkeypatch.setattr(unlock, "PATIENCE_S", 0.3)
    monkeypatch.setattr(unlock, "NOTICE_S", 0.0)
    assert read_secrets() == dict.fromkeys(SECRETS, "")
    waiting, without = capsys.readouterr().err.splitlines()
    assert "Waiting for the system's keyring" in waiting
    assert "without its keys" in without


def test_what_the_environment_says_needs_no_keyring(silent, monkeypatch):
    for variable in (option.variable for option in SECRETS.values()):
        monkeypatch.setenv(variable, "x")
    assert read_secrets(0.3) == dict.fromkeys(SECRETS, "x")


def test_the_keyring_fills_what_the_environment_leaves_open(monkeypatch):
    monkeypatch.setenv("SIDESTAGE_SIGN_KEY", "told")
    monkeypatch.setattr(unlock, "read_secret", lambda name: f"kept {name}")
    found = read_secrets(30)
    assert (found["sign_key"], found["session_id"]) == ("told", "kept session_id")
