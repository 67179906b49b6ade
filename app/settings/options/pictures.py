"""Which pictures are loaded."""

from __future__ import annotations

from app.settings.kinds import Switch
from app.settings.number_kinds import Whole
from app.settings.options.row import make_row, make_subject
from app.words import sentence


@make_subject
class PictureChoices:
    """Choices of pictures of people, gifts, emotes and badges."""

    pictures: bool = make_row(
        Switch(),
        True,
        "pictures",
        sentence(
            "load pictures of people, gifts, emotes and badges from where TikTok's messages say they are"
        ),
        caption=sentence("Load pictures"),
    )
    picture_cache_mb: int = make_row(
        Whole(0, 10_000, sentence("MB")),
        50,
        "pictures",
        sentence("how much of the disk pictures may take, so that they are loaded once"),
        caption=sentence("Pictures on disk"),
    )
