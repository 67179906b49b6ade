"""How the window looks: colours by role for each theme, sizes as multiples of one scale.

`find_look()` gives the look of now as one frozen value: `find_look().colours.muted` is `#rrggbb`,
`find_look().sizes.body` are pixels. It is asked when something is painted or laid out, and nothing of it is
kept at import. `enlarge(50)` are 50 pixels of scale 1 at the scale of now. `change_look(theme=…)` changes
the look while the program runs; `changes.changed` says so. Then style sheets, palette, gaps (`set_gaps`) and
every widget that has a method `redress()` take the look of now, children before their parents. Labels and
pictures do that themselves: they are given the names of roles ("muted", "body"), never colours or pixels.
What is cached has the colours and pixels that it was made with in its key, or is dropped by its owner's
`redress()`.
"""

from app.ui.look.choice import THEME_NAMES, Look, change_look, changes, enlarge, enlarge_size, find_look
from app.ui.look.contrast import measure_contrast, name_colour
from app.ui.look.dressing import Application, dress, dress_once, make_application, redress_window
from app.ui.look.fonts import TEXT_FONT, hold_families, hold_font, make_font
from app.ui.look.gaps import set_gaps
from app.ui.look.roles import FILLS, Colours, Role
from app.ui.look.sheet import make_sheet
from app.ui.look.sizes import CHAT_STEPS, GRID, Size, Sizes
from app.ui.look.themes import DARK, LEAST_CONTRAST, THEMES

__all__ = [
    "CHAT_STEPS",
    "DARK",
    "FILLS",
    "GRID",
    "LEAST_CONTRAST",
    "TEXT_FONT",
    "THEMES",
    "THEME_NAMES",
    "Application",
    "Colours",
    "Look",
    "Role",
    "Size",
    "Sizes",
    "change_look",
    "changes",
    "dress",
    "dress_once",
    "enlarge",
    "enlarge_size",
    "find_look",
    "hold_families",
    "hold_font",
    "make_application",
    "make_font",
    "make_sheet",
    "measure_contrast",
    "name_colour",
    "redress_window",
    "set_gaps",
]
