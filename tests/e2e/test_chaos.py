"""Two hundred cuts at random moments of a busy stream in which everything comes twice."""

import asyncio
import gc
import random
from collections import Counter

import pytest
from jumping import JumpingClock
from rooms import followed, run, server

from app import events as ev
from app.state import RoomState

CUTS = 200


class Hasty(JumpingClock):
    """Does not wait for long between attempts, or the stream would be over before the cuts are."""

    async def sleep(self, seconds):
        await asyncio.sleep(min(seconds, 0.02))


class Watched:
    """What is kept of the run: ids, the state, and how many objects there were on the way."""

    def __init__(self):
        self.room = server(rate=300, fault="duplicates", end_after_s=60.0)
        crowd = self.room._script.crowd
        for place in range(
            crowd.size
        ):  # the server invents people when they are first seen: that is growth too
            crowd._find_at(place)
        self.chance = random.Random(200)
        self.ids, self.people = Counter(), set()
        self.state = RoomState()
        self.cuts, self.objects, self.tasks = 0, [], 0
        self.last = None

    async def __call__(self, event):
        self.last = event
        self.ids[event.msg_id] += 1
        self.people.add(getattr(event, "user", ev.NOBODY).key)
        self.state.apply(event, event.at_ms)
        if isinstance(event, ev.Connected) and self.cuts < CUTS:
            self.cuts += 1
            asyncio.get_running_loop().call_later(self.chance.uniform(0.0, 0.3), self._cut)
            if self.cuts in (CUTS // 2, CUTS):
                gc.collect()
                self.objects.append(len(gc.get_objects()) - self._count_kept())

    def _count_kept(self):
        """People who were met and rows are what a stream leaves, however often it is cut."""
        people = sum(self.state.people.find(person) is not None for person in self.people)
        return people + len(self.state.chat.since(0))

    def _cut(self):
        for viewer in self.room.broadcast.viewers:
            viewer.cut()

    async def play(self):
        before = asyncio.all_tasks()
        await followed(self.room, on_event=self, clock=Hasty(), keep=False)
        self.tasks = len(asyncio.all_tasks() - before)


@pytest.fixture(scope="module")
def chaos():
    watched = Watched()
    run(watched.play())
    watched.ids.pop(0)
    return watched


def test_the_stream_was_cut_two_hundred_times_and_read_to_its_end(chaos):
    assert chaos.cuts == CUTS
    assert chaos.last.ended


def test_what_was_delivered_is_seen_exactly_once(chaos):
    assert len(chaos.room.deliveries) > 5000
    assert set(chaos.room.deliveries) <= set(chaos.ids)
    assert set(chaos.ids.values()) == {1}


def test_the_diamonds_are_those_of_the_script(chaos):
    assert chaos.state.gifts.diamonds == chaos.room.diamonds > 0


def test_nothing_is_left_behind(chaos):
    assert chaos.tasks == 0
    assert not chaos.room.broadcast.viewers


def test_memory_does_not_grow_with_the_connections(chaos):
    half, whole = chaos.objects
    assert whole - half < CUTS * 20
