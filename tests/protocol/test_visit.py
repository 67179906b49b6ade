from app.protocol.visit import Visit


def test_the_same_room_again_tells_since_when_nothing_was_heard():
    visit = Visit()
    visit.enter(5)
    assert visit.missed_since_ms == 0
    visit.heard_ms = 1_000
    visit.seen.add(1)
    visit.enter(5)
    assert visit.missed_since_ms == 1_000
    assert not visit.seen.add(1)


def test_another_room_may_use_the_same_ids():
    visit = Visit(room_id=5, heard_ms=1_000)
    visit.seen.add(1)
    visit.enter(6)
    assert (visit.missed_since_ms, visit.seen.add(1)) == (0, True)


def test_a_room_whose_number_nobody_tells_is_the_one_before():
    visit = Visit(room_id=5, heard_ms=1_000)
    visit.enter(0)
    assert (visit.room_id, visit.missed_since_ms) == (5, 1_000)


def test_a_later_visit_goes_on_where_the_earlier_stopped():
    earlier, later = Visit(room_id=5, heard_ms=1_000), Visit()
    earlier.seen.add(1)
    later.resume(earlier)
    later.enter(5)
    assert (later.missed_since_ms, later.seen.add(1)) == (1_000, False)
