"""Keys of windows that clicks go through: on X11 Qt asks for none, and Esc could not take clicks again."""

from __future__ import annotations

import ctypes
import sys

from PySide6.QtGui import QGuiApplication, QNativeInterface

KEYS = 0b11  # XCB_EVENT_MASK_KEY_PRESS and _KEY_RELEASE
EVENT_MASK = 1 << 11  # XCB_CW_EVENT_MASK
OURS = slice(36, 40)  # your_event_mask in the answer to GetWindowAttributes


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


def hear_keys(window_id: int) -> None:
    """Have a window get its keys again; nothing where it gets them anyhow.

    Args:
        window_id: what Qt's `winId()` gives.
    """
    native = _find_x11()
    if native is not None:
        xcb, connection = _load_xcb(), ctypes.c_void_p(native.connection())
        mask = ctypes.c_uint32(_read_mask(xcb, connection, window_id) | KEYS)
        xcb.xcb_change_window_attributes(
            connection, ctypes.c_uint32(window_id), ctypes.c_uint32(EVENT_MASK), ctypes.byref(mask)
        )
        xcb.xcb_flush(connection)


def _find_x11() -> QNativeInterface.QX11Application | None:
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication) or application.platformName() != "xcb":
        return None
    native = application.nativeInterface()
    return native if isinstance(native, QNativeInterface.QX11Application) else None


def _load_xcb() -> ctypes.CDLL:
    """The library that Qt itself speaks to the server with."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_get_window_attributes.restype = xcb.xcb_change_window_attributes.restype = _Cookie
    xcb.xcb_get_window_attributes_reply.restype = ctypes.c_void_p
    return xcb


def _read_mask(xcb: ctypes.CDLL, connection: ctypes.c_void_p, window_id: int) -> int:
    """Which events we asked for of a window; 0 for one that is gone."""
    cookie = xcb.xcb_get_window_attributes(connection, ctypes.c_uint32(window_id))
    answer = xcb.xcb_get_window_attributes_reply(connection, cookie, None)
    if not answer:
        return 0
    try:
        return int.from_bytes(ctypes.string_at(answer, OURS.stop)[OURS], sys.byteorder)
    finally:
        ctypes.CDLL(None).free(ctypes.c_void_p(answer))
