from pathlib import Path

from app.connector.shipped import ShippedGift, read_shipped, shipped_gifts

RESOURCES = Path(__file__).parents[2] / "resources"


def test_a_row_becomes_a_gift() -> None:
    row = '[{"id": 7, "name": "Rose", "diamonds": 1, "streakable": true}]'
    assert shipped_gifts(row) == (ShippedGift(7, "Rose", 1, streakable=True),)


def test_no_gift_of_the_shipped_list_stands_there_twice() -> None:
    gifts = read_shipped(RESOURCES)
    assert len({gift.id for gift in gifts}) == len(gifts) > 0
