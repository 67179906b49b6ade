"""No secret stands in the log, whatever of an entry it was in."""

import json
import logging
from base64 import b64encode
from urllib.parse import quote, quote_plus

import pytest

from app import masking
from app.log.file import LogFile
from app.masking import mask
from app.settings import SECRETS, read_choices, read_secret, store_secret

VALUES = {name: f"{name[:3]}Q7/x+ {at}:hemlich={at}é" for at, name in enumerate(SECRETS)}
PERSON, PASSWORD = "proxyperson", "p%40ss:wörd"
PROXY = f"socks5://{PERSON}:{quote(PASSWORD, safe='')}@127.0.0.1:1080"
HEADER = "header-value-7781"


@pytest.fixture(autouse=True)
def fresh_values(monkeypatch):
    monkeypatch.setattr(masking, "_values", {})


@pytest.fixture
def log(tmp_path):
    logger = logging.Logger("library", logging.DEBUG)  # noqa: LOG001 - no other test hears it
    logger.addHandler(LogFile(tmp_path / "sidestage.log"))
    logger.text = lambda: (tmp_path / "sidestage.log").read_text("utf-8")
    return logger


def fail(text, cause=None):
    try:
        raise ValueError(text) from cause  # noqa: TRY301
    except ValueError as error:
        return error


PLACES = {
    "message": lambda log, one: log.warning(f"before {one} after"),  # noqa: G004
    "argument": lambda log, one: log.warning("before %s after", one),
    "shown argument": lambda log, one: log.warning("before %r after", one),
    "named argument": lambda log, one: log.warning("before %(one)s after", {"one": one}),
    "wrong arguments": lambda log, one: log.warning("before %s %d after", one),  # noqa: PLE1206
    "exception": lambda log, one: log.error("failed", exc_info=fail(one)),
    "cause": lambda log, one: log.error("failed", exc_info=fail("outer", fail(one))),
    "headers": lambda log, one: log.debug("> %r", {"x-odd": one, "a": [one]}),
    "bytes of headers": lambda log, one: log.debug("> %r", [(b"X-Odd", one.encode())]),
    "cookies": lambda log, one: log.debug("> Cookie: a=b; sessionid=%s; c=d", one),
    "query": lambda log, one: log.debug("GET https://x/y?a=b&odd=%s&c=d", quote_plus(one)),
    "percent-encoded": lambda log, one: log.debug("GET https://x/%s", quote(one, safe="")),
    "person of an address": lambda log, one: log.debug("by http://me:%s@h:1/", quote(one, safe="")),
    "JSON": lambda log, one: log.debug(json.dumps({"odd": one})),
}


def spellings(value):
    return [
        value,
        quote(value),
        quote(value, safe=""),
        quote_plus(value),
        json.dumps(value)[1:-1],
        repr(value)[1:-1],
    ]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", SECRETS)
def test_no_secret_of_the_settings_is_written(log, name, place):
    read_choices({}, {SECRETS[name].variable: VALUES[name]}, {})
    PLACES[place](log, VALUES[name])
    text = log.text()
    assert text
    assert not [one for one in spellings(VALUES[name]) if one in text]
    assert f"hemlich={[*SECRETS].index(name)}" not in text


@pytest.mark.parametrize("way", ["read", "stored"])
def test_what_the_keyring_holds_is_not_written(log, monkeypatch, way):
    monkeypatch.setattr("keyring.get_password", lambda *_: "from-keyring-55")
    monkeypatch.setattr("keyring.set_password", lambda *_: None)
    read_secret("sign_key") if way == "read" else store_secret("sign_key", "from-keyring-55")
    log.warning("before from-keyring-55 after")
    assert "from-keyring" not in log.text()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("secret", [PASSWORD, quote(PASSWORD, safe=""), PERSON, HEADER])
def test_no_password_of_a_proxy_and_no_header_is_written(log, secret, place):
    read_choices({"web_proxy": PROXY, "headers": (("X-Odd", HEADER),)}, {}, {})
    PLACES[place](log, secret)
    assert not [one for one in spellings(secret) if one in log.text()]


def test_what_a_proxy_is_sent_is_not_written(log):
    read_choices({"web_proxy": PROXY}, {}, {})
    log.debug("odd %s", b64encode(f"{PERSON}:{PASSWORD}".encode()).decode())
    assert f"odd {masking.MASK}" in log.text()


NOBODY_KNOWS = "Zq81kLmN0pRs"
UNKNOWN = (
    "Cookie: ttwid={0}; odin_tt={0}",
    "{{'Cookie': 'ttwid={0}; a=b'}}",
    "[(b'cookie', b'ttwid={0}'), (b'accept', b'*/*')]",
    "Headers({{'authorization': '{0}', 'accept': '*/*'}})",
    "Set-Cookie: sid_guard={0}; Path=/",
    "Authorization: Bearer {0}",
    "Proxy-Authorization: Basic {0}",
    "sent Basic {0}",
    "wss://h/webcast?msToken={0}&device_id=1",
    "wss://h/x?X-Bogus={0}",
    "https://h/x?signature={0}&a=b",
    "https://h/x?apiKey={0}",
    "https://h/x?jwtKey={0}",
    "https://h/x?a=https%3A%2F%2Fy%3Fsessionid%3D{0}%26b",
    '{{"access_token": "{0}", "a": 1}}',
    "http://me:{0}@h:8080/",
    "http%3A%2F%2Fme%3A{0}%40h",
    "X-Api-Key: {0}",
    "tiktools_key={0}",
    "SIDESTAGE_SIGN_KEY={0}",
)


@pytest.mark.parametrize("form", UNKNOWN)
def test_a_secret_that_nobody_knows_is_found_by_what_stands_before_it(log, form):
    log.warning(form.format(NOBODY_KNOWS))
    assert masking.MASK in log.text()
    assert NOBODY_KNOWS not in log.text()


@pytest.mark.parametrize(
    "text",
    [
        "The room of @mira is not live.",
        "KeyError: 'gifts'",
        'File "app/ui/window.py", line 12, in keyPressEvent',
        "HTTP 404 of https://www.tiktok.com/@mira/live?lang=en",
        "10:22:01 a monkey: brown",
    ],
)
def test_what_is_no_secret_stays(text):
    assert mask(text) == text


def test_the_folder_of_the_user_is_not_written(monkeypatch):
    monkeypatch.setenv("HOME", "/home/somebody")
    monkeypatch.setenv("USERPROFILE", "/home/somebody")
    assert mask('File "/home/somebody/app/x.py"') == 'File "~/app/x.py"'
