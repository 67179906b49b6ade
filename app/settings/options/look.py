"""How the window looks and speaks."""

from __future__ import annotations

from app.settings.codes import Language
from app.settings.kinds import Choice
from app.settings.options.row import make_row, make_subject
from app.words import sentence

THEME_WORDS = {
    "dark": sentence("light on dark"),
    "light": sentence("dark on light"),
    "contrast": sentence("the strongest contrast"),
    "system": sentence("as the system has it, also while it changes"),
}


@make_subject
class LookChoices:
    """Choices of colours, sizes and words."""

    theme: str = make_row(
        Choice(THEME_WORDS, sentence("theme")),
        "dark",
        "look",
        sentence("colours of the window"),
        caption=sentence("Theme"),
        variable="THEME",
        flag="--theme",
    )
    language: str = make_row(
        Language(),
        "",
        "look",
        sentence("language of the window and of the command line"),
        caption=sentence("Language"),
        empty=sentence("what the system says"),
        variable="LANGUAGE",
        flag="--language",
        is_for_next_start=True,
    )
