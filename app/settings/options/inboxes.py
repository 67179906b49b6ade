"""What stands among the questions."""

from __future__ import annotations

from app.settings.kinds import Switch
from app.settings.options.row import make_row, subject
from app.words import sentence


@subject
class InboxChoices:
    """Choices of the inboxes."""

    questions_comments: bool = make_row(
        Switch(),
        False,
        "questions",
        sentence("comments that look like questions stand among those of the Q&A box"),
        caption=sentence("Questions in the chat"),
    )
