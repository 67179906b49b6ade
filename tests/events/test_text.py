import pytest

from app.events.decode.text import render_text
from app.protocol.schema import find_lazy_reader
from tests.reference import webcast as w

from .wires import ANN

USER = w.TextPiece(type=11, user_value=w.TextPieceUser(user=ANN))
WORD = w.TextPiece(type=1, string_value="{0:user} 3")
GIFT = w.TextPiece(
    type=12, gift_value=w.TextPieceGift(gift_id=5, name_ref=w.PatternRef(default_pattern="Rose"))
)


@pytest.mark.parametrize(
    ("pattern", "pieces", "shown"),
    [
        ("{0:user} joined", [USER], "Ann joined"),
        ("{0:user} sent {1:gift}", [USER, GIFT], "Ann sent Rose"),
        ("{1:string} of {0:user}", [USER, WORD], "{0:user} 3 of Ann"),
        ("{0:string} got a {1:image} mist.", [USER], "Ann got a mist."),
        ("{0:user} joined", [], "joined"),
        ("{9999999999} plain", [], "plain"),
        ("", [], ""),
        (f"{{{'9' * 5000}}} plain", [], "plain"),
    ],
)
def test_rendering(pattern, pieces, shown):
    wire = find_lazy_reader("Text").FromString(bytes(w.Text(default_pattern=pattern, pieces=pieces)))
    assert render_text(wire) == shown


def test_few_bytes_do_not_make_a_long_text():
    word = w.TextPiece(type=1, string_value="x" * 1000)
    wire = find_lazy_reader("Text").FromString(bytes(w.Text(default_pattern="{0}" * 1000, pieces=[word])))
    assert len(render_text(wire)) < 60_000
