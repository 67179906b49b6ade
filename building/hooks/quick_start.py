"""Runs first in the built program: what is for nothing here is not done at the start.

PySide6 looks into the source of each module that is imported after it, and no module has a source here. What
modules make stays, so garbage is looked for among it less often than Python would: a tenth of the objects of
a start at a time instead of 700.
"""

import gc
import inspect

OBJECTS = 20_000


def _refuse(_):
    raise OSError("source code not available")


gc.set_threshold(OBJECTS, 10, 10)
inspect.getsource = _refuse
