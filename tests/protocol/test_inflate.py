import gzip

import pytest

from app.errors import FrameTooLarge, ProtocolError
from app.protocol.inflate import gunzip


def test_inflates():
    assert gunzip(gzip.compress(b"abc")) == b"abc"


def test_exactly_the_limit_is_fine():
    assert len(gunzip(gzip.compress(bytes(1000)), limit=1000)) == 1000


def test_one_byte_over_the_limit_is_not():
    with pytest.raises(FrameTooLarge):
        gunzip(gzip.compress(bytes(1001)), limit=1000)


@pytest.mark.parametrize("payload", [b"", b"plain", gzip.compress(b"abc" * 99, mtime=0)[:-9]])
def test_what_is_not_gzip_is_an_error(payload):
    with pytest.raises(ProtocolError):
        gunzip(payload)
