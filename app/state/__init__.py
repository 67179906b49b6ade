"""Folds events into what the panes show; pure Python, no clock."""
