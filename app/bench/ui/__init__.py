"""Measures the real window, fed by another process, beside a bare text box with the same lines."""
