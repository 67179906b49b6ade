import json
from itertools import islice

import pytest

from app.sim import SimOptions
from app.sim.managed.euler import make_frames as euler_frames
from app.sim.managed.flat import make_tikfinity_frames, make_tiktools_frames
from app.sim.managed.studio import make_studio_frames
from app.sim.room.script import Script

NOW_MS = 1_790_000_000_000


@pytest.fixture(scope="module")
def script():
    played = Script(SimOptions(rate=100, first_battle_s=2.0, battle_s=5.0, end_after_s=12.0), NOW_MS)
    return [*played.opening, *islice(played, 2_000)]


def test_euler_bundles_everything_in_one_frame(script):
    (frame,) = euler_frames(script, NOW_MS)
    told = json.loads(frame)["messages"]
    assert [one["type"] for one in told] == [one.method for one in script]
    assert [one["data"]["common"]["msgId"] for one in told] == [str(one.msg_id) for one in script]


def test_euler_uses_the_older_names(script):
    gifts = [one for one in script if one.method == "WebcastGiftMessage"]
    data = json.loads(euler_frames(gifts[:1], NOW_MS)[0])["messages"][0]["data"]
    assert data["giftDetails"]["giftName"]
    assert data["user"]["uniqueId"]


def test_a_follow_comes_under_two_names_from_tikfinity(script):
    one = next(one for one in script if one.method == "WebcastSocialMessage")
    told = [json.loads(frame) for frame in make_tikfinity_frames([one], NOW_MS)]
    assert told[0]["event"] == "social"
    assert told[1]["event"] in {"follow", "share"}
    assert told[0]["data"] == told[1]["data"]


def test_a_person_is_inside_at_tiktools_and_beside_at_tikfinity(script):
    one = next(one for one in script if one.method == "WebcastChatMessage")
    inside, beside = (
        json.loads(speak([one], NOW_MS)[0])["data"] for speak in (make_tiktools_frames, make_tikfinity_frames)
    )
    assert inside["user"]["userId"] == beside["userId"]


def test_studio_tells_three_things(script):
    names = {json.loads(frame)["event"] for frame in make_studio_frames(script, NOW_MS)}
    assert names == {"live.chat", "live.gift", "live.like"}
