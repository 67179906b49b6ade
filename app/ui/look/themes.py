"""The themes: a table of colours each.

The eight signal colours are Okabe and Ito's for people who see red and green alike; where one is too weak on
its ground it is lightened or darkened. Tests compute the contrast of every pair of roles that is drawn (WCAG
2.2: text 4.5:1, enhanced 7:1, marks 3:1).
"""

from __future__ import annotations

from app.ui.look.roles import Colours

DARK = Colours(
    window="#0b0c0e",
    card="#131417",
    raised="#1e2025",
    hover="#2b2e35",
    line="#2b2e35",
    edge="#6b7079",
    text="#ececee",
    muted="#a3a7b0",
    focus="#56b4e9",
    selected="#1b2730",
    us="#56b4e9",
    them="#e69f00",
    good="#3ccf9b",
    wait="#f0e442",
    warn="#e69f00",
    bad="#ff8a65",
    fan="#e39cc4",
    gem="#7fd4ff",
    gold="#f2c84b",
    silver="#c9ced6",
    bronze="#d99a6c",
    ink="#0b0c0e",
    shade="#000000",
    accent="#fe2c55",
)
LIGHT = Colours(
    window="#e9ebef",
    card="#ffffff",
    raised="#f1f3f6",
    hover="#dfe3e9",
    line="#cfd4db",
    edge="#727985",
    text="#16181c",
    muted="#535a65",
    focus="#005c9e",
    selected="#dcebf8",
    us="#005c9e",
    them="#8a5200",
    good="#00694a",
    wait="#665c00",
    warn="#8a5200",
    bad="#a83500",
    fan="#96366e",
    gem="#005c85",
    gold="#7a5c00",
    silver="#5c636d",
    bronze="#8c4f1d",
    ink="#ffffff",
    shade="#ffffff",
    accent="#d3103f",
)
CONTRAST = Colours(
    window="#000000",
    card="#000000",
    raised="#1a1a1a",
    hover="#333333",
    line="#8a8a8a",
    edge="#c8c8c8",
    text="#ffffff",
    muted="#dcdcdc",
    focus="#6cc7ff",
    selected="#001f3a",
    us="#6cc7ff",
    them="#ffb000",
    good="#45e0a8",
    wait="#fff04a",
    warn="#ffb000",
    bad="#ff9d80",
    fan="#ffa8d6",
    gem="#8fdcff",
    gold="#ffd24a",
    silver="#dfe3e8",
    bronze="#f0b080",
    ink="#000000",
    shade="#000000",
    accent="#ff5c7c",
)
THEMES: dict[str, Colours] = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
# What text needs in each theme.
LEAST_CONTRAST: dict[str, float] = {"dark": 4.5, "light": 4.5, "contrast": 7.0}
