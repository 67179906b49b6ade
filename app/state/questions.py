"""What was asked and is not answered yet."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import ClassVar

from app import events as ev
from app.events import User
from app.events.types.visible import is_visible
from app.frozen import value
from app.state.asking import is_question
from app.state.bounds import KEPT_CHARACTERS, shorten, shorten_person
from app.state.facts import CommentQuestions, HostIdentity, StreamStart
from app.state.inbox import KEPT_ROWS, Inbox, Key, change
from app.state.part import NOTHING, Facts, Takes

COMPARED = 200  # characters of a comment: who asks the same again is one row


@value
class QuestionRow:
    """A question.

    Attributes:
        key: names it: that of the Q&A box by its id, a comment by its person and words.
        text: untrusted.
        since_ms: when it came, our clock, ms since 1970.
        is_boxed: it came through TikTok's Q&A box.
        is_taken_up: TikTok says that the host answers it now.
        is_answered: TikTok says that the host is done with it.
        msg_id: of the comment that asked it first, 0 for the Q&A box.
        ticked_ms: when it was ticked, our clock; 0 while it waits.
        number: rows came in this order.
    """

    key: Key
    user: User
    text: str
    since_ms: int
    is_boxed: bool = False
    is_taken_up: bool = False
    is_answered: bool = False
    msg_id: int = 0
    ticked_ms: int = 0
    number: int = 0


class Questions(Inbox[QuestionRow]):
    """Questions of the Q&A box and, if that is wished, comments that look like questions.

    One that TikTok says is answered is ticked by that. What a moderator removes is asked no more.
    """

    NAME = "questions"
    HIDDEN = Inbox.HIDDEN | {"_host_id"}

    _rows: dict[Key, QuestionRow]
    _gone: OrderedDict[int, QuestionRow]
    _host_id: int

    def __init__(self, kept: int = KEPT_ROWS) -> None:
        super().__init__(kept)
        self._host_id = 0
        self._has_comments = False  # a wish of the user's, not of the room: it outlives both

    def _take_up(self, question: ev.Question, now_ms: int) -> Facts:
        """A question was asked, is answered now, is answered, or was deleted."""
        row = self._find_boxed(question)
        match question.phase:
            case "new":
                self._ask(row, now_ms)
            case "selected":
                self._begin_answer(row, now_ms)
            case "removed" if question.user.id:
                self._forget(lambda one: one.key == row.key)
            case "removed" if row.key in self._rows:
                done = change(row, is_taken_up=False, is_answered=True, ticked_ms=row.ticked_ms or now_ms)
                self._put(done)
        return NOTHING

    def _find_boxed(self, question: ev.Question) -> QuestionRow:
        """The row of a question of the Q&A box, which may have left, or a new one."""
        user, text = shorten_person(question.user), shorten(question.text)
        key: Key = ("box", question.question_id) if question.question_id else ("box", user.key, text)
        left = next((row for row in self._gone.values() if row.key == key), None)
        return self._rows.get(key) or left or QuestionRow(key, user, text, 0, is_boxed=True)

    def _ask(self, row: QuestionRow, now_ms: int) -> None:
        """Keep a row that is new and that says something."""
        if not row.number and is_visible(row.text, KEPT_CHARACTERS // 2):
            self._put(change(row, since_ms=now_ms, number=self._take_number()))

    def _begin_answer(self, row: QuestionRow, now_ms: int) -> None:
        """One is answered at a time; the one before it waits, unless TikTok says that it is answered."""
        self._ask(row, now_ms)
        for other in self.list_rows():
            if other.is_taken_up or other.key == row.key:
                self._put(change(other, is_taken_up=other.key == row.key))

    def _read(self, comment: ev.Comment, now_ms: int) -> Facts:
        """A comment may ask something; what the host writes is no question to the host."""
        is_ours = bool(self._host_id) and comment.user.id == self._host_id
        if self._has_comments and not is_ours and is_question(comment.text):
            user, text = shorten_person(comment.user), shorten(comment.text)
            key = "comment", user.key, " ".join(text[:COMPARED].casefold().split())
            if key not in self._rows:
                self._ask(QuestionRow(key, user, text, now_ms, msg_id=comment.msg_id), now_ms)
        return NOTHING

    def _moderate(self, delete: ev.Delete, _now_ms: int) -> Facts:
        """Removed comments, and comments of people who were removed, ask nothing."""
        msg_ids, people = frozenset(delete.msg_ids) - {0}, frozenset(delete.user_ids) - {0}
        self._forget(lambda row: not row.is_boxed and (row.msg_id in msg_ids or row.user.id in people))
        return NOTHING

    def _forget(self, is_meant: Callable[[QuestionRow], bool]) -> None:
        for row in filter(is_meant, self.list_rows()):
            self._remove(row)
        for row in [*filter(is_meant, self._gone.values())]:
            del self._gone[row.number]

    def _choose_comments(self, wish: CommentQuestions, _now_ms: int) -> Facts:
        """Comments that stand there stay until they are ticked."""
        self._has_comments = wish.is_wished
        return NOTHING

    def _meet_host(self, host: HostIdentity, _now_ms: int) -> Facts:
        self._host_id = host.user_id
        return NOTHING

    def _begin_anew(self, _start: StreamStart, _now_ms: int) -> Facts:
        """Who the host is stays known."""
        host_id = self._host_id
        self.clear()
        self._host_id = host_id
        return NOTHING

    TAKES: ClassVar[Takes] = {
        **Inbox.TAKES,
        ev.Question: _take_up,
        ev.Comment: _read,
        ev.Delete: _moderate,
        CommentQuestions: _choose_comments,
        HostIdentity: _meet_host,
        StreamStart: _begin_anew,
    }
