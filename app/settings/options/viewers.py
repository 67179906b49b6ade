"""What the line of viewers shows."""

from __future__ import annotations

from app.settings.number_kinds import Whole
from app.settings.options.row import make_row, make_subject
from app.words import sentence


@make_subject
class ViewersChoices:
    """Choices of the line of viewers."""

    graph_minutes: int = make_row(
        Whole(0, 1_440, sentence("minutes")),
        30,
        "look",
        sentence("how far back the line of viewers goes; 0 shows the whole stream"),
        caption=sentence("Line of viewers"),
    )
    graph_diamonds: int = make_row(
        Whole(100, 1_000_000, sentence("diamonds")),
        500,
        "look",
        sentence("how many diamonds a gift must be worth to be marked above the line of viewers"),
        caption=sentence("Marked gifts"),
    )
