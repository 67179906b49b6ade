"""Opens the window on a scene."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from app.desktop.scenes.stage import Memory, Stage
from app.desktop.scenes.table import Scene
from app.settings import Choices, read_choices
from app.ui.window import MainWindow

PLAY_MS = 400  # after the window was shown: its frame is known and its graph is loaded
SETTLED_S = 0.6  # after that everything has its place


def open_scene(
    scene: Scene,
    asked: Mapping[str, Any],
    size: tuple[int, int] | None,
    dress: Callable[[Choices], None],
) -> tuple[Stage, MainWindow]:
    """Show the room of a scene; what a hand does in it comes after.

    Args:
        scene: which.
        asked: what goes before the environment, by option; the settings file is left alone.
        size: of the window; None for that of the scene.
        dress: takes choices of theme and scale.

    Raises:
        UsageError: a variable of the environment cannot be meant.
    """

    def take(kept: Mapping[str, Any]) -> None:
        choices = read_choices(asked, os.environ, kept)
        dress(choices)
        window.prefer(choices)

    QApplication.setCursorFlashTime(0)  # a caret that is on and off makes two pictures of one scene
    dress(read_choices(asked, os.environ, {}))
    stage, memory = Stage(scene.make()), Memory(take)
    window = MainWindow(stage, keeper=memory)
    take({})
    window.show()
    window.resize(QSize(*(size or scene.size)))
    return stage, window


def play_soon(scene: Scene, window: MainWindow, then: Callable[[], None]) -> None:
    """Do what a hand does, when the window has come to rest."""

    def play() -> None:
        scene.play(window)
        then()

    QTimer.singleShot(PLAY_MS, window, play)
