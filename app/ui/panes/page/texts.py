"""What the page says for each way that the connection may stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from app.ui.deeds import name_situation
from app.ui.figures import group_digits, write_time_of_day
from app.ui.phases import count_seconds_to_retry, find_notice, join_sentences, write_wait
from app.ui.text import NAME_LIMIT, clean
from app.words import page as words
from app.words import show

if TYPE_CHECKING:
    from app.state import Status
    from app.ui.panes.page.source import Sums
    from app.ui.standing import Standing

LIMIT = 600
FAR_S = 3_600  # from here on, the time of day says more than a countdown
LONG, BREAK = 20, "\u200b"  # letters of a word that a narrow page may have no line for
POINTS = re.compile(r"(?<=[./_:-])(?=\w)")  # where a long one breaks best
PIECE = re.compile(r"\w{10}(?=\w)")
SINCE = {"waiting": words.WAITING_SINCE, "reconnecting": words.TRYING_SINCE}


class Texts(NamedTuple):
    """What is said.

    Attributes:
        title: the one sentence that matters.
        words: what to do, and since when it is so.
        notice: the answer to what was typed.
        number: how long until it is tried again; empty where no try is planned.
        caption: what the number is.
    """

    title: str
    words: str = ""
    notice: str = ""
    number: str = ""
    caption: str = ""


def write_texts(standing: Standing) -> Texts:
    """Say how it stands."""
    status, name = standing.status, name_situation(standing)
    if name == "start":
        return Texts(words.WELCOME, words.BEGIN, find_notice(status, standing.now_ms))
    time = write_time_of_day(status.trying_ms)
    since = SINCE[name].fill(time=time) if name in SINCE and time else ""
    number, caption = _count_down(status, standing.now_ms)
    return Texts(
        status.trouble or status.sentence,
        join_sentences(status.trouble_hint or status.hint, since),
        find_notice(status, standing.now_ms),
        number,
        caption,
    )


def _count_down(status: Status, now_ms: int) -> tuple[str, str]:
    """How long until the next try, and what that is; while it is made, which step it is at."""
    seconds = count_seconds_to_retry(status, now_ms)
    if status.trying_ms and status.phase == "connecting":
        return words.UNDER_WAY, status.sentence
    if not seconds:
        return (words.UNDER_WAY, words.UNTIL_TRY) if status.trying_ms else ("", "")
    if seconds > FAR_S:
        return write_time_of_day(status.retry_at_ms), words.AT_TIME
    if status.phase == "waiting":
        return write_wait(seconds), words.UNTIL_LOOK
    number = status.attempt + 1
    return write_wait(seconds), words.UNTIL_ATTEMPT.fill(
        attempt=number
    ) if status.attempt > 1 else words.UNTIL_TRY


def write_gifter(sums: Sums | None) -> str:
    """Who gave most; empty where nobody gave."""
    if sums is None or not sums.gifter:
        return ""
    name, count = clean(sums.gifter, NAME_LIMIT), sums.gifter_diamonds
    return words.TOP_GIFTER.fill(name=name, count=count, diamonds=group_digits(count))


def write_paragraph(text: str) -> str:
    """A text of any origin, as one paragraph: words that no line would hold may be broken."""
    return " ".join(map(_let_break, clean(show(text), LIMIT).split(" ")))


def _let_break(word: str) -> str:
    return PIECE.sub(f"\\g<0>{BREAK}", POINTS.sub(BREAK, word)) if len(word) >= LONG else word
