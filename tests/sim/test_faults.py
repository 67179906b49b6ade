import asyncio

import pytest
from played import AGENT, fetched, serving

from app.errors import UsageError
from app.sim.faults.table import FAULTS, find_fault, list_faults
from app.sim.site import SOCKET_PATH

PATHS = (
    "/@demo/live",
    "/api-live/user/room/",
    "/webcast/fetch",
    SOCKET_PATH,
    "/webcast/rate_limits",
    "/pictures/tos-avt/1",
)
ENDLESS = ("slow_", "big_", "endless_")
QUICK = [name for name, fault in FAULTS.items() if fault.replies and not name.startswith(ENDLESS)]


async def answers(**options):
    async with serving(**options) as server:
        port = server.app_url.rpartition(":")[2].encode()
        asked = {"uniqueId": "demo", "unique_id": "demo", "user_agent": AGENT}
        got = [await fetched(server, path, **asked, aid=aid) for path in PATHS for aid in ("1", "1988")]
        return [(a.status_code, a.headers.get("Handshake-Msg"), a.content.replace(port, b"")) for a in got]


HEALTHY = asyncio.run(answers())


def test_without_a_fault_the_answers_are_the_same():
    assert asyncio.run(answers(fault="")) == HEALTHY


@pytest.mark.parametrize("name", QUICK)
def test_each_fault_changes_an_answer(name):
    assert asyncio.run(answers(fault=name)) != HEALTHY


def test_a_counted_fault_heals():
    async def twice():
        async with serving(fault="signer_429", fault_times=1) as server:
            got = [await fetched(server, "/webcast/fetch", unique_id="demo") for _ in range(2)]
            return [(a.status_code, a.headers.get("Retry-After")) for a in got]

    assert asyncio.run(twice()) == [(429, "75"), (200, None)]


def test_all_are_listed():
    assert [line.split()[0] for line in list_faults().splitlines()] == list(FAULTS)


def test_an_unknown_name_tells_the_nearest():
    with pytest.raises(UsageError, match="signer_429"):
        find_fault("signer_42")
