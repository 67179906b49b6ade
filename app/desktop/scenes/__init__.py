"""Scenes: invented rooms that stand still, to be looked at, pictured and tested.

A scene is a row of SCENES in `table`: events, applied to a state as those of a real room are, then what a
hand would do in the window. Nothing reaches the network, and the clock stands.
"""
