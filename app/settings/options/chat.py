"""How the chat shows its rows."""

from __future__ import annotations

from app.settings.kinds import Choice, Names, OneLine, Switch
from app.settings.number_kinds import Whole
from app.settings.options.row import make_row, make_subject
from app.words import sentence

TIME_WORDS = {
    "off": sentence("no times"),
    "minute": sentence("hours and minutes"),
    "second": sentence("with seconds"),
}
DENSITY_WORDS = {
    "roomy": sentence("with air between the rows"),
    "normal": sentence("row at row"),
    "compact": sentence("smaller, as many rows as can be read"),
}


HOVER_WORDS = {
    "off": sentence("never"),
    "0.5": sentence("for half a second after the mouse moved"),
    "1": sentence("for a second after the mouse moved"),
    "2": sentence("for two seconds after the mouse moved"),
    "5": sentence("for five seconds after the mouse moved"),
    "always": sentence("as long as the mouse is there"),
}


@make_subject
class ChatChoices:
    """Choices of the chat."""

    chat_time: str = make_row(
        Choice(TIME_WORDS, sentence("times")),
        "minute",
        "chat",
        sentence("times beside the rows, each once"),
        caption=sentence("Times"),
    )
    chat_avatars: bool = make_row(
        Switch(), True, "chat", sentence("pictures of people"), caption=sentence("Pictures of people")
    )
    chat_handles: bool = make_row(
        Switch(), False, "chat", sentence("handles beside the names"), caption=sentence("Handles")
    )
    chat_density: str = make_row(
        Choice(DENSITY_WORDS, sentence("density")),
        "normal",
        "chat",
        sentence("how near the rows stand"),
        caption=sentence("Density"),
    )
    chat_text_px: int = make_row(
        Whole(15, 48, sentence("px")),
        21,
        "chat",
        sentence("height of the chat's text"),
        caption=sentence("Text size"),
    )
    chat_font: str = make_row(
        OneLine(100),
        "",
        "chat",
        sentence("family of the chat's font"),
        caption=sentence("Font"),
        empty=sentence("that of the window"),
    )
    chat_lines: int = make_row(
        Whole(0, 20, sentence("lines")),
        0,
        "chat",
        sentence("lines of a comment that are shown; 0 shows all, and two clicks show the rest"),
        caption=sentence("Lines of a comment"),
    )
    chat_scrollback: int = make_row(
        Whole(100, 100_000, sentence("rows")),
        1_000,
        "chat",
        sentence("rows that can be scrolled back to; more than 20,000 of them from when that is chosen"),
        caption=sentence("Rows that stay"),
    )
    chat_pause_hover: str = make_row(
        Choice(HOVER_WORDS, sentence("pause")),
        "off",
        "chat",
        sentence("the chat stands still while the mouse is over it"),
        caption=sentence("Pause under the mouse"),
    )
    chat_pause_ctrl: bool = make_row(
        Switch(),
        False,
        "chat",
        sentence("the chat stands still while Ctrl is held"),
        caption=sentence("Pause while Ctrl is held"),
    )
    chat_resume_s: int = make_row(
        Whole(0, 3_600, sentence("seconds")),
        0,
        "chat",
        sentence("after so long without mouse and keys a chat that was scrolled up goes on; 0: never"),
        caption=sentence("Goes on by itself"),
    )
    chat_merge_similar: bool = make_row(
        Switch(),
        False,
        "chat",
        sentence("comments that say nearly the same within five seconds are one row with a number"),
        caption=sentence("Merge similar comments"),
    )
    chat_joins: bool = make_row(
        Switch(),
        True,
        "chat",
        sentence("who came in last, on a line below the rows"),
        caption=sentence("Who came in"),
    )
    chat_gift_diamonds: int = make_row(
        Whole(0, 1_000_000, sentence("diamonds")),
        100,
        "chat",
        sentence("what a gift is worth at least to be a row of the chat"),
        caption=sentence("Gifts from"),
    )
    chat_hide_deleted: bool = make_row(
        Switch(),
        False,
        "chat",
        sentence("hide what a moderator removed, instead of striking it through"),
        caption=sentence("Hide removed rows"),
    )
    chat_hidden_words: tuple[str, ...] = make_row(
        Names(),
        (),
        "chat",
        sentence("comments with one of these words or phrases are hidden; one a line, or between commas"),
        caption=sentence("Hidden words"),
    )
    chat_hidden_people: tuple[str, ...] = make_row(
        Names(), (), "chat", sentence("handles of people who are hidden"), caption=sentence("Hidden people")
    )
    chat_keywords: tuple[str, ...] = make_row(
        Names(),
        (),
        "chat",
        sentence("comments with one of these words or phrases stand out"),
        caption=sentence("Words that stand out"),
    )
    chat_newcomers: bool = make_row(
        Switch(),
        True,
        "chat",
        sentence("the first comment of a person stands out, after five minutes of listening"),
        caption=sentence("First comments stand out"),
    )
    chat_own_names: tuple[str, ...] = make_row(
        Names(),
        (),
        "chat",
        sentence("what you are called, beside the handle that is followed: who says so mentions you"),
        caption=sentence("Your names"),
    )
