"""What the pane of questions is given."""

from __future__ import annotations

from app.ui.inboxes.source import InboxSource


class QuestionSource(InboxSource):
    """Reads the part that keeps the questions."""

    NAME = "questions"
