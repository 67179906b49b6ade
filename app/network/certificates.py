"""Whom we trust: the authorities that come with the program, or those that the environment names."""

from __future__ import annotations

import os
import re
import ssl
from functools import lru_cache
from pathlib import Path

from app.errors import UsageError
from app.words import network as words
from app.words.phrase import Phrase

FILE, FOLDER = "SSL_CERT_FILE", "SSL_CERT_DIR"  # the first that is set counts, as for httpx
HASHED = re.compile(r"[0-9a-f]{8}\.\d+")  # how OpenSSL finds a certificate in a folder
NAMED = "sidestage_peer"


class NamedPeer(ssl.SSLObject):
    """Puts into its errors with whom it spoke: with an https proxy that is either the proxy or the host."""

    def do_handshake(self) -> None:
        """Add the name of the peer to what goes wrong."""
        try:
            super().do_handshake()
        except ssl.SSLError as error:
            setattr(error, NAMED, self.server_hostname)
            raise


def make_tls_context() -> ssl.SSLContext:
    """Make the context with the certificates that HTTP, sockets and proxies trust.

    Raises:
        UsageError: the environment names some that cannot be read; with the variable and the file.
    """
    return _load_context(os.environ.get(FILE, ""), os.environ.get(FOLDER, ""))


@lru_cache(maxsize=1)
def _load_context(file: str, folder: str) -> ssl.SSLContext:
    """Load the certificates, once: that takes 30 ms, which a window would notice at every attempt."""
    if file:
        context = _load_file(file)
    elif folder:
        context = _load_folder(folder)
    else:
        import httpx  # noqa: PLC0415 - it takes as long as the window's first picture, and is needed later

        context = httpx.create_ssl_context(trust_env=False)
    context.sslobject_class = NamedPeer
    return context


def _load_file(file: str) -> ssl.SSLContext:
    try:
        if not Path(file).is_file():
            raise _make_refusal_error(words.NAMES_NO_FILE, FILE, file)
        context = ssl.create_default_context(cafile=file)
    except (ssl.SSLError, ValueError) as error:
        raise _make_refusal_error(words.NAMES_NO_CERTIFICATES, FILE, file) from error
    except OSError as error:
        raise _make_refusal_error(words.NAMES_UNREADABLE, FILE, file) from error
    if not context.cert_store_stats()["x509"]:
        raise _make_refusal_error(words.NAMES_NO_CERTIFICATES, FILE, file)
    return context


def _load_folder(folders: str) -> ssl.SSLContext:
    """Load one folder or several; it is enough when one of them holds certificates."""
    if not any(_has_certificates(Path(folder)) for folder in folders.split(os.pathsep) if folder):
        raise _make_refusal_error(words.NAMES_NO_FOLDER, FOLDER, folders)
    return ssl.create_default_context(capath=folders)


def _has_certificates(folder: Path) -> bool:
    try:
        return any(HASHED.fullmatch(file.name) for file in folder.iterdir())
    except (OSError, ValueError):
        return False


def _make_refusal_error(trouble: Phrase, variable: str, place: str) -> UsageError:
    """What is wrong with the place that a variable names."""
    printable = "".join(letter if letter.isprintable() else "?" for letter in place)
    return UsageError(trouble.fill(variable=variable, place=printable), hint=words.CORRECT_VARIABLE)
