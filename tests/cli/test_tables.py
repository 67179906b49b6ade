"""What people forget when they add a row to a table: that it arrives where it is meant to."""

from dataclasses import fields

import pytest

from app.access import WAYS, Access
from app.access.choices import ADDRESSES, PROXIES, TIMEOUTS, VARIABLES, access_of, sound
from app.access.endpoints import ENVIRONMENT, KEYS, SOCKETS, WEB, Endpoints
from app.cli import COMMANDS
from app.cli.access import ASKED
from app.cli.help import EXAMPLES
from app.cli.options import PARSERS, parsed
from app.settings import SECRETS, Settings

SAMPLES = {name: "http://sample:1" for name, *_ in PROXIES} | {name: 21.0 for name, *_ in TIMEOUTS}
FOLLOWS = [command for command, parser in PARSERS.items() if "--way" in parser().format_help()]
READS = [command for command, parser in PARSERS.items() if "--timeout" in parser().format_help()]


def words_of(command, *options):
    return [*([] if command == "window" else [command]), "@anna", *options]


def test_every_command_has_a_parser_a_help_and_an_example():
    assert set(COMMANDS) == set(PARSERS) == set(EXAMPLES)
    for command, (example, about) in EXAMPLES.items():
        assert about
        assert parsed(example.split()[1:]).command == command
        assert PARSERS[command]().description


@pytest.mark.parametrize("command", READS)
@pytest.mark.parametrize(("name", "option"), [(name, option) for name, option, *_ in PROXIES + TIMEOUTS])
def test_every_option_of_the_network_reaches_the_connector(command, name, option):
    options = parsed(words_of(command, option, str(SAMPLES[name])))
    assert getattr(access_of(options.asked, {}), name) == getattr(options.access, name) == SAMPLES[name]


@pytest.mark.parametrize("command", READS)
@pytest.mark.parametrize("name", ADDRESSES)
def test_every_address_reaches_the_connector(command, name):
    address = f"{'https' if name in WEB else 'wss'}://sample.test"
    options = parsed(words_of(command, f"--{name.replace('_', '-')}", address))
    assert getattr(options.access.endpoints, name) == address


@pytest.mark.parametrize("command", FOLLOWS)
@pytest.mark.parametrize("way", WAYS)
def test_every_way_reaches_the_connector(command, way):
    assert parsed(words_of(command, "--way", way)).access.way == way


@pytest.mark.parametrize("command", READS)
def test_headers_and_params_reach_the_connector(command):
    access = parsed(words_of(command, "--header", "A=1", "--param", "b=2")).access
    assert (access.headers, access.params) == ({"A": "1"}, {"b": "2"})


@pytest.mark.parametrize("name", SECRETS)
@pytest.mark.parametrize("place", ["environment", "keyring"])
def test_every_secret_reaches_the_connector(name, place):
    both = {"session_id": "sample1", "target_idc": "sample2"}
    given = both if name in both else {name: "sample"}
    environment = {SECRETS[one][0]: value for one, value in given.items()} if place == "environment" else {}
    access = access_of({}, environment, None, lambda one: given.get(one, "") if place == "keyring" else "")
    where = access.login if name in both else access.endpoints
    assert getattr(where, name) == given[name]


@pytest.mark.parametrize("name", [one.name for one in fields(Settings) if one.name != "recent"])
def test_every_setting_reaches_the_connector(name):
    samples = {
        "way": "polling",
        "addresses": {"sign_url": "https://s.test"},
        "session_hosts": ["s.test"],
        **SAMPLES,
    }
    known = sound(Settings(**{name: samples[name]}))
    assert (known["sign_url"] if name == "addresses" else known[name]) in (samples[name], "https://s.test")
    environment = {"SIDESTAGE_SESSION_ID": "a", "SIDESTAGE_TARGET_IDC": "b"}
    assert access_of({}, environment, Settings(**{name: samples[name]})) != access_of({}, environment)


def test_the_tables_know_everything_that_the_connector_takes():
    assert {*ADDRESSES, *KEYS} == set(ENVIRONMENT) == {one.name for one in fields(Endpoints)}
    assert {*WEB, *SOCKETS, "studio_url"} == set(ADDRESSES)
    assert {one.name for one in fields(Access)} - {"endpoints", "login"} == {*VARIABLES, "headers", "params"}
    assert set(ASKED) == {*ADDRESSES, *VARIABLES, "headers", "params"}
    assert {ENVIRONMENT[name] for name in KEYS} <= {variable for variable, _ in SECRETS.values()}
