"""The reader: protobuf's own decoder (upb), loaded with the descriptors generated from proto/.

Measured on 960 real messages of the core mix, one machine: upb with this schema 2.6-5 us a message, a full
betterproto2 parse 216 us. betterproto2 stays the home of the schema and of what we write; both read the
same numbers (tests/protocol compares every field of every golden capture).

Nesting is bounded by the schema: it has no type that holds itself (the two that TikTok has are read as
bytes), so 21 levels are the most that any bytes can be read into. upb refuses groups nested more than 100
deep, which nobody sends, and strings that are not UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from google.protobuf.descriptor import Descriptor
from google.protobuf.message import DecodeError

from app.errors import ProtocolError
from app.protocol.methods import PREFIX
from app.words import protocol as words

# The same people, badges and gifts come again and again, each some hundred bytes: read once, remembered.
LAZY = frozenset(
    f".webcast.{name}" for name in ("User", "UserIdentity", "BadgeStruct", "Gift", "Contributor")
)
PACKAGES = ("webcast", "im")  # messages, and what travels around them; no name is in both
DESCRIPTORS = Path(__file__).with_name("webcast.desc")
MALFORMED = (DecodeError, UnicodeDecodeError, RecursionError)

Wire: TypeAlias = Any  # classes made from descriptors at run time have no static type


@lru_cache(maxsize=1)
def _read_files() -> tuple[descriptor_pb2.FileDescriptorProto, ...]:
    return tuple(descriptor_pb2.FileDescriptorSet.FromString(DESCRIPTORS.read_bytes()).file)


@lru_cache(maxsize=1)
def _make_whole_pool() -> descriptor_pool.DescriptorPool:
    """A pool of our own, so that no other schema named webcast in this process can collide."""
    return _make_pool(_read_files())


@lru_cache(maxsize=1)
def _make_lazy_pool() -> descriptor_pool.DescriptorPool:
    """The same schema with bytes where a message of LAZY would be; on the wire they are the same.

    One difference: a message field that comes twice is merged by protobuf, here the last one counts. Nobody
    was seen to send one.
    """
    files = [
        descriptor_pb2.FileDescriptorProto.FromString(file.SerializeToString()) for file in _read_files()
    ]
    for field in (field for file in files for body in file.message_type for field in body.field):
        if field.type_name in LAZY:
            field.ClearField("type_name")
            field.type = descriptor_pb2.FieldDescriptorProto.TYPE_BYTES
    return _make_pool(files)


def _make_pool(files: Iterable[descriptor_pb2.FileDescriptorProto]) -> descriptor_pool.DescriptorPool:
    pool = descriptor_pool.DescriptorPool()
    for file in files:
        pool.Add(file)
    return pool


@lru_cache(maxsize=1)
def list_methods() -> frozenset[str]:
    """Names of the methods that have a schema: the messages whose name begins as methods do."""
    bodies = (
        body.name for file in _read_files() if file.package == PACKAGES[0] for body in file.message_type
    )
    return frozenset(name for name in bodies if name.startswith(PREFIX))


def _find_descriptor(pool: descriptor_pool.DescriptorPool, name: str) -> Descriptor:
    for package in PACKAGES:
        with suppress(KeyError):
            return pool.FindMessageTypeByName(f"{package}.{name}")
    raise KeyError(name)


@lru_cache(maxsize=2048)
def find_reader(name: str) -> Wire:
    """The upb class of a message.

    Raises:
        KeyError: the schema has no such message.
    """
    return message_factory.GetMessageClass(_find_descriptor(_make_whole_pool(), name))


@lru_cache(maxsize=512)
def find_lazy_reader(name: str) -> Wire:
    """The upb class of a message whose people and gifts stay bytes, for who has seen most of them before.

    Raises:
        KeyError: the schema has no such message.
    """
    return message_factory.GetMessageClass(_find_descriptor(_make_lazy_pool(), name))


def read(name: str, data: bytes) -> Wire:
    """Read one message.

    Raises:
        ProtocolError: the bytes are not that message.
    """
    try:
        return find_reader(name).FromString(data)
    except MALFORMED as error:
        sentence = words.NOT_A_MESSAGE.fill(count=len(data), name=name, reason=str(error))
        raise ProtocolError(sentence) from error
