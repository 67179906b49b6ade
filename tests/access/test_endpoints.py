import pytest

from app.access.choices import make_access
from app.access.endpoints import Endpoints
from app.addresses import is_loopback
from app.errors import UsageError


def test_options_win_over_the_environment_and_that_over_the_defaults():
    environment = {"SIDESTAGE_APP_URL": "https://a.example/", "SIDESTAGE_SIGN_URL": "https://b.example"}
    ends = make_access({"sign_url": "http://127.0.0.1:9", "app_url": None}, environment).endpoints
    assert (ends.app_url, ends.sign_url) == ("https://a.example", "http://127.0.0.1:9")
    assert ends.webcast_url == Endpoints().webcast_url


@pytest.mark.parametrize(
    "address",
    [
        "http://example.com",
        "ftp://x.example",
        "nonsense",
        "https://",
        "https://[::1",
        "https://a:99999",
        "https://a:0",
    ],
)
def test_an_address_that_is_not_encrypted_is_refused_by_the_name_of_its_setting(address):
    with pytest.raises(UsageError, match="SIDESTAGE_SIGN_URL"):
        Endpoints.from_environment({"SIDESTAGE_SIGN_URL": address})


@pytest.mark.parametrize("typed", ["s3cret", "s3cret:x@a.example", "https://s3cret:99999"])
def test_a_key_that_was_put_where_an_address_belongs_is_not_repeated(typed):
    with pytest.raises(UsageError) as refused:
        Endpoints.from_environment({"SIDESTAGE_SIGN_URL": typed})
    assert "s3cret" not in refused.value.line


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("10.0.0.1", False),
        ("localhost.evil.example", False),
        (None, False),
    ],
)
def test_loopback(host, here):
    assert is_loopback(host) is here


def test_the_key_is_never_shown():
    assert "s3cret" not in repr(Endpoints.from_environment({"SIDESTAGE_SIGN_KEY": "s3cret"}))


@pytest.mark.parametrize("key", ["s3crét", "s3cret\nX-More: 1", "s3cret\x00"])
@pytest.mark.parametrize("name", ["SIGN_KEY", "TIKTOOLS_KEY", "STUDIO_KEY"])
def test_a_key_that_no_header_can_carry_is_refused_without_repeating_it(name, key):
    with pytest.raises(UsageError, match=name) as refused:
        make_access({}, {f"SIDESTAGE_{name}": key})
    assert "s3cr" not in refused.value.line


def test_the_path_of_a_socket_keeps_its_last_stroke():
    address = "wss://a.example/reuse/"
    assert Endpoints.from_environment({"SIDESTAGE_SOCKET_URL": address}).socket_url == address
