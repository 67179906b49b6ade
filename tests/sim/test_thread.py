import threading

import httpx
import pytest

from app.errors import SidestageError
from app.sim import SimOptions, SimThread


def test_listens_after_start_and_is_gone_after_stop():
    before = threading.active_count()
    server = SimThread(SimOptions())
    addresses = server.start()
    status = httpx.get(f"{addresses.app_url}/@demo/live", trust_env=False).status_code
    server.stop()
    assert (status, threading.active_count()) == (200, before)


def test_a_port_that_is_taken_is_said(tmp_path):
    first = SimThread(SimOptions())
    port = int(first.start().app_url.rpartition(":")[2])
    second = SimThread(SimOptions(port=port, log=tmp_path / "log.jsonl"))
    with pytest.raises(SidestageError, match="cannot start"):
        second.start()
    second.stop()
    first.stop()


def test_stop_without_start_is_fine():
    SimThread(SimOptions()).stop()
