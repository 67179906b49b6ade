"""Links are read as a browser reads them, and only pages of the web are links."""

import ast
from pathlib import Path

import pytest

import app
from app.addresses import read_link
from app.ui.leaving import find_profile, write_question

SOURCES = Path(app.__file__).parent
OUR_OWN = {"reports.py"}  # shows a folder that the program made
LEAVING = {"QDesktopServices", "webbrowser", "setOpenExternalLinks", "startfile"}


@pytest.mark.parametrize(
    ("address", "opened", "host"),
    [
        ("https://www.tiktok.com/@mira", "https://www.tiktok.com/@mira", "www.tiktok.com"),
        ("http://127.0.0.1:8080/@mira", "http://127.0.0.1:8080/@mira", "127.0.0.1"),
        ("https://EXAMPLE.com/A?b=1#c", "https://example.com/A?b=1#c", "example.com"),
        ("https://tikt\u043ek.com/", "https://xn--tiktk-mye.com/", "xn--tiktk-mye.com"),
        ("https://tiktok.com@evil.example/x", "https://evil.example/x", "evil.example"),
        ("https://a:b@evil.example", "https://evil.example", "evil.example"),
        ("https://[::1]/", "https://[::1]/", "[::1]"),
        (
            "https://m\u00fcnchen.example/\u00fc",
            "https://xn--mnchen-3ya.example/%C3%BC",
            "xn--mnchen-3ya.example",
        ),
    ],
)
def test_a_link_says_the_host_that_a_browser_would_ask(address, opened, host):
    link = read_link(address)
    assert (link.address, link.host) == (opened, host)
    assert link.is_foreign == host.startswith("xn--")
    assert link.has_person == ("@" in address.split("/")[2])


@pytest.mark.parametrize(
    "address",
    [
        "",
        "mira",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://a.example/",
        "sidestage://@mira",
        "https://",
        "https:///x",
        "https://a.example\\@evil.example/",
        "https://a.example/ b",
        "https://a.example/\u202eb",
        "https://a.example/\x00",
        "https://a.example:0/",
        "https://a.example:99999/",
        "https://[::1",
        "https://-a.example/",
        "https://a.example/" + "x" * 3_000,
    ],
)
def test_what_is_no_page_of_the_web_is_no_link(address):
    assert read_link(address) is None


def test_the_question_says_host_and_what_is_odd():
    assert "www.tiktok.com" in write_question(find_profile("https://www.tiktok.com", "mira"))
    assert "look like others" in write_question(read_link("https://tikt\u043ek.com/"))
    assert "left out" in write_question(read_link("https://tiktok.com@evil.example/"))


@pytest.mark.parametrize("handle", ["", "\ud83d" * 40, "x" * 10_000])
def test_whoever_has_no_handle_has_no_profile(handle):
    assert find_profile("https://www.tiktok.com", handle) is None


def test_the_program_is_left_in_one_place_only():
    leaving = {path.name for path in SOURCES.rglob("*.py") if LEAVING & find_names(path)}
    assert leaving - OUR_OWN == {"leaving.py"}


def find_names(path):
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    names = {getattr(node, key, None) for node in nodes for key in ("id", "attr", "name")}
    return {one for one in names if isinstance(one, str)}
