import pytest

from app.connector.network import network_error
from app.errors import ServerRefused


@pytest.mark.parametrize(("host", "hint"), [("127.0.0.1", "running"), ("www.tiktok.com", "firewall")])
def test_a_refusal_asks_the_right_question(host, hint):
    error = network_error(ConnectionRefusedError(), host)
    assert isinstance(error, ServerRefused)
    assert hint in error.hint
