"""The questions, oldest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.session import Tell
from app.settings import DEFAULTS
from app.state.facts import CommentQuestions
from app.ui.inboxes.pane import InboxPane
from app.ui.inboxes.style import InboxStyle, State
from app.ui.panes.questions.source import QuestionSource
from app.ui.text import clean
from app.words import inboxes as words
from app.words.discretion import quote

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.settings import Choices
    from app.state import QuestionRow
    from app.ui.inboxes.source import InboxFrame


def find_state(row: QuestionRow) -> State:
    """What TikTok says of a question goes before the user's tick."""
    if row.is_taken_up:
        return State(words.ANSWERING, "good")
    if row.is_answered:
        return State(words.ANSWERED)
    return State(words.DONE) if row.ticked_ms else State()


class QuestionPane(InboxPane):
    """Questions of the Q&A box and, if that is wished, of the chat."""

    SOURCE = QuestionSource
    GROWS = True  # each new room has to be told whether comments count
    NAME = "questions"
    STYLE = InboxStyle(
        words.QUESTIONS,
        words.NO_QUESTIONS,
        lambda row: clean(quote(row.text)),
        lambda _: "",
        find_state,
        lines=2,
    )

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._has_comments = DEFAULTS.questions_comments

    def present(self, frame: InboxFrame) -> None:
        """Show a frame; another room learns whether comments count."""
        super().present(frame)
        if frame.is_fresh and self._has_comments:
            self._choose_comments()

    def prefer(self, choices: Choices) -> None:
        """Learn whether comments count."""
        if choices.questions_comments != self._has_comments:
            self._has_comments = choices.questions_comments
            self._choose_comments()

    def _choose_comments(self) -> None:
        self.wish.emit(Tell(CommentQuestions(self._has_comments)))
