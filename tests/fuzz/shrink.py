"""Makes bytes that fail smaller while they fail: whole fields first, at every depth, then bytes."""

from .damage import BYTES, parts, sized, written

TRIES = 3000


def smaller(data, fails):
    """The smallest that the tries lead to; `fails` says whether bytes still fail alike."""
    left = TRIES
    while True:
        for less in candidates(data):
            left -= 1
            if not left:
                return data
            if fails(less):
                data = less
                break
        else:
            return data


def candidates(data):
    """Smaller versions, the smallest first."""
    found = parts(data)
    if not found:
        yield from without(data)
        return
    encoded = [written(*one) for one in found]
    for kept in without(encoded):
        yield b"".join(kept)
    for at, (number, kind, value) in enumerate(found):
        if kind == BYTES:
            before, after = b"".join(encoded[:at]), b"".join(encoded[at + 1 :])
            yield from (before + sized(number, less) + after for less in candidates(value))


def without(whole):
    """A sequence without one half, one quarter … one item."""
    size = len(whole)
    while size:
        for at in range(0, len(whole), size):
            yield whole[:at] + whole[at + size :]
        size //= 2
