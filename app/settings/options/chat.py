"""How the chat shows its rows."""

from __future__ import annotations

from dataclasses import dataclass

from app.settings.kinds import Choice, Switch
from app.settings.options.row import make_row
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


@dataclass(frozen=True, kw_only=True)
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
