import pytest

from app.access.choices import make_access
from app.cli.options import parse_options
from app.errors import UsageError
from app.settings import OPTIONS, OWN, SECRETS, WAYS
from app.settings.address_kinds import Address, Proxy
from app.settings.number_kinds import Seconds
from app.settings.store import read_entries

# field of Access, options, environment variable and value, setting, what each comes to, the default
ORDER = [
    ("way", ["--way", "euler"], ("SIDESTAGE_WAY", "polling"), "tikfinity", "signed"),
    ("web_proxy", ["--proxy", "http://o:1"], ("SIDESTAGE_PROXY", "http://e:1"), "http://s:1", ""),
    (
        "socket_proxy",
        ["--socket-proxy", "socks5://o:1"],
        ("SIDESTAGE_SOCKET_PROXY", "http://e:1"),
        "http://s:1",
        "",
    ),
    ("http_timeout_s", ["--timeout", "20"], ("SIDESTAGE_TIMEOUT", "30"), 40.0, 10.0),
    ("open_timeout_s", ["--open-timeout", "20"], ("SIDESTAGE_OPEN_TIMEOUT", "30"), 40.0, 15.0),
    ("stale_s", ["--stale", "20"], ("SIDESTAGE_STALE", "30"), 40.0, 60.0),
]


def asked(*words):
    return parse_options(list(words)).asked


@pytest.mark.parametrize(("name", "words", "variable", "setting", "default"), ORDER)
def test_option_then_environment_then_setting_then_default(name, words, variable, setting, default):
    environment, settings = dict([variable]), {name: setting}
    steps = [
        (asked(*words), environment, settings),
        ({}, environment, settings),
        ({}, {}, settings),
        ({}, {}),
    ]
    kind = type(default)
    assert [getattr(make_access(*step), name) for step in steps] == [
        kind(words[1]),
        kind(variable[1]),
        setting,
        default,
    ]


@pytest.mark.parametrize(
    "name", ["app", "webcast", "sign", "euler", "tiktools", "tikfinity", "studio", "socket"]
)
def test_every_address_has_an_option_a_variable_and_a_setting(name):
    scheme = "https" if name in ("app", "webcast", "sign") else "wss"
    field, option = f"{name}_url", asked(f"--{name}-url", f"{scheme}://o")
    environment = {f"SIDESTAGE_{name.upper()}_URL": f"{scheme}://e"}
    settings = {field: f"{scheme}://s"}
    steps = [(option, environment, settings), ({}, environment, settings), ({}, {}, settings)]
    found = [getattr(make_access(*step).choices, field)[-1] for step in steps]
    assert found == ["o", "e", "s"]


@pytest.mark.parametrize("name", ["sign_key", "tiktools_key", "studio_key"])
def test_a_key_comes_from_the_environment_before_the_keyring(name):
    environment = {f"SIDESTAGE_{name.upper()}": "told"}
    keyring = {name: "kept"}
    steps = [
        make_access({}, given, {}, lambda asked_for: keyring.get(asked_for, ""))
        for given in (environment, {})
    ]
    assert [getattr(access.choices, name) for access in steps] == ["told", "kept"]


def test_a_log_in_is_both_cookies_and_goes_to_no_signer_unless_told():
    environment = {"SIDESTAGE_SESSION_ID": "abc", "SIDESTAGE_TARGET_IDC": "useast5"}
    told = make_access({}, environment | {"SIDESTAGE_SESSION_HOSTS": "a.test, B.test"}).login
    assert (make_access({}, environment).login.hosts, told.hosts) == (frozenset(), {"a.test", "b.test"})


def test_without_a_socket_proxy_sockets_take_the_other():
    assert make_access(asked("--proxy", "http://p:1"), {}).socket_proxy == "http://p:1"


def test_headers_and_params_can_be_given_again():
    access = parse_options(["--header", "A=1", "--header", "B=x=y", "--param", "p="]).access
    assert (access.headers, access.params) == ({"A": "1", "B": "x=y"}, {"p": ""})


@pytest.mark.parametrize(
    "words", [["--room-id", "7123456789012345678"], ["tail", "--room-id", "7123456789012345678"]]
)
def test_a_room_id_is_a_target(words):
    assert parse_options(words).target == "room:7123456789012345678"


def test_a_wrong_way_names_the_nearest():
    with pytest.raises(UsageError, match="the nearest is tiktools"):
        parse_options(["--way", "tiktool"])


