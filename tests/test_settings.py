import json
from dataclasses import asdict, fields, replace

import pytest

from app.settings import Settings, load, save


def test_names_are_kept_newest_first_without_repetition(tmp_path):
    settings = Settings()
    for name in ("anna", "bo", "anna"):
        settings.remember(name)
    save(settings, tmp_path / "deep" / "settings.json")
    assert load(tmp_path / "deep" / "settings.json").recent == ["anna", "bo"]


@pytest.mark.parametrize("text", [None, "", "{", "[]", '{"recent": 5}', '{"recent": [1, "anna"]}'])
def test_a_broken_file_is_no_choices(tmp_path, text):
    path = tmp_path / "settings.json"
    if text is not None:
        path.write_text(text)
    assert load(path).recent in ([], ["anna"])


CHOICES = Settings(
    ["anna"], "euler", {"sign_url": "https://s"}, "http://p:1", "socks5://p:2", ["s"], 20.0, 30.0, 40.0
)


def test_choices_come_back_as_they_were(tmp_path):
    save(CHOICES, tmp_path / "settings.json")
    assert load(tmp_path / "settings.json") == CHOICES


@pytest.mark.parametrize("name", [one.name for one in fields(Settings)])
@pytest.mark.parametrize(
    "odd", [None, True, [1], {"a": 1}, float("inf"), float("nan"), pytest.param(10**400, id="huge")]
)
def test_a_broken_field_costs_only_itself(tmp_path, name, odd):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(asdict(CHOICES) | {name: odd}))
    assert load(path) == replace(CHOICES, **{name: getattr(Settings(), name)})


def test_a_password_of_a_proxy_is_in_no_file(tmp_path):
    save(Settings(web_proxy="http://me:word@p:1"), tmp_path / "settings.json")
    assert "word" not in (tmp_path / "settings.json").read_text()


def test_a_name_in_capitals_is_remembered_once():
    settings = Settings(recent=["Demo", "other"])
    settings.remember("demo")
    assert settings.recent == ["demo", "other"]
