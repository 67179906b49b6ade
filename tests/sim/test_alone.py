from app.sim.alone import told
from app.sim.server import Addresses


def test_a_proxy_is_named_only_where_one_is_played():
    plain, proxied = (dict(told(Addresses("a", "b", "c", "d", proxy))) for proxy in ("", "p"))
    assert set(proxied) - set(plain) == {"SIDESTAGE_SOCKET_PROXY"}
