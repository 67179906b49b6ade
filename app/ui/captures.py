"""Leaves windows out of pictures and films of the screen, where the system can do that."""

from __future__ import annotations

import sys

SHOWN_TO_CAPTURES, NOT_CAPTURED = 0x00, 0x11  # WDA_NONE and WDA_EXCLUDEFROMCAPTURE of Windows 10 and newer
SHARED, NOT_SHARED = 1, 0  # NSWindowSharingReadOnly and NSWindowSharingNone of macOS


def can_hide() -> bool:
    """Whether this system can leave a window out."""
    return sys.platform in {"win32", "darwin"}


def hide_from_captures(window_id: int, *, hidden: bool) -> None:
    """Leave a window out of captures, or in; nothing where the system cannot do that.

    Args:
        window_id: what Qt's `winId()` gives: a handle of Windows, a view of macOS.
        hidden: whether it is left out.
    """
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - for Windows only

        affinity = NOT_CAPTURED if hidden else SHOWN_TO_CAPTURES
        ctypes.windll.user32.SetWindowDisplayAffinity(ctypes.c_void_p(window_id), affinity)
    elif sys.platform == "darwin":
        _share_view(window_id, NOT_SHARED if hidden else SHARED)


def _share_view(view: int, sharing: int) -> None:
    """Say to the NSWindow of an NSView whether it is shared; through the runtime of Objective-C itself."""
    import ctypes  # noqa: PLC0415 - for macOS only

    runtime = ctypes.CDLL("/usr/lib/libobjc.dylib")
    runtime.sel_registerName.restype = ctypes.c_void_p
    runtime.sel_registerName.argtypes = [ctypes.c_char_p]
    pointer = ctypes.c_void_p
    ask = ctypes.CFUNCTYPE(pointer, pointer, pointer)(("objc_msgSend", runtime))
    tell = ctypes.CFUNCTYPE(None, pointer, pointer, ctypes.c_ulong)(("objc_msgSend", runtime))
    window = ask(view, runtime.sel_registerName(b"window"))
    if window:
        tell(window, runtime.sel_registerName(b"setSharingType:"), sharing)
