import pytest

from app.protocol.methods import normalise


@pytest.mark.parametrize(
    ("spelled", "name"),
    [
        ("WebcastChatMessage", "WebcastChatMessage"),
        ("LinkMicMethod", "WebcastLinkMicMethod"),
        ("RoomMessage", "WebcastRoomMessage"),
        ("SystemMessage", "WebcastRoomMessage"),
        ("DonationStickerModifyMessage", "WebcastDonationStickerModifyMethod"),
        ("PinMessage", "WebcastRoomPinMessage"),
        ("chatmessage", "Webcastchatmessage"),
        ("", "Webcast"),
    ],
)
def test_one_name_for_each_method(spelled, name):
    assert normalise(spelled) == name
