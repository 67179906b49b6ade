"""What a file is, by its first bytes: what a server calls it is not believed."""

from __future__ import annotations

PNG, JPEG, GIFS, RIFF, WEBP = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", (b"GIF87a", b"GIF89a"), b"RIFF", b"WEBP"
WEBP_AT = slice(8, 12)


def is_image(data: bytes) -> bool:
    """Whether it begins as a PNG, JPEG, GIF or WebP does; nothing else is given to a decoder."""
    return data.startswith((PNG, JPEG, *GIFS)) or (data.startswith(RIFF) and data[WEBP_AT] == WEBP)
