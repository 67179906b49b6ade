import pkgutil
from importlib import import_module
from typing import get_args

import pytest

import app
from app.access.advice import ADVICE, NOTHING, find_advice
from app.errors import Help, find_kind, list_kinds

for module in pkgutil.walk_packages(app.__path__, "app."):
    if module.name.endswith("errors") or module.name == "app.network.errors":
        import_module(module.name)
# Those of tests are no part of the program.
KINDS = [kind for kind in list_kinds() if kind.__module__.startswith("app.")]


@pytest.mark.parametrize(
    ("code", "subject"),
    [
        ("signer_down", "way"),
        ("country", "proxy"),
        ("private", "way"),
        ("captcha", "way"),
        ("bridge_missing", "way"),
        ("signer_limited", "key"),
        ("age_restricted", "log_in"),
        ("proxy", "proxy"),
        ("offline", "nothing"),
        ("no_network", "nothing"),
        ("", "nothing"),
        ("no_such_user", "name"),
        ("usage", "name"),
        ("fault", "nothing"),
    ],
)
def test_what_may_help_is_named(code, subject):
    assert find_advice(code).subject == subject


@pytest.mark.parametrize("kind", KINDS)
def test_every_failure_says_itself_what_helps_or_that_nothing_does(kind):
    assert "helps" in vars(kind), f"class {kind.__name__}(…, helps=…)"
    assert kind.helps in get_args(Help)
    assert find_advice(kind.code) == ADVICE[kind.helps]


@pytest.mark.parametrize("kind", KINDS)
def test_every_failure_has_a_code_and_a_sentence_of_its_own_in_the_code(kind):
    assert kind.code == kind.code.lower()
    assert kind.__doc__
    assert find_kind(kind.code).code == kind.code


def test_a_code_belongs_to_one_failure_and_what_is_below_it():
    for kind in KINDS:
        assert issubclass(kind, find_kind(kind.code)), kind


def test_every_advice_names_an_option_or_a_command():
    assert set(ADVICE) == set(get_args(Help))
    commands = {one.subject: one.command for one in ADVICE.values()}
    assert {subject for subject, command in commands.items() if not command} == {"name", NOTHING.subject}
    assert all("--" in one or "sidestage" in one for one in commands.values() if one)
