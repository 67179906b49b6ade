import pytest

from app.pictures.image_types import is_image
from app.pictures.places import can_ask

PUBLIC = ("p16-sign.tiktokcdn.com", "93.184.215.14", "example.com.", "2606:2800:21f:cb07:6820:80da:af6b:8b2c")
NEARBY = (
    "127.0.0.1",
    "127.1",
    "0x7f.1",
    "2130706433",
    "0",
    "0.0.0.0",  # noqa: S104
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "[::1]",
    "fe80::1",
    "fe80::1%eth0",
    "fd00::1",
    "::ffff:192.168.1.1",
    "2002:c0a8:101::",
    "localhost",
    "LocalHost.",
    "router",
    "printer.local",
    "nas.lan",
    "a.home.arpa",
    "metadata.google.internal",
    "",
)


@pytest.mark.parametrize("host", PUBLIC)
def test_the_public_internet_is_asked_over_https_only(host):
    assert can_ask("https", host, is_room_here=False)
    assert not can_ask("http", host, is_room_here=False)
    assert not can_ask("http", host, is_room_here=True)


@pytest.mark.parametrize("host", NEARBY)
def test_no_machine_nearby_is_asked(host):
    assert not can_ask("https", host, is_room_here=False)


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_this_machine_is_asked_when_the_room_is_on_it(scheme):
    assert can_ask(scheme, "127.0.0.1", is_room_here=True)
    assert not can_ask(scheme, "192.168.1.1", is_room_here=True)


@pytest.mark.parametrize(
    ("data", "whether"),
    [
        (b"\x89PNG\r\n\x1a\n...", True),
        (b"\xff\xd8\xff\xe0...", True),
        (b"GIF89a...", True),
        (b"RIFF\x10\0\0\0WEBPVP8 ", True),
        (b"RIFF\x10\0\0\0WAVEfmt ", False),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", False),
        (b"BM...", False),
        (b"\0\0\1\0...", False),
        (b"", False),
    ],
)
def test_only_four_types_of_images_are_taken_by_their_first_bytes(data, whether):
    assert is_image(data) is whether
