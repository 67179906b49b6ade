"""Headers of an answer, whoever read it: websockets raises for one that comes twice, httpx joins them."""

from __future__ import annotations

from collections.abc import Mapping

import httpx
from websockets.datastructures import Headers


def find_header(headers: Mapping[str, str], name: str) -> str:
    """Find the first value of a header; empty when there is none."""
    if isinstance(headers, Headers):
        return next(iter(headers.get_all(name)), "")
    if isinstance(headers, httpx.Headers):
        return next(iter(headers.get_list(name)), "")
    return headers.get(name, "")
