"""Looking for what a page holds, however the page is made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tiktok.pages import LIVE_STATE, PROFILE_STATE, find_script

MARK = f'id="{LIVE_STATE}"'
LARGE = 200_000


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (f"<script {MARK}>1</script>", "1"),
        (f'<script type="application/json" {MARK} nonce="a">{{}}</script><script>2</script>', "{}"),
        (f"<p {MARK}>no</p><script {MARK}>1</script>", "1"),
        (f"<script>var a = '{MARK}'</script><script {MARK}>1</script>", "1"),
        (f"<script {MARK}>1<b>\n2</script>", "1<b>\n2"),
        (f"<script {MARK}></script>", ""),
        (f"<script {MARK}>1", None),
        (f"<script {MARK}", None),
        (f"<script no{MARK}>1</script>", None),
        (f"{MARK}>1</script>", None),
        (f"<script id='{PROFILE_STATE}'>1</script>", None),
        ("", None),
    ],
)
def test_the_script_of_that_id_is_found(page, found):
    assert find_script(page, LIVE_STATE) == found


@given(st.text(alphabet='<>ab ="', max_size=20), st.text(alphabet="ab{}", max_size=20))
def test_whatever_stands_before_it(before, inside):
    assert find_script(f"{before}<script {MARK}>{inside}</script>", LIVE_STATE) == inside


class Counted(str):  # noqa: SLOT000 - it counts
    """A page that counts how many letters of it are looked at."""

    looked = 0

    def find(self, what, start=0, *end):
        at = super().find(what, start, *end)
        Counted.looked += (at if at >= 0 else len(self)) - start
        return at

    def rfind(self, what, start, end):
        at = super().rfind(what, start, end)
        Counted.looked += end - (at if at >= 0 else start)
        return at


@pytest.mark.parametrize(
    "piece",
    ["<script ", "<script", MARK, f"<script {MARK}", f"<p {MARK} ", "<", ">", "</script>", f"<{MARK}>"],
)
@pytest.mark.parametrize("end", ["", ">", f"<script {MARK}>1</script>"])
def test_no_page_takes_longer_than_its_length(piece, end):
    Counted.looked = 0
    page = Counted(piece * (LARGE // len(piece)) + end)
    find_script(page, LIVE_STATE)
    assert Counted.looked <= 5 * len(page)
