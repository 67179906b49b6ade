import pytest

from app.connector.socket import refused
from app.errors import DeviceBlocked, HandshakeRefused, PrivateRoom


@pytest.mark.parametrize(
    ("status", "headers", "kind", "sentence"),
    [
        (200, {}, PrivateRoom,
         "TikTok refused the socket without a reason; the room may be private."),
        (200, {"Handshake-Status": "415", "Handshake-Msg": "DEVICE_BLOCKED"}, DeviceBlocked,
         "TikTok blocks this kind of client. (415 DEVICE_BLOCKED)"),
        (403, {}, HandshakeRefused, "TikTok refused the socket with HTTP 403."),
        (403, {"Handshake-Msg": "why"}, HandshakeRefused, "TikTok refused the socket with HTTP 403. (why)"),
    ],
)  # fmt: skip
def test_what_a_refused_upgrade_means(status, headers, kind, sentence):
    error = refused(status, headers)
    assert (type(error), error.line) == (kind, sentence)


@pytest.mark.parametrize("status", ["4\udcff7", "4\x1b[2J", "4" * 8_000])
def test_the_servers_own_words_are_one_line_that_can_be_printed(status):
    sentence = str(refused(403, {"Handshake-Status": status, "Handshake-Msg": "no"}))
    assert sentence.isprintable()
    assert len(sentence) < 200