@pytest.mark.parametrize(
    "words",
    [
        ["--way", "zzz"],
        ["--room-id", "anna"],
        ["@anna", "--room-id", "12345678"],
        ["tail"],
        ["--proxy", "nonsense"],
        ["--header", "A"],
        ["--header", "Cookie=1"],
        ["--param", "=1"],
        ["--timeout", "0"],
        ["--stale", "soon"],
        ["--open-timeout", "nan"],
        ["--studio-url", "ws://example.com"],
    ],
)
def test_what_cannot_be_meant_is_one_sentence(words):
    with pytest.raises(UsageError) as raised:
        parse_options(words)
    assert "\n" not in raised.value.line


def test_an_environment_that_cannot_be_meant_is_named():
    with pytest.raises(UsageError, match="SIDESTAGE_STALE"):
        make_access({}, {"SIDESTAGE_STALE": "soon"})


def test_a_setting_that_makes_no_sense_is_passed_over():
    entries = {"way": "x", "sign_url": "ftp://x", "web_proxy": "x", "stale_s": 9e9, "recent": ["a"]}
    assert read_entries(entries) == {"recent": ("a",)}


@pytest.mark.parametrize(
    ("given", "missing"),
    [("SIDESTAGE_SESSION_ID", "SIDESTAGE_TARGET_IDC"), ("SIDESTAGE_TARGET_IDC", "SIDESTAGE_SESSION_ID")],
)
def test_half_a_log_in_names_the_variable_that_is_missing(given, missing):
    with pytest.raises(UsageError) as raised:
        make_access({}, {given: "abc"})
    assert missing in raised.value.hint


def test_commands_that_follow_nobody_need_no_log_in(monkeypatch):
    monkeypatch.setenv("SIDESTAGE_SESSION_ID", "abc")
    assert parse_options(["keys", "set", "target_idc"]).name == "target_idc"


@pytest.mark.parametrize("header", ["A B=1", "X=ä", "X=a\nb", "X:=1"])
def test_a_header_that_cannot_be_sent_is_refused(header):
    with pytest.raises(UsageError, match="cannot be sent"):
        parse_options(["tail", "@anna", "--header", header])


@pytest.mark.parametrize("name", ["Cookie", "Host", "Content-Length", "Transfer-Encoding", "Connection"])
def test_a_header_that_is_ours_cannot_be_set(name):
    with pytest.raises(UsageError, match="set by the program"):
        make_access({"headers": {name: "5"}}, {})


def test_a_wrong_proxy_is_refused_by_the_name_of_its_variable():
    with pytest.raises(UsageError) as raised:
        make_access({}, {"SIDESTAGE_PROXY": "http://me:p4ss@host"})
    assert "SIDESTAGE_PROXY" in str(raised.value)
    assert "p4ss" not in raised.value.line


def test_each_way_in_has_a_line_of_its_own_in_the_help(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit):
        parse_options(["tail", "--help"])
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert all(any(line.startswith(f"{way}:") for line in lines) for way in WAYS)
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("session", ["ab cd", "ab;cd", "é1", "١٢٣"])
def test_a_session_that_no_cookie_can_be_is_refused(session):
    with pytest.raises(UsageError, match="letters and digits") as refused:
        make_access({}, {"SIDESTAGE_SESSION_ID": session, "SIDESTAGE_TARGET_IDC": "useast5"})
    assert session not in refused.value.line


@pytest.mark.parametrize("name", sorted({name for way in WAYS.values() for name in way.options}))
def test_whatever_the_row_of_a_way_names_arrives(name):
    option = OPTIONS[name]
    text = {"session_id": "abc", "target_idc": "useast5"}.get(name, "1:2:3")
    value = 30.0 if isinstance(option.kind, Seconds) else text
    if isinstance(option.kind, Address):
        value = f"{option.kind.secure}://sample.test"
    elif isinstance(option.kind, Proxy):
        value = "http://sample.test:1"
    both = {"session_id": "abc", "target_idc": "useast5"} if option.page == "log-in" else {}
    access = make_access({}, {}, {name: value}, lambda one: both.get(one, value if one == name else ""))
    assert getattr(access.choices, name) == value


@pytest.mark.parametrize("name", OWN)
def test_what_is_a_ways_own_is_refused_by_its_name_whichever_way_is_taken(name):
    typed = "s3crét" if name in SECRETS else "ws://example.com/"
    with pytest.raises(UsageError, match=OPTIONS[name].variable) as refused:
        make_access({}, {OPTIONS[name].variable: typed})
    assert "s3cr" not in refused.value.line
