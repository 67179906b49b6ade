"""`sidestage settings`."""

import json

import pytest

from app.cli import run_command
from app.settings import OPTIONS, find_settings_file


@pytest.fixture(autouse=True)
def file(backend, monkeypatch, tmp_path):
    monkeypatch.setenv("SIDESTAGE_SETTINGS", str(tmp_path / "settings.json"))


def said(capsys, *words):
    code = run_command(["settings", *words])
    out, err = capsys.readouterr()
    return code, out, err


def test_the_list_names_every_option_and_where_its_value_is_from(capsys, monkeypatch):
    monkeypatch.setenv("SIDESTAGE_STALE", "30")
    said(capsys, "set", "way", "euler")
    code, out, _ = said(capsys, "--list")
    rows = {line.split()[0]: line for line in out.splitlines()}
    assert (code, set(rows)) == (0, set(OPTIONS))
    assert "euler" in rows["way"]
    assert "settings file" in rows["way"]
    assert "30" in rows["stale_s"]
    assert "SIDESTAGE_STALE" in rows["stale_s"]


def test_one_is_set_shown_and_taken_back(capsys):
    assert said(capsys, "set", "http-timeout-s", "20")[0] == 0
    assert said(capsys, "get", "http_timeout_s")[1] == "20\n"
    assert said(capsys, "reset", "http_timeout_s") == (0, "http_timeout_s is 10, as by default.\n", "")
    assert "http_timeout_s" not in json.loads(find_settings_file().read_text())


def test_what_goes_before_it_is_said(capsys, monkeypatch):
    monkeypatch.setenv("SIDESTAGE_WAY", "polling")
    assert "SIDESTAGE_WAY" in said(capsys, "set", "way", "euler")[1]


@pytest.mark.parametrize(
    "words",
    [
        ("get",),
        ("get", "wey"),
        ("set", "way"),
        ("set", "way", "x"),
        ("set", "stale_s", "0"),
        ("x",),
        ("set", "headers", "Cookie=s3cret"),
        ("set", "web_proxy", "http://me:s3cret@p:1"),
        ("set", "sign_key", "s3cret"),
        ("reset", "sign_key"),
    ],
)
def test_what_cannot_be_meant_is_one_sentence(capsys, words):
    code, out, err = said(capsys, *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "s3cret" not in err
    assert not find_settings_file().exists()


def test_a_password_of_the_environment_is_not_shown(capsys, monkeypatch):
    monkeypatch.setenv("SIDESTAGE_PROXY", "http://me:s3cret@p:1")
    monkeypatch.setenv("SIDESTAGE_SIGN_KEY", "s3cret")
    for words in (("--list",), ("get", "web_proxy"), ("get", "sign_key")):
        assert "s3cret" not in "".join(map(str, said(capsys, *words)))


def test_a_damaged_file_is_said_and_set_aside(capsys):
    find_settings_file().write_text("{")
    code, out, err = said(capsys, "get", "way")
    assert (code, out) == (0, "signed\n")
    assert "settings.damaged.json" in err
