"""Runs first in the built program: pyqtgraph imports OpenGL for curves that we never draw with it.

What it finds instead is empty. That spares ten megabytes and a part of the graph's loading.
"""

import sys
from types import ModuleType


def _make_stand_in(name, *classes):
    stand_in = ModuleType(name)
    for one in classes:
        setattr(stand_in, one, type(one, (), {}))
    sys.modules[name] = stand_in


_make_stand_in("PySide6.QtOpenGL")
_make_stand_in("PySide6.QtOpenGLWidgets", "QOpenGLWidget")
