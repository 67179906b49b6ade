"""What a client says."""

from hypothesis import given
from hypothesis import strategies as st

from app.protocol import im
from app.protocol.outgoing import make_ack_frame


@given(st.integers(-(2**63), 2**63 - 1), st.text(max_size=300))
def test_an_acknowledgement_is_what_betterproto2_writes(log_id, internal_ext):
    whole = im.WebcastPushFrame(
        log_id=log_id, payload_encoding="pb", payload_type="ack", payload=internal_ext.encode() or b"-"
    )
    assert make_ack_frame(log_id, internal_ext) == bytes(whole)
