"""Lets Qt speak the language of ours: its own words, its numbers, its direction."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from app.words import choose_language, find_language


def follow_system_language() -> None:
    """Where no language was chosen, speak that of the system, which not every system tells by variables."""
    choose_language(*(code.replace("-", "_") for code in QLocale.system().uiLanguages()))


def speak_language(app: QApplication) -> None:
    """Have Qt speak as we do. Numbers keep the form of the user's country where that speaks the language."""
    code = find_language()
    if not code:
        return
    locale = QLocale(code)
    if QLocale.system().language() != locale.language():
        QLocale.setDefault(locale)
    translator = QTranslator(app)
    if translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    is_rtl = locale.textDirection() == Qt.LayoutDirection.RightToLeft
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
