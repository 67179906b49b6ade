"""What stands among the questions."""

from __future__ import annotations

from app.settings.kinds import Switch
from app.settings.options.row import make_row, make_subject
from app.words import sentence


@make_subject
class InboxChoices:
    """Choices of the inboxes."""

    questions_comments: bool = make_row(
        Switch(),
        False,
        "questions",
        sentence("comments that look like questions stand among those of the Q&A box"),
        caption=sentence("Questions in the chat"),
    )
