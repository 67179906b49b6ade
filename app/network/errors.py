"""What went wrong on the way, told from the exceptions of httpx, websockets and the system."""

from __future__ import annotations

import errno
import re
import socket
import ssl
from collections.abc import Iterator

import httpx
from socksio import SOCKSError
from websockets.exceptions import InvalidHandshake, InvalidMessage
from websockets.exceptions import ProxyError as SocketProxyError

from app.addresses import is_loopback
from app.errors import (
    AnswerBroken,
    CertificateRefused,
    NameNotFound,
    NetworkError,
    NoNetwork,
    ProxyRefused,
    ServerRefused,
    TooSlow,
    UnsafeRedirect,
)
from app.network.certificates import NAMED
from app.words import network as words
from app.words.phrase import Phrase

Kinds = tuple[type[BaseException], ...]
NO_WAY_OUT = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN})
# httpx and anyio keep some reasons as text only, deep in a chain.
REASONS: list[tuple[tuple[str, ...], type[NetworkError]]] = [
    (
        (
            "Name or service not known",
            "getaddrinfo failed",
            "nodename nor servname",
            "No address associated",
            "Temporary failure in name resolution",
            "label empty or too long",
            "label too long",
        ),
        NameNotFound,
    ),
    (("CERTIFICATE_VERIFY_FAILED", "[SSL"), CertificateRefused),
    (("Connection refused", "Connect call failed"), ServerRefused),
    (("Network is unreachable", "No route to host"), NoNetwork),
    # What h11 says of answers, and websockets of a first line; the end of a connection is not among it.
    (
        (
            "illegal ",
            "malformed ",
            "bad Content-Length",
            "conflicting Content-Length",
            "Receive buffer too long",
            "multiple Transfer-Encoding",
            "Only Transfer-Encoding",
            "continuation line at start",
            "status_code",
            "status code",
            "unsupported HTTP version",
            "invalid HTTP",
            "unsupported transfer",
        ),
        AnswerBroken,
    ),
]
KINDS: list[tuple[Kinds, type[NetworkError]]] = [
    ((httpx.ProxyError, SocketProxyError, SOCKSError), ProxyRefused),
    ((socket.gaierror,), NameNotFound),
    ((ssl.SSLError,), CertificateRefused),
    ((ConnectionRefusedError,), ServerRefused),
    ((httpx.TimeoutException, TimeoutError), TooSlow),
    ((httpx.TooManyRedirects, httpx.UnsupportedProtocol), UnsafeRedirect),
    ((EOFError,), NetworkError),
    ((httpx.DecodingError, InvalidMessage, InvalidHandshake), AnswerBroken),
]


class ProxyLocked(ProxyRefused, helps="proxy"):
    """The proxy wants a log-in of its own (407)."""


class ProxyUnreachable(ProxyRefused, helps="proxy"):
    """Nobody answers where the proxy should be."""


LOCKED = re.compile(r"\b407\b")  # both libraries keep the status as text
SENTENCES: dict[type[NetworkError], tuple[Phrase, str]] = {
    ProxyRefused: (words.PROXY_REFUSED, words.CHECK_PROXY),
    ProxyLocked: (words.PROXY_LOCKED, words.PROXY_LOGIN_PLACE),
    ProxyUnreachable: (words.PROXY_AWAY, words.CHECK_PROXY_RUNS),
    NameNotFound: (words.NAME_NOT_FOUND, words.CHECK_DNS),
    CertificateRefused: (words.NO_CERTIFICATE, words.NOTHING_SENT),
    ServerRefused: (words.REFUSED, words.MAY_BE_DOWN),
    NoNetwork: (words.NO_NETWORK, words.CHECK_CABLE),
    TooSlow: (words.TOO_SLOW, words.GIVE_TIME),
    AnswerBroken: (words.NO_HTTP, words.SOMETHING_ELSE),
    UnsafeRedirect: (words.UNSAFE_REDIRECT, ""),
    NetworkError: (words.UNREACHABLE, words.CHECK_NETWORK),
}


def make_network_error(error: BaseException, host: str, *, proxied: bool = False) -> NetworkError:
    """Make the error for a cause; its sentence names nothing but the host.

    Args:
        error: what a library raised.
        host: who was meant to answer.
        proxied: a proxy stands between; then only it can have refused us.
    """
    causes = list(_walk_causes(error))
    kind = _find_kind(causes)
    if proxied and kind in (ServerRefused, NameNotFound):
        kind = ProxyUnreachable
    if kind is CertificateRefused:  # which may be the proxy's
        host = next((peer for cause in causes if (peer := getattr(cause, NAMED, ""))), host)
    sentence, hint = SENTENCES[kind]
    if kind is ServerRefused and is_loopback(host):
        hint = words.IS_IT_RUNNING
    return kind(sentence.fill(host=host), hint=hint)


def _find_kind(causes: list[BaseException]) -> type[NetworkError]:
    if refusals := [str(cause) for cause in causes if isinstance(cause, KINDS[0][0])]:
        return ProxyLocked if any(LOCKED.search(refusal) for refusal in refusals) else ProxyRefused
    if any(isinstance(cause, OSError) and cause.errno in NO_WAY_OUT for cause in causes):
        return NoNetwork
    text = " ".join(str(cause) for cause in causes)
    named = (kind for reasons, kind in REASONS if any(reason in text for reason in reasons))
    typed = (kind for kinds, kind in KINDS if any(isinstance(cause, kinds) for cause in causes))
    return next(named, None) or next(typed, NetworkError)


def _walk_causes(error: BaseException | None) -> Iterator[BaseException]:
    """Walk from an error to its causes: httpx says “all attempts failed”, and the reason is further down."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            yield from error.exceptions
        error = error.__cause__ or error.__context__
