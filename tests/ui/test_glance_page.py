"""docs/glance.md: how large everything is on four screens, from the arithmetic of the page itself."""

from pathlib import Path

from app.desktop.scenes.cast import NOW
from app.ui.optics import CAP, find_arcmin, find_least_pixels
from app.ui.panes.glance.answers import write_pieces
from app.ui.panes.glance.arrange import Sheet, arrange
from app.ui.panes.glance.source import GlanceSource
from tests.documents import assert_page
from tests.ui.scenes import SCENES
from tests.ui.test_glance_arrange import LETTERS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "glance.md"
SCREENS = {
    "24″ 1920×1080": (1920, 1080, 0.277),
    "27″ 3840×2160": (3840, 2160, 0.155),
    "7″ 1024×600": (1024, 600, 0.151),
    "24″ upright 1080×1920": (1080, 1920, 0.277),
}
STATES = {
    "a battle": "duel",
    "its last ten seconds": "last-seconds",
    "no battle": "battles",
    "questions wait": "inboxes",
    "connection lost": "lost",
    "nobody followed": "idle",
}
DISTANCES = (0.7, 1, 1.5, 2, 3)
ELEMENTS = {
    "battle": "gap and clock",
    "gift": "gift to thank for",
    "state": "state and age",
    "phase": "phase, lead, cards",
    "first": "first of the top three",
    "second": "second",
    "third": "third",
    "questions": "open questions",
    "viewers": "viewers and trend",
    "thanks": "to be thanked",
    "pin": "pinned comment",
}
TOP = """# Glance mode

F11 shows one page in letters that are as large as the distance asks for: what somebody on air looks for,
in the order in which it is asked. Esc or F11 leaves it. With more than one screen, the ☰ menu offers the
others under *View*: the page then stands there by itself, and goes when that screen does. How far away
you sit is a setting.

Letters have 20 arc-minutes of cap height or more (ISO 9241: 16 is the least, 20 to 22 are preferred). What
there is no room for is left out, the last questions first; on a screen that has no room for the first three,
these have 16 at least. What is there grows, gap and clock most; in the last ten seconds of a battle only
gift and state stand beside it. Pixels are as large as the screen says; *Measure this screen* in the same menu
corrects a screen that lies.

The tables are made by `tests/ui/test_glance_page.py` from the arithmetic of the page, with letters of one
width and a cap height of 0.7: arc-minutes of cap height of each element; – is left out, an empty cell is
not asked for.
"""
STREAMER = """
## Streamer mode

F8 hides what others must not read while the screen is in the picture, in all panes, titles, tooltips and
what a screen reader says, until F8 is pressed again; the header says that it is on, and it is on again
after the next start.

- Hidden: counts of viewers, likes, followers and of all gifts; what gifts are worth, in diamonds and
  money; handles (in sentences and in what people write, too), names that were followed before, and pictures.
- Not hidden: names that people chose and what they write, how many of one gift somebody gives (the room
  sees it), and of a battle the scores, the gap, points and the clock: without them the page says nothing.
  Nor what is copied on purpose, and the inspector, which shows messages as they come.
"""


def find_angles(scene, screen, metres):
    """By element the largest angle of its texts."""
    width, height, pitch = SCREENS[screen]
    pieces = write_pieces(GlanceSource().frame(SCENES[scene](), NOW))
    sheet = Sheet(width, height, find_least_pixels(metres, pitch))
    angles = {piece.name: "–" for piece in pieces}
    for one in arrange(sheet, pieces, LETTERS):
        angle = find_arcmin(one.pixels, metres, pitch, CAP)
        angles[one.piece] = max(angle, angles[one.piece]) if angles[one.piece] != "–" else angle
    return angles


def write_table(columns):
    """Elements by columns, each a title and its angles."""
    yield f"| | {' | '.join(title for title, _ in columns)} |"
    yield f"|---|{'---|' * len(columns)}"
    for name, words in ELEMENTS.items():
        cells = [angles.get(name, "") for _, angles in columns]
        written = [cell if isinstance(cell, str) else f"{cell:.0f}′" for cell in cells]
        if any(written):
            yield f"| {words} | {' | '.join(written)} |"


def write_page():
    lines = [TOP]
    for title, scene in STATES.items():
        columns = [(screen, find_angles(scene, screen, 2)) for screen in SCREENS]
        lines += [f"## From 2 m, {title}", "", *write_table(columns), ""]
    for screen in SCREENS:
        columns = [(f"{metres} m", find_angles("duel", screen, metres)) for metres in DISTANCES]
        lines += [f"## A battle on {screen}", "", *write_table(columns), ""]
    return "\n".join(lines).rstrip() + "\n" + STREAMER


def test_the_page_says_how_large_everything_is():
    assert_page(PAGE, write_page())


def test_every_element_of_the_pages_has_its_row():
    for scene in STATES.values():
        names = {piece.name for piece in write_pieces(GlanceSource().frame(SCENES[scene](), NOW))}
        assert names <= {*ELEMENTS}
