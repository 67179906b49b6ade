"""Kinds of choices that are addresses: of servers and of proxies."""

from __future__ import annotations

from app.addresses import SOCKET_SCHEMES, WEB_SCHEMES, check_address, check_proxy, has_password, mask_person
from app.errors import UsageError
from app.frozen import value
from app.settings.kinds import Kind
from app.words import settings as words


@value
class Address(Kind):
    """The address of a server: encrypted, or on this machine.

    Attributes:
        secure: scheme of an encrypted connection.
        plain: scheme of one that is not.
    """

    secure: str = "https"
    plain: str = "http"
    metavar = "URL"

    def read_text(self, text: str) -> str:
        """An address; of web sites without a slash at the end. Who uses it checks it and names its place."""
        return text.rstrip("/") if self.secure == "https" else text

    def read_json(self, value: object) -> str:
        """An address that is encrypted, or of this machine."""
        text = str(Kind.read_json(self, value))
        check_address(text, secure=self.secure, plain=self.plain, name=words.THIS_ADDRESS)
        return text

    def show(self, value: str) -> str:
        """Without a name and a password."""
        return mask_person(value)

    @property
    def limits(self) -> str:
        """The schemes."""
        return words.ADDRESS_SCHEMES.fill(secure=self.secure, plain=self.plain)


@value
class Proxy(Kind):
    """The address of a proxy. With a password it may stand on the command line, not in the file.

    Attributes:
        schemes: what it may speak.
    """

    schemes: tuple[str, ...] = WEB_SCHEMES
    metavar = "URL"

    def read_text(self, text: str) -> str:
        """The address of a proxy."""
        check_proxy(text, self.schemes)
        return text

    def read_json(self, value: object) -> str:
        """The same, without a password."""
        address = str(Kind.read_json(self, value))
        if has_password(address):
            raise UsageError(words.NO_PASSWORD, hint=words.PASSWORD_PLACE)
        return address

    def show(self, value: str) -> str:
        """Without a name and a password."""
        return mask_person(value)

    @property
    def limits(self) -> str:
        """The schemes."""
        return "://…, ".join(self.schemes) + "://…"


WEB_ADDRESS = Address()
SOCKET_ADDRESS = Address("wss", "ws")
WEB_PROXY, SOCKET_PROXY = Proxy(), Proxy(SOCKET_SCHEMES)
