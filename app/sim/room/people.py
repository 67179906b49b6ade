"""The audience: a fixed crowd of invented people, some of whom are busier than most."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any

from app.protocol.schema import Wire
from app.sim.room import phrases
from app.sim.wire import Gallery, make

ADMIN, RANK_LIST, USER_GRADE, FANS = 1, 6, 8, 10  # BadgeSceneType
IMAGE, COMBINE = 1, 4  # BadgeDisplayType
TAIL = 2.6  # exponent of the activity's long tail
TOP = 3
MODERATORS = (4, 9, 23)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the room.

    Attributes:
        language: what the person writes in.
        user: the person as messages carry them, badges and all.
        identity: what the person is to the host.
    """

    id: int
    handle: str
    nickname: str
    language: str
    user: Wire
    identity: Wire


class Crowd:
    """Everybody who may appear; somebody is invented when first seen, so that a large crowd costs nothing.

    Args:
        chance: of everything.
        size: how many there are.
        name: handle of the host.
        gallery: where their pictures are.

    Attributes:
        rivals: other hosts, for one battle after the other.
    """

    def __init__(self, chance: Random, size: int, name: str, gallery: Gallery) -> None:
        self._seed = chance.getrandbits(64)
        self.size, self.gallery = size, gallery
        self.host = _make_person(gallery, chance, phrases.HOST, name)
        self.rivals = tuple(
            _make_person(gallery, chance, nickname, handle) for handle, nickname in phrases.RIVALS
        )
        self.guest = _make_person(gallery, chance, phrases.GUEST, "tomi.guitar")
        self._taken = {one.handle for one in (self.host, self.guest, *self.rivals)}
        self._handles: list[str] = []
        self._places: dict[int, Person] = {}
        self._ids: dict[int, Person] = {}
        self.moderators = tuple(self._find_at(place) for place in MODERATORS)

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody who was seen so far."""
        return tuple(self._places.values())

    def pick(self, chance: Random) -> Person:
        """Somebody, with a long tail: few are busy, most are quiet."""
        return self._find_at(int(self.size * chance.random() ** TAIL))

    def pick_anyone(self, chance: Random) -> Person:
        """Somebody, everybody equally likely: for joins."""
        return self._find_at(chance.randrange(self.size))

    def find(self, identity: int) -> Person:
        """Somebody who was seen before."""
        return self._ids[identity]

    def _find_at(self, place: int) -> Person:
        if place not in self._places:
            chance = Random(f"{self._seed} {place}")  # noqa: S311 - a play, not a secret
            person = _invent_person(self.gallery, chance, place, self._find_handle(place))
            self._places[place] = self._ids[person.id] = person
        return self._places[place]

    def _find_handle(self, place: int) -> str:
        """The same whoever was seen before: handles are given out by place."""
        while len(self._handles) <= place:
            chance = Random(f"{self._seed} handle {len(self._handles)}")  # noqa: S311 - a play, not a secret
            invented = iter(partial(_invent_handle, chance), None)
            self._handles.append(next(handle for handle in invented if handle not in self._taken))
            self._taken.add(self._handles[-1])
        return self._handles[place]


def _invent_person(gallery: Gallery, chance: Random, place: int, handle: str) -> Person:
    language = chance.choices(tuple(phrases.SHARES), tuple(phrases.SHARES.values()))[0]
    nickname = chance.choice(phrases.NAMES[language]) + chance.choice(phrases.NICKNAME_ENDS)
    moderator = place in MODERATORS
    follows = chance.random() < 0.4  # noqa: PLR2004 - two of five follow
    told = make("UserIdentity", is_moderator_of_anchor=moderator, is_follower_of_anchor=follows)
    made = _make_person(gallery, chance, nickname, handle, language, told)
    made.user.badge_list.extend(
        make("BadgeStruct", **badge) for badge in _pick_badges(gallery, chance, place, moderator)
    )
    return made


def _make_person(  # noqa: PLR0913, PLR0917 - six things make a person
    gallery: Gallery, chance: Random, nickname: str, handle: str, language: str = "en", told: Wire = None
) -> Person:
    known = told or make("UserIdentity")
    moderator, follows = known.is_moderator_of_anchor, known.is_follower_of_anchor
    identity = chance.randrange(6_500_000_000_000_000_000, 7_400_000_000_000_000_000)
    user = make(
        "User",
        id=identity,
        nickname=nickname,
        display_id=handle,
        avatar_thumb=gallery.make_image(f"tos-avt/100x100/{identity:x}"),
        avatar_medium=gallery.make_image(f"tos-avt/720x720/{identity:x}"),
        follow_info={"follower_count": chance.randrange(4000), "follow_status": int(follows)},
        sec_uid=f"MS4wLjABAAAA{identity:x}",
        user_attr={"is_admin": moderator},
    )
    return Person(identity, handle, nickname, language, user, known)


def _invent_handle(chance: Random) -> str:
    syllables = "".join(chance.choice(phrases.SYLLABLES) for _ in range(chance.randint(2, 4)))
    return syllables + chance.choice(("", "_", ".x", str(chance.randrange(10, 2010))))


def _pick_badges(
    gallery: Gallery,
    chance: Random,
    place: int,
    moderator: bool,  # noqa: FBT001
) -> list[dict[str, Any]]:
    badges: list[dict[str, Any]] = []
    if moderator:
        icon = gallery.make_image("moderater_badge_icon")
        badges.append(_make_badge(ADMIN, IMAGE, "0", image={"image": icon}))
    if place < TOP:
        icon = gallery.make_image(f"new_top_gifter_version_{place + 1}.png")
        badges.append(_make_badge(RANK_LIST, IMAGE, "0", image={"display_type": IMAGE, "image": icon}))
    if chance.random() < (0.9 if place < 40 else 0.3):  # noqa: PLR2004 - busy people give more
        badges.append(_make_grade(gallery, USER_GRADE, "grade_badge_icon_lite_lv", chance.randint(1, 38)))
    if chance.random() < 0.35:  # noqa: PLR2004 - a third is in the fan club
        badges.append(_make_grade(gallery, FANS, "fans_badge_icon_lv", chance.randint(1, 30)))
    return badges


def _make_grade(gallery: Gallery, scene: int, icon: str, level: int) -> dict[str, Any]:
    combined = {"icon": gallery.make_image(f"{icon}{level // 5 * 5}_v1.png"), "str": str(level)}
    return _make_badge(scene, COMBINE, str(level), combine=combined)


def _make_badge(scene: int, display: int, level: str, **body: Any) -> dict[str, Any]:
    return {
        "scene_type": scene,
        "display_type": display,
        "display": True,
        "privilege_log_extra": {"level": level},
        **body,
    }
