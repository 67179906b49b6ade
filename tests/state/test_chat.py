from hypothesis import given
from hypothesis import strategies as st

from app.events import User
from app.state import ChatLog, ChatRow


def filled(count, kept=100, **fields):
    log = ChatLog(kept)
    for number in range(1, count + 1):
        log.append(ChatRow(number, "comment", User(id=number % 3), str(number), msg_id=number, **fields))
    return log


@given(st.integers(0, 300), st.integers(10, 100), st.integers(0, 320))
def test_since_gives_the_kept_rows_above_a_number_in_order(count, kept, seq):
    log = filled(count, kept)
    rows = [row.seq for row in log.since(seq)]
    assert rows == list(range(max(seq + 1, log.oldest), count + 1))
    assert log.newest == count
    assert len(log.since(0)) <= kept + kept // 10


def test_a_deleted_comment_is_marked_and_told_once():
    log = filled(5)
    log.delete([2, 99], [])
    log.delete([2], [])
    assert (log.edits, [row.text for row in log.list_edits(0)]) == (1, ["2"])
    assert [row.is_deleted for row in log.since(0)] == [False, True, False, False, False]
    assert log.list_edits(1) == []


def test_deleting_a_person_marks_all_their_comments():
    log = filled(6)
    log.delete([], [1])
    assert [row.seq for row in log.since(0) if row.is_deleted] == [1, 4]


def test_deleting_what_was_trimmed_does_nothing():
    log = filled(200, kept=50)
    log.delete([1], [])
    assert log.edits == 0
