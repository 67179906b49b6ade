"""Colours that can be read in every theme, and a look that changes while the window is open."""

import pytest

from app.ui.look import (
    FILLS,
    LEAST_CONTRAST,
    THEMES,
    change_look,
    find_look,
    measure_contrast,
    name_colour,
)
from app.ui.look.contrast import HUES, _make_colour
from app.ui.look.dressing import make_palette
from app.ui.panes.battle.bar import FADED

LEAST_MARK_CONTRAST = 3.0  # WCAG 2.2, 1.4.11
GROUNDS = ("card", "raised", "selected")
SIGNALS = ("us", "them", "good", "wait", "warn", "bad", "fan", "gem")
# (text, what it stands on).
TEXT_PAIRS = (
    *((text, ground) for text in ("text", "muted") for ground in ("window", *GROUNDS)),
    *((text, ground) for text in SIGNALS for ground in GROUNDS),
    *(("ink", ground) for ground in FILLS),
    ("text", "hover"),
    ("focus", "window"),  # the words of a check box that has the keyboard
    ("bad", "window"),
    ("warn", "window"),
    *((text, "window") for text in ("good", "wait", "them")),  # a notice, the state of the room
)
# Lines, bars, shapes and focus rings: (mark, what it stands on).
MARK_PAIRS = (
    *((mark, "card") for mark in ("us", "them", "focus", "edge", "accent", "good", "wait", "bad")),
    *((mark, "raised") for mark in ("us", "them", "focus", "edge")),
    *((mark, ground) for mark in ("gold", "accent", "fan") for ground in GROUNDS),
    *((mark, "card") for mark in ("silver", "bronze")),
    ("edge", "window"),
    ("muted", "card"),
    ("focus", "window"),
    ("focus", "selected"),
)


@pytest.fixture(params=THEMES)
def theme(request, plain_look):
    change_look(theme=request.param)
    return request.param


def test_black_on_white_is_21_to_1():
    assert measure_contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read(theme, text, ground):
    colours = THEMES[theme]
    assert measure_contrast(getattr(colours, text), getattr(colours, ground)) >= LEAST_CONTRAST[theme]


@pytest.mark.parametrize(("mark", "ground"), MARK_PAIRS)
def test_marks_can_be_seen(theme, mark, ground):
    colours = THEMES[theme]
    assert measure_contrast(getattr(colours, mark), getattr(colours, ground)) >= LEAST_MARK_CONTRAST


def test_the_contrast_theme_asks_for_more():
    assert LEAST_CONTRAST == {"dark": 4.5, "light": 4.5, "contrast": 7.0}


@pytest.mark.parametrize("side", ["us", "them"])
def test_the_bar_of_an_old_score_can_be_seen(theme, side):
    colours = THEMES[theme]
    assert (
        measure_contrast(blended(getattr(colours, side), colours.card, FADED), colours.card)
        >= LEAST_MARK_CONTRAST
    )


def blended(colour, ground, opacity):
    pairs = [(int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(one * opacity + other * (1 - opacity)):02x}" for one, other in pairs)


PALETTE_PAIRS = (
    ("WindowText", "Window"),
    ("Text", "Base"),
    ("Text", "AlternateBase"),
    ("ButtonText", "Button"),
    ("HighlightedText", "Highlight"),
    ("PlaceholderText", "Base"),
    ("ToolTipText", "ToolTipBase"),
    ("Link", "Window"),
    ("Link", "Base"),
)


@pytest.mark.parametrize("group", ["Active", "Inactive", "Disabled"])
@pytest.mark.parametrize(("text", "ground"), PALETTE_PAIRS)
def test_text_of_widgets_without_a_style_can_be_read(theme, text, ground, group):
    palette = make_palette(find_look().colours)
    colours = [
        palette.color(getattr(palette.ColorGroup, group), getattr(palette.ColorRole, role)).name()
        for role in (text, ground)
    ]
    assert measure_contrast(*colours) >= LEAST_CONTRAST[theme]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("hue", range(HUES))
def test_every_name_can_be_read_in_a_row(name, hue):
    colours = THEMES[name]
    colour = _make_colour(hue, colours.raised, LEAST_CONTRAST[name])
    assert all(
        measure_contrast(colour, getattr(colours, ground)) >= LEAST_CONTRAST[name] for ground in GROUNDS
    )


def test_a_person_keeps_their_colour():
    assert name_colour(7_000_000_000_000_000_001) == name_colour(7_000_000_000_000_000_001)


def test_people_with_ids_of_nineteen_digits_have_different_colours(theme):
    ids = range(7_278_642_361_779_281_000, 7_278_642_361_779_281_050)
    assert len({name_colour(user_id) for user_id in ids}) > 40


@pytest.mark.parametrize("wrong", [{"theme": "pink"}, {"scale": 0.0}, {"scale": 99.0}])
def test_a_look_that_is_none_is_refused(wrong):
    before = find_look()
    with pytest.raises(ValueError, match="no such look"):
        change_look(**wrong)
    assert find_look() == before


def test_a_scale_enlarges_every_size(plain_look):
    normal = find_look().sizes
    change_look(scale=1.5)
    larger = find_look().sizes
    assert all(getattr(larger, name) > getattr(normal, name) for name in type(normal).__slots__)
