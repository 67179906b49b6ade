from app.settings import OPTIONS
from app.sim.alone import list_variables
from app.sim.managed.sockets import DIALECTS
from app.sim.server import Addresses


def addresses(proxy_url=""):
    return Addresses("a", "b", "c", "d", proxy_url, {f"{peer}_url": "e" for peer in DIALECTS})


def test_a_proxy_is_named_only_where_one_is_played():
    plain, proxied = (dict(list_variables(addresses(proxy))) for proxy in ("", "p"))
    assert set(proxied) - set(plain) == {"SIDESTAGE_SOCKET_PROXY"}


def test_every_variable_is_one_that_the_program_reads():
    known = {option.variable for option in OPTIONS.values()}
    assert {name for name, _ in list_variables(addresses("p"))} <= known
