"""Cookies, keys and log-ins: not in a log at any level, not in an event, not in an error."""

import logging
from dataclasses import replace

import pytest
from rooms import followed, run, server

from app.access import Access, Login
from app.access.endpoints import Endpoints
from app.settings import DEFAULTS, SECRETS
from app.sim.faults.table import FAULTS

KEY, SESSION = "k3ys3cret", "5e551on5ecret"
LOGIN = Login(SESSION, "useast5", frozenset({"127.0.0.1"}))


def test_no_value_shows_itself():
    choices = replace(DEFAULTS, **dict.fromkeys(SECRETS, KEY))
    access = Access(Endpoints(sign_key=KEY), login=LOGIN, choices=choices)
    assert KEY not in repr(access)
    assert SESSION not in repr(access)


@pytest.mark.parametrize("fault", ["", *FAULTS])
def test_nothing_is_logged_or_told_on_any_way(fault, caplog):
    caplog.set_level(logging.DEBUG)
    room = server(fault=fault, fault_times=1, end_after_s=0.5)
    seen = run(followed(room, access={"login": LOGIN}, patient=True))
    logged = [record.getMessage() for record in caplog.records if record.name != "websockets.server"]
    told = repr(logged) + repr(seen)  # the server is the other side, which must know
    assert SESSION not in told
    assert "ttwid=" not in told
