from app.events import FanClub, User
from app.state.wording import make_chat_row

ANN = User(id=7, nickname="Ann")


def test_who_joined_the_fan_club_is_told_in_tiktoks_words():
    row = make_chat_row(FanClub(user=ANN, action="new_fans", text="Ann became the No. 51 member on the team"))
    assert row is not None
    assert (row.kind, row.text) == ("notice", "Ann became the No. 51 member on the team")


def test_who_comes_in_as_a_member_of_the_fan_club_gets_no_line():
    assert make_chat_row(FanClub(user=ANN, action="entrance", text="joined")) is None
