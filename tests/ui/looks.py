"""A window on a scene, laid out and drawn, to be compared with another."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from app.ui.window import MainWindow
from tests.ui.keepers import Keeper, show_window
from tests.ui.scenes import SCENES, Stage


def settle(window):
    for _ in range(4):  # a layout that was asked for may ask for another one
        QCoreApplication.sendPostedEvents()
        window.grab()


def open_scene(qtbot, scene, size=(1280, 800)):
    window = show_window(qtbot, MainWindow(Stage(SCENES[scene]()), keeper=Keeper({}, ("sign_key",))))
    window.resize(*size)
    window.feed.stop()
    window.feed.tick()
    settle(window)
    return window


def picture(window):
    settle(window)
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
