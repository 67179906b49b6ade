"""What people forget when they add a row to a table: that it arrives where it is meant to."""

from dataclasses import fields, replace
from pkgutil import resolve_name

import pytest

from app.access import TIMEOUTS, Access
from app.access.choices import make_access
from app.access.endpoints import Endpoints
from app.cli import COMMANDS
from app.cli.access import FLAGS
from app.cli.options import PARSERS, parse_options
from app.connector.routes.table import make_route
from app.connector.routes.wire import WireRoute
from app.settings import DEFAULTS, KEPT, OPTIONS, OWN, SECRETS, WAYS
from app.settings.address_kinds import Address
from app.tiktok.target import parse_target
from app.words.command_line import EXAMPLES

SAMPLES = {
    "way": "polling",
    "web_proxy": "http://sample:1",
    "socket_proxy": "http://sample:1",
    "session_hosts": ("s.test",),
    **dict.fromkeys(TIMEOUTS, 21.0),
    **{
        name: f"{option.kind.secure}://sample.test"
        for name, option in OPTIONS.items()
        if isinstance(option.kind, Address)
    },
}
PAIRS = {"headers": (("A", "1"),), "params": (("b", "2"),)}
CONNECTING = [
    name for name, option in KEPT.items() if option.page in ("way in", "network", "addresses", "log-in")
]
FOLLOWS = [command for command, parser in PARSERS.items() if "--way" in parser().format_help()]
READS = [command for command, parser in PARSERS.items() if "--timeout" in parser().format_help()]


def find_words(command, *options):
    return [*([] if command == "window" else [command]), "@anna", *options]


def read_access(access, name):
    """What a way in is given as this option."""
    if name in OWN:
        access = replace(access, way=next(way for way, row in WAYS.items() if name in row.own))
        return access.key if name in SECRETS else access.address
    return next(getattr(one, name) for one in (access, access.endpoints, access.login) if hasattr(one, name))


def test_every_command_has_a_parser_a_help_and_an_example():
    assert set(COMMANDS) == set(PARSERS) == set(EXAMPLES)
    for command, (example, about) in EXAMPLES.items():
        assert about
        assert parse_options(example.split()[1:]).command == command
        assert PARSERS[command]().description


@pytest.mark.parametrize("command", READS)
@pytest.mark.parametrize("name", [name for name in FLAGS if name in SAMPLES and name != "way"])
def test_every_flag_reaches_the_connector(command, name):
    access = parse_options(
        find_words(command, OPTIONS[name].flag, OPTIONS[name].kind.write_text(SAMPLES[name]))
    ).access
    assert read_access(access, name) == SAMPLES[name]


@pytest.mark.parametrize("command", FOLLOWS)
@pytest.mark.parametrize("way", WAYS)
def test_every_way_reaches_the_connector(command, way):
    assert parse_options(find_words(command, "--way", way)).access.way == way


@pytest.mark.parametrize("command", READS)
def test_headers_and_params_reach_the_connector(command):
    access = parse_options(find_words(command, "--header", "A=1", "--param", "b=2")).access
    assert (access.headers, access.params) == ({"A": "1"}, {"b": "2"})


@pytest.mark.parametrize("name", SECRETS)
@pytest.mark.parametrize("place", ["environment", "keyring"])
def test_every_secret_reaches_the_connector(name, place):
    both = {"session_id": "sample1", "target_idc": "sample2"}
    given = both if name in both else {name: "sample"}
    environment = (
        {SECRETS[one].variable: value for one, value in given.items()} if place == "environment" else {}
    )
    access = make_access({}, environment, {}, lambda one: given.get(one, "") if place == "keyring" else "")
    assert read_access(access, name) == given[name]


@pytest.mark.parametrize("name", [name for name in CONNECTING if name not in OWN])
def test_every_setting_reaches_the_connector(name):
    environment = {"SIDESTAGE_SESSION_ID": "a", "SIDESTAGE_TARGET_IDC": "b"}
    chosen = make_access({}, environment, {name: {**SAMPLES, **PAIRS}[name]})
    assert replace(chosen, choices=DEFAULTS) != replace(make_access({}, environment), choices=DEFAULTS)


@pytest.mark.parametrize("name", [name for name in CONNECTING if name in OWN])
def test_every_server_of_a_way_reaches_it(name):
    assert read_access(make_access({}, {}, {name: SAMPLES[name]}), name) == SAMPLES[name]


def test_the_tables_know_everything_that_the_connector_takes():
    assert {one.name for one in fields(Endpoints)} | {one.name for one in fields(Access)} - {
        "endpoints",
        "choices",
        "login",
    } <= set(OPTIONS)
    shown = {one.name for one in fields(Endpoints) if one.repr}
    assert shown.isdisjoint(SECRETS)


def test_every_way_has_a_class_and_uses_options_that_there_are():
    for name, way in WAYS.items():
        assert resolve_name(way.route).source == name, f"{way.route} has the name of its row as its source"
        assert {*way.options} <= set(OPTIONS)


@pytest.mark.parametrize("way", WAYS)
def test_every_way_is_made_from_its_row(way):
    keys = {option.variable: "a:b:c" for option in SECRETS.values() if option.page == "keys"}
    route = make_route(parse_target("@anna"), make_access({"way": way}, keys), tap=print)
    assert isinstance(route, WireRoute) == WAYS[way].has_messages


@pytest.mark.parametrize("name", OWN)
def test_what_is_a_ways_own_has_a_variable_and_an_address_a_flag(name):
    option = OPTIONS[name]
    assert option.variable == f"SIDESTAGE_{name.upper()}"
    assert option.flag == ("" if option.is_secret else f"--{name.replace('_', '-')}")
    assert option.caption


def test_every_flag_and_variable_is_of_one_option():
    flags = [option.flag for option in OPTIONS.values() if option.flag]
    variables = [option.variable for option in OPTIONS.values() if option.variable]
    assert len(set(flags)) == len(flags)
    assert len(set(variables)) == len(variables)


def test_every_flag_is_one_of_the_window():
    known = PARSERS["window"]().format_help()
    assert [option.flag for option in OPTIONS.values() if option.flag and option.flag not in known] == []
