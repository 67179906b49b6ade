"""Laws of the page that is read from afar: of how its pieces are placed."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from app.ui.optics import LEAST_ARCMIN, USUAL_ARCMIN, find_arcmin, find_least_pixels
from app.ui.panes.glance.arrange import ASKED_FIRST, Sheet, arrange
from app.ui.panes.glance.pieces import Cell, Piece, Row, split_names
from app.ui.panes.glance.row_fit import share_out


class Letters:
    """Letters that are all of one width."""

    line_em, cap_em = 1.2, 0.7

    @staticmethod
    def measure(text, *, is_bold):
        return len(text) * (0.62 if is_bold else 0.58)

    def cut(self, text, width_em, *, is_bold):
        while text and self.measure(f"{text}…", is_bold=is_bold) > width_em:
            text = text[:-1]
        return f"{text}…"


LETTERS = Letters()
texts = st.text("abc 19", min_size=1, max_size=40)
names = st.builds(
    lambda text, side: Cell((text,), can_be_cut=True, side=side), texts, st.sampled_from(["left", "middle"])
)
numbers = st.builds(
    lambda text, can_go: Cell((text, text[:5], *([""] if can_go else [])), side="right"), texts, st.booleans()
)
rows = st.one_of(
    st.builds(
        lambda name, number, largest, breaks, parts: Row(
            (name, number), is_largest=largest, can_break=breaks, can_part=parts
        ),
        names,
        numbers,
        st.booleans(),
        st.booleans(),
        st.booleans(),
    ),
    st.builds(lambda share: Row(share=share), st.floats(0, 1)),
)
pieces = st.lists(
    st.builds(
        lambda these, column: (tuple(these), column),
        st.lists(rows, min_size=1, max_size=3),
        st.sampled_from(["head", "left", "right"]),
    ),
    max_size=8,
).map(lambda found: [Piece(f"piece {at}", *one) for at, one in enumerate(found)])
sheets = st.builds(Sheet, st.integers(100, 4_000), st.integers(100, 3_000), st.integers(12, 180))


def list_names(placed):
    return {one.piece for one in placed}


@given(sheets, pieces)
def test_nothing_overlaps_and_nothing_is_outside(sheet, all_pieces):
    placed = arrange(sheet, all_pieces, LETTERS)
    for one in placed:
        assert one.x >= 0 <= one.y
        assert one.x + one.width <= sheet.width
        assert one.y + one.height <= sheet.height
    for one, other in combinations(placed, 2):
        wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
        high = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
        assert min(wide, high) <= 0


@given(st.integers(100, 4_000), st.integers(100, 3_000), pieces)
def test_nothing_is_under_16_minutes(width, height, all_pieces):
    for metres in (0.7, 1, 1.5, 2, 3):
        for pitch in (0.151, 0.277):
            sheet = Sheet(width, height, find_least_pixels(metres, pitch))
            for one in arrange(sheet, all_pieces, LETTERS):
                assert find_arcmin(one.pixels, metres, pitch) >= LEAST_ARCMIN


@given(sheets, pieces)
def test_more_than_what_is_asked_first_is_there_only_in_usual_letters(sheet, all_pieces):
    placed = arrange(sheet, all_pieces, LETTERS)
    if len(list_names(placed)) > ASKED_FIRST:
        assert min(one.pixels for one in placed) >= sheet.least_px * USUAL_ARCMIN / LEAST_ARCMIN


@given(sheets, pieces)
def test_the_last_questions_are_left_out_first(sheet, all_pieces):
    shown = list_names(arrange(sheet, all_pieces, LETTERS))
    assert shown == {piece.name for piece in all_pieces[: len(shown)]}


@given(sheets, pieces, st.integers(0, 1_000), st.integers(0, 1_000))
def test_more_room_never_shows_less(sheet, all_pieces, wider, higher):
    larger = Sheet(sheet.width + wider, sheet.height + higher, sheet.least_px)
    assert list_names(arrange(sheet, all_pieces, LETTERS)) <= list_names(arrange(larger, all_pieces, LETTERS))


@given(sheets, pieces)
def test_what_is_written_has_its_width(sheet, all_pieces):
    for one in arrange(sheet, all_pieces, LETTERS):
        assert LETTERS.measure(one.text, is_bold=False) * one.pixels <= one.width + 1


@given(texts, numbers, st.floats(1, 60))
def test_a_name_is_cut_and_a_number_never(name, number, width):
    shares = share_out(Row((Cell((name,), can_be_cut=True), number)), width, LETTERS)
    if shares is not None:
        assert shares[1].text in number.texts
        assert shares[0].text == name or shares[0].text.endswith("…")


def test_what_is_most_important_grows_most_and_within_a_bound():
    clock = Piece("clock", (Row((Cell(("01:23",)),), is_largest=True),))
    state = Piece("state", (Row((Cell(("LIVE",)),)),))
    first, second = arrange(Sheet(9_000, 9_000, 40), [clock, state], LETTERS)
    assert 2 * second.pixels < first.pixels <= 200
    assert 40 < second.pixels <= 84


def test_names_in_rows_of_their_own_leave_nothing_out():
    cells = tuple(Cell((side,), side=side) for side in ("left", "middle", "right"))
    parted = split_names(Piece("scores", (Row(cells, can_part=True),)))
    assert [cell for row in parted.rows for cell in row.cells] == list(cells)
